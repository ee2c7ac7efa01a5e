"""Word and Excel documents: zip archives of parts, looked through before they are kept."""

import zipfile

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from django.utils.translation import gettext as _

from twinportal.uploads.kinds import OFFICE
from twinportal.uploads.refusal import Refused

MAIN_PART = {
    "docx": f"{OFFICE}.wordprocessingml.document.main+xml",
    "xlsx": f"{OFFICE}.spreadsheetml.sheet.main+xml",
}
LIST_OF_PARTS = "[Content_Types].xml"
MACROS = ("vbaproject", "macrosheet", "macroenabled")
MAX_PARTS = 5_000
MAX_UNPACKED = 200 * 1024 * 1024
MAX_LIST = 1024 * 1024
PROTECTED = 0x1  # the flag of a part that needs a password
CHUNK = 1024 * 1024


def check_office_document(file, kind: str) -> None:
    """Raise Refused unless ``file`` is such a document, whole, of bearable size, without macros."""
    file.seek(0)
    start = file.read(4)
    if start == b"\xd0\xcf\x11\xe0":
        raise Refused(
            _("is in the older format or protected by a password: save it anew without one")
        )
    if start != b"PK\x03\x04":
        raise Refused(_("is not what its ending says: its content is of another kind"))
    try:
        with zipfile.ZipFile(file) as archive:
            _check_parts(archive.infolist())
            _check_types(_types(archive), kind)
            _read_through(archive)
    except Refused:
        raise
    except Exception:  # a damaged archive makes zipfile raise nearly anything
        raise Refused(_("is damaged and cannot be opened")) from None


def _check_parts(parts) -> None:
    names = {part.filename.lower() for part in parts}
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Refused(_("unpacks to far more than its own size and is not opened"))
    if len(names) < len(parts) or any(_leads_out(name) for name in names):
        raise Refused(_("has parts that no such program writes"))
    if any(part.flag_bits & PROTECTED for part in parts):
        raise Refused(_("is protected by a password: save it anew without one"))
    _refuse_macros(names)


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/")


def _types(archive) -> set[str]:
    """What the document says its parts are, in lower case."""
    with archive.open(LIST_OF_PARTS) as listed:
        text = listed.read(MAX_LIST + 1)
    if len(text) > MAX_LIST:
        raise Refused(_("has parts that no such program writes"))
    try:
        root = fromstring(text, forbid_dtd=True)
    except (DefusedXmlException, ParseError):
        raise Refused(_("is damaged and cannot be opened")) from None
    return {part.get("ContentType", "").lower() for part in root}


def _check_types(types: set[str], kind: str) -> None:
    _refuse_macros(types)
    if MAIN_PART[kind].lower() not in types:
        raise Refused(_("is not what its ending says: its content is of another kind"))


def _refuse_macros(words: set[str]) -> None:
    if any(mark in word for word in words for mark in MACROS):
        raise Refused(_("contains macros: save it anew without them"))


def _read_through(archive) -> None:
    """Every part once, in a stream: a size that the list understates ends in a false checksum."""
    for part in archive.infolist():
        with archive.open(part) as stream:
            while stream.read(CHUNK):
                pass
