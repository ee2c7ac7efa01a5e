"""A look into a workbook before it is opened: what it would unpack to, and how wide it is.

A workbook is a zip archive of XML parts. A small file can unpack to gigabytes, a single cell
in the far corner makes a reader reserve the whole rectangle, and a document type can expand
without end. All three are found here in a stream, without unpacking anything to memory.
"""

import copy
import io
import zipfile

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from django.utils.translation import gettext as _

from activities.imports.files.sheet_extent import SheetExtent
from activities.imports.refusals import UnusableFile

MAX_PARTS = 2_000
MAX_UNPACKED = 160 * 1024 * 1024
# Parts below this size may be as repetitive as they like.
_SMALL_PART = 24 * 1024 * 1024
_MAX_RATIO = 150
_CHUNK = 1024 * 1024


def check_workbook(data: bytes) -> None:
    """Raise UnusableFile unless ``data`` is a workbook that is safe to open."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_directory(parts)
            for part in parts:
                if not part.is_dir():
                    _check_part(archive, part)
    except UnusableFile:
        raise
    except Exception:  # a damaged archive makes zipfile raise nearly anything
        raise UnusableFile(_("The workbook is damaged and cannot be opened.")) from None


def _check_directory(parts: list[zipfile.ZipInfo]) -> None:
    names = {part.filename.lower() for part in parts}
    if any(part.flag_bits & 0x1 for part in parts):
        raise UnusableFile(_("The workbook is protected by a password. Save it without."))
    if "xl/workbook.bin" in names:
        raise UnusableFile(_("This is a binary workbook (.xlsb). Save it as .xlsx."))
    if "mimetype" in names and "content.xml" in names:
        raise UnusableFile(_("This is an OpenDocument file. Save it as .xlsx or as CSV."))
    if "xl/workbook.xml" not in names:
        raise UnusableFile(_("The file is a zip archive but not a workbook."))
    if len(parts) > MAX_PARTS or len(names) < len(parts):
        raise UnusableFile(_("The workbook has parts that no spreadsheet program writes."))
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise _bomb()


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpack one part in a stream, counting: the directory's own numbers may be false."""
    true_size = copy.copy(part)
    true_size.file_size = MAX_UNPACKED + 1
    true_size.CRC = None
    extent = SheetExtent()
    size = 0
    with archive.open(true_size) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > part.file_size or _unpacks_too_far(part, size):
                raise _bomb()
            if _is_sheet(part):
                extent.feed(chunk)
    extent.close()
    if part.filename.lower().endswith((".xml", ".rels")):
        _check_prolog(archive, part)


def _is_sheet(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().startswith("xl/worksheets/")


def _unpacks_too_far(part: zipfile.ZipInfo, size: int) -> bool:
    return size > _SMALL_PART and size > part.compress_size * _MAX_RATIO


def _check_prolog(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """A document type can only stand before the first element, so reading stops there."""
    try:
        with archive.open(part) as stream:
            next(iterparse(stream, events=("start",), forbid_dtd=True), None)
    except DefusedXmlException:
        raise UnusableFile(
            _("The workbook declares a document type, which no spreadsheet program does.")
        ) from None
    except ParseError:
        raise UnusableFile(_("The workbook is damaged and cannot be opened.")) from None


def _bomb() -> UnusableFile:
    return UnusableFile(
        _(
            "The workbook unpacks to far more than its own size and is not opened."
            " Copy the rows into a new workbook."
        )
    )
