"""The bytes of a text file as text, whatever program wrote it."""

import codecs
import re

from django.utils.translation import gettext as _

from activities.imports.refusals import UnusableFile

_MARKS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
# Four bytes above ASCII in a row hardly occur in western text of one byte a letter, but
# make up every sentence in the Chinese, Japanese, Korean and Cyrillic encodings.
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")


def decode(data: bytes) -> str:
    """``data`` as text: UTF-8, UTF-16 and UTF-32 with or without their mark, or Windows-1252.

    Raises UnusableFile for anything that is not text in one of them.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data[len(mark) :], encoding))
    if b"\0" in data:
        return _checked(_without_mark(data))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _checked(_in_western_letters(data, error))


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnusableFile(
            _("The file begins as %(encoding)s text but does not go on as such.")
            % {"encoding": encoding.upper()}
        ) from None


def _without_mark(data: bytes) -> str:
    """UTF-16 whose mark is missing: every second byte of a header in Latin letters is zero."""
    start = data[:400]
    if len(data) % 2 == 0:
        if start[1::2].count(0) > len(start) * 0.4 and not start[0::2].count(0):
            return _strictly(data, "utf-16-le")
        if start[0::2].count(0) > len(start) * 0.4 and not start[1::2].count(0):
            return _strictly(data, "utf-16-be")
    raise UnusableFile(
        _("Line %(line)d of the file holds a NUL byte: this is not a text table.")
        % {"line": data[: data.index(b"\0")].count(b"\n") + 1}
    )


def _in_western_letters(data: bytes, error: UnicodeDecodeError) -> str:
    if _is_mostly_utf8(data):
        raise UnusableFile(
            _("Line %(line)d of the file is not valid UTF-8. Save the file as CSV UTF-8 again.")
            % {"line": data[: error.start].count(b"\n") + 1}
        )
    runs = _HIGH_BYTES.findall(data)
    if sum(len(run) > 3 for run in runs) * 5 < len(runs):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    raise UnusableFile(
        _("The letters of the file cannot be read. Save it as “CSV UTF-8” or as .xlsx.")
    )


def _is_mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "surrogateescape")
    strange = sum("\udc80" <= char <= "\udcff" for char in text)
    return sum(char > "\x7f" for char in text) - strange > strange


def _checked(text: str) -> str:
    found = _CONTROL.search(text)
    if found:
        raise UnusableFile(
            _("Line %(line)d of the file holds a character that no text has: not a text table.")
            % {"line": text.count("\n", 0, found.start()) + 1}
        )
    return text.removeprefix("\ufeff")
