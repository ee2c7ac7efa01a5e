"""A document on paper has letters for a name in any script."""

import json

import pytest
import typst

from reports.typefaces import drawable, families, font_paths

SOURCE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: "Names")
#set text(font: data.families)
#title()
#data.text
"""
NAMES = (
    "Québec, 西安, 東京 ハルビン 서울, ᐃᖃᓗᐃᑦ, Хабаровск, القاهرة, काठमांडू, Λευκωσία, Իլար, כרמיאל, "
    "กรุงเทพ, ქობულეთი, አዲስ አበባ, හම්බන්තොට, ភ្នំពេញ, চট্টগ্রাম, ရန်ကုန်, ວຽງຈັນ, Hội An, 高雄, 鄄城, 四條畷"
)


def compiled(text, tmp_path) -> bytes:
    source = tmp_path / "names.typ"
    source.write_text(SOURCE)
    return typst.compile(
        source,
        font_paths=font_paths(),
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        sys_inputs={"data": json.dumps({"families": families(), "text": text})},
    )


def test_names_in_every_script_are_set_without_fonts_of_the_system(tmp_path):
    pdf = compiled(NAMES, tmp_path)

    assert pdf.startswith(b"%PDF")


def test_names_are_drawable_as_they_are():
    assert drawable(NAMES) == NAMES


def test_a_character_that_no_font_has_does_not_stop_a_document(tmp_path):
    text = drawable("Thank you 😀")

    pdf = compiled(text, tmp_path)

    assert text == "Thank you \ufffd"
    assert pdf.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("language", "first"),
    [("ja", "Noto Sans JP"), ("zh-Hant", "Noto Sans TC"), ("", "Noto Sans SC")],
)
def test_a_native_name_takes_the_characters_of_its_language_first(language, first):
    cjk = [name for name in families(language) if name.endswith((" SC", " TC", " JP", " KR"))]

    assert cjk[0] == first
    assert len(cjk) == 4
