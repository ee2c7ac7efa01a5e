import json
from pathlib import Path

from reports.editions.paper import paper_data
from reports.typefaces import font_paths

TEMPLATE = Path(__file__).parent.parent / "paper.typ"


def as_pdf(content: dict) -> bytes:
    """The edition on A4 as PDF/UA-1: tagged, titled, with an outline, in any script."""
    return typeset(TEMPLATE, paper_data(content, "a4"))


def as_letter(content: dict) -> bytes:
    """The same on the paper of North America."""
    return typeset(TEMPLATE, paper_data(content, "us-letter"))


def typeset(template: Path, data: dict) -> bytes:
    """``data`` in a document ``template``. Names travel as data and stay literal, whatever signs
    they hold.
    """
    import typst  # 80 MB; only workers and the command load it

    return typst.compile(
        str(template),
        font_paths=[str(path) for path in font_paths()],
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
