"""Where the commands of this room write a file of an edition."""

import sys
from pathlib import Path

from reports.management.arguments import NotUsable
from reports.models.edition import EditionFormat

BINARY = {EditionFormat.PDF, EditionFormat.LETTER, EditionFormat.XLSX}


def refuse_a_terminal(format: str, output: Path | None) -> None:
    """A file that is no text needs a place to go to."""
    if output is None and format in BINARY and sys.stdout.isatty():
        raise NotUsable(f"Say where the {format} file goes: --output FILE.")


def write_file(kept, output: Path | None, stdout) -> None:
    """The ``kept`` file of an edition, to ``output`` or to standard output if there is none."""
    with kept.file.open("rb") as source:
        data = source.read()
    if output is not None:
        try:
            output.write_bytes(data)
        except OSError as error:
            raise NotUsable(f"{output}: {error.strerror}.") from None
    elif kept.format in BINARY:
        sys.stdout.buffer.write(data)
    else:
        stdout.write(data.decode("utf-8-sig"), ending="")
