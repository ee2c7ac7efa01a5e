"""The bytes of a text file as text, whatever program wrote it."""

import codecs
import re
from contextlib import suppress

from django.utils.translation import gettext as _

from activities.imports.files.eastern_letters import evident_encoding
from activities.imports.files.separators import SEPARATORS
from activities.imports.refusals import UnreadableLetters, UnusableFile

_MARKS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]
_OF_FILES = re.compile(
    r"utf-(8|16|16-[lb]e|32)|cp\d+|iso8859-\d+|koi8-[ru]|mac-(roman|latin2|cyrillic|greek|turkish)"
    r"|gb2312|gbk|gb18030|big5(hkscs)?|shift_jis(x0213|_2004)?|euc_(jp|kr)"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
# Four bytes above ASCII in a row hardly occur in western text of one byte a letter, but
# make up every sentence in the Chinese, Japanese, Korean and Cyrillic encodings.
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
# Signs that stand between letters only where another encoding is read as Windows-1252:
# “QuŽbec” from a Mac, “Qu‚bec” from DOS, “Wroc³aw” from Central Europe.
_MISREAD = re.compile("[^\\W\\d_][‚ƒ„†‡ˆ‰Š‹Ž˜¡¢£¤¥¦§¨©¬®¯°±²³´¸¹¼½¾¿][a-zà-ÿ]")


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """``data`` as text, and a remark where its encoding had to be guessed.

    Unicode is told by its mark or by its form; other text is read in ``encoding`` if that is
    named, as Chinese, Japanese or Korean where it evidently is, else as Windows-1252.
    Raises UnusableFile for anything that is not text in one of them.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data[len(mark) :], marked)), ""
    if encoding:
        return _as_named(data, _known(encoding))
    if b"\0" in data:
        return _checked(_without_mark(data)), ""
    try:
        return _checked(data.decode("utf-8")), ""
    except UnicodeDecodeError as error:
        return _in_other_letters(data, error)


def _as_named(data: bytes, encoding: str) -> tuple[str, str]:
    text = _checked(_strictly(data, encoding))
    with suppress(UnicodeDecodeError):
        if data.decode("utf-8") != text:
            return text, _(
                "The file could be UTF-8 as well; it is read as %(encoding)s, which was named."
            ) % {"encoding": encoding.upper()}
    return text, ""


def _known(encoding: str) -> str:
    with suppress(LookupError, ValueError):
        found = codecs.lookup(encoding).name
        if _OF_FILES.fullmatch(found):
            return found
    raise UnusableFile(
        _("There is no encoding “%(encoding)s”; utf-8, cp1252, gb18030 and cp932 are some.")
        % {"encoding": encoding}
    )


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableLetters(
            _("The file begins as %(encoding)s text but does not go on as such.")
            % {"encoding": encoding.upper()}
        ) from None


def _without_mark(data: bytes) -> str:
    """UTF-16 whose mark is missing: in the right order of bytes there are separators and ends of
    lines, in the wrong one they become rare characters."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data.decode(encoding, "replace") if len(data) % 2 == 0 else ""
        plain = sum(char <= "\x7f" for char in text)
        if "\0" not in text and plain * 4 > len(text) and any(map(text.count, SEPARATORS)):
            return _strictly(data, encoding)
    raise UnusableFile(
        _("Line %(line)d of the file holds a NUL byte: this is not a text table.")
        % {"line": data[: data.index(b"\0")].count(b"\n") + 1}
    )


def _in_other_letters(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    if _is_mostly_utf8(data):
        raise UnusableFile(
            _("Line %(line)d of the file is not valid UTF-8. Save the file as CSV UTF-8 again.")
            % {"line": data[: error.start].count(b"\n") + 1}
        )
    if encoding := evident_encoding(data):
        return _checked(_strictly(data, encoding)), _guessed(encoding.upper())
    try:
        text = _checked(data.decode("cp1252")) if _may_be_western(data) else ""
    except UnicodeDecodeError:
        text = ""
    if not text:
        raise UnreadableLetters(
            _("The letters of the file cannot be read. Save it as “CSV UTF-8” or as .xlsx.")
        )
    if found := _MISREAD.search(text):
        raise UnreadableLetters(
            _(
                "Line %(line)d of the file would read “%(letters)s”: its letters are not those of"
                " Windows. Save it as “CSV UTF-8” or as .xlsx."
            )
            % {
                "line": text.count("\n", 0, found.start()) + 1,
                "letters": _around(found),
            }
        )
    return text, _guessed("Windows-1252")


def _around(found: re.Match) -> str:
    """The word in which something was found."""
    before = re.search(r"\w*$", found.string[max(found.start() - 20, 0) : found.start()])
    after = re.match(r"\w*", found.string[found.end() : found.end() + 20])
    return before[0] + found[0] + after[0]


def _may_be_western(data: bytes) -> bool:
    runs = _HIGH_BYTES.findall(data)
    return sum(len(run) > 3 for run in runs) * 5 < len(runs)


def _guessed(encoding: str) -> str:
    return _(
        "The file does not say how its letters are written; it is read as %(encoding)s."
        " Check names with accents or in other scripts."
    ) % {"encoding": encoding}


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
