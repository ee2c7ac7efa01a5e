"""Whether the content of a file is what its name says."""

import io
import zipfile

import filetype
from django.utils.translation import gettext as _

from twinportal.uploads.kinds import CONTENT_TYPES
from twinportal.uploads.office import check_office_document
from twinportal.uploads.refusal import Refused

HEAD = 4096
TAIL = 1024
# What makes a browser that guesses take a file for a page.
PAGE_MARKS = (b"<html", b"<script", b"<svg", b"<!doctype", b"<?php", b"<iframe")
END_OF_ARCHIVE = b"PK\x05\x06"
LENGTH_OF_END = 22


def check_content(file, kind: str) -> None:
    """Raise Refused unless ``file`` is a sound document of this kind and nothing else besides."""
    file.seek(0)
    head = file.read(HEAD)
    if any(mark in head.lower() for mark in PAGE_MARKS):
        raise Refused(_("contains a web page, which is not kept here"))
    if kind in {"docx", "xlsx"}:
        check_office_document(file, kind)
    else:
        _check_signature(file, head, kind)
    file.seek(0)


def _check_signature(file, head: bytes, kind: str) -> None:
    found = filetype.guess(head)
    if found is None or found.mime != CONTENT_TYPES[kind]:
        raise Refused(_("is not what its ending says: its content is of another kind"))
    tail = _tail(file, TAIL)
    if (kind == "pdf" and b"%%EOF" not in tail) or (kind == "png" and tail[-8:-4] != b"IEND"):
        raise Refused(_("is cut short or has something after its end"))
    if _ends_as_archive(file):
        raise Refused(_("is a zip archive as well, which no such document is"))


def _tail(file, length: int) -> bytes:
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - length))
    return file.read()


def _ends_as_archive(file) -> bool:
    """A zip archive is found from its end; one may be hung on to any other file."""
    tail = _tail(file, LENGTH_OF_END + 0xFFFF)
    at = tail.rfind(END_OF_ARCHIVE)
    if at < 0 or len(tail) - at < LENGTH_OF_END:
        return False
    comment = int.from_bytes(tail[at + 20 : at + 22], "little")
    return at + LENGTH_OF_END + comment == len(tail) and zipfile.is_zipfile(file)
