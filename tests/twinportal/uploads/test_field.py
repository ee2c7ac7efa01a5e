"""Which documents are taken, under which name, and what is said of the others."""

import contextlib
import hashlib
import io
import random
import zipfile

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.twinportal.uploads.made_files import (
    DOCX,
    JPG,
    MAIN_PART,
    PDF,
    PNG,
    XLSX,
    archive,
    office_document,
    types,
)
from twinportal.uploads import DocumentField, DocumentsField
from twinportal.uploads.kinds import CONTENT_TYPES

GOOD = {"a.pdf": PDF, "a.docx": DOCX, "a.xlsx": XLSX, "a.png": PNG, "a.jpg": JPG, "A.JPEG": JPG}
ARCHIVE = archive({"evil.txt": b"evil"})
OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
MACRO_DOCUMENT = "application/vnd.ms-word.document.macroEnabled.main+xml"
ENTITIES = b'<!DOCTYPE t [<!ENTITY a "aaaa">]>' + types(MAIN_PART["docx"])[21:]


def taken(name, content, field=None):
    return (field or DocumentField()).clean(SimpleUploadedFile(name, content))


def refusal(name, content):
    with pytest.raises(ValidationError) as refused:
        taken(name, content)
    (sentence,) = refused.value.messages
    return sentence


@pytest.mark.parametrize("name", GOOD)
def test_a_sound_document_is_taken_under_a_name_of_the_server(name):
    file = taken(name, GOOD[name])

    kind = file.name.rpartition(".")[2]
    assert file.original_name == name
    assert file.content_type == CONTENT_TYPES[kind]
    assert file.sha256 == hashlib.sha256(GOOD[name]).hexdigest()
    assert len(file.name) == 32 + 1 + len(kind)
    assert file.read() == GOOD[name]


def test_a_workbook_as_programs_write_it_is_taken():
    kept = io.BytesIO()
    openpyxl.Workbook().save(kept)

    assert taken("return.xlsx", kept.getvalue()).original_name == "return.xlsx"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.pdf", b"", "is empty"),
        ("a.svg", b"<svg/>", "is not of a kind that is kept here"),
        ("a.html", b"<html/>", "is not of a kind that is kept here"),
        ("a.exe", b"MZ", "is not of a kind that is kept here"),
        ("a.pdf.exe", PDF, "is not of a kind that is kept here"),
        ("pdf", PDF, "is not of a kind that is kept here"),
        ("a.docm", DOCX, "is not of a kind that is kept here"),
        ("a.xls", OLD_FORMAT, "is not of a kind that is kept here"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "contains a web page"),
        ("a.pdf", b"<!DOCTYPE html><p>", "contains a web page"),
        ("a.jpg", JPG[:20] + b"<script>alert(1)</script>" + JPG[20:], "contains a web page"),
        ("a.pdf", b"%PDF-1.4 <html><script>" + PDF, "contains a web page"),
        ("a.pdf", PNG, "is not what its ending says"),
        ("a.png", JPG, "is not what its ending says"),
        ("a.jpg", b"MZ\x90\x00", "is not what its ending says"),
        ("a.pdf", b"MZ" + PDF, "is not what its ending says"),
        ("a.docx", XLSX, "is not what its ending says"),
        ("a.xlsx", PDF, "is not what its ending says"),
        ("a.docx", b"MZ" + DOCX, "is not what its ending says"),
        ("a.pdf", PDF[:30], "is cut short or has something after its end"),
        ("a.png", PNG + b"more", "is cut short or has something after its end"),
        ("a.pdf", PDF + ARCHIVE + b"", "is a zip archive as well"),
        ("a.jpg", JPG + ARCHIVE, "is a zip archive as well"),
        ("a.docx", OLD_FORMAT, "is in the older format or protected by a password"),
        ("a.docx", ARCHIVE, "is damaged"),
        ("a.xlsx", XLSX[:-30], "is damaged"),
        ("a.docx", archive({"[Content_Types].xml": ENTITIES}), "is damaged"),
        ("a.docx", archive({"[Content_Types].xml": b"<Types"}), "is damaged"),
        ("a.docx", archive({"[Content_Types].xml": types(MACRO_DOCUMENT)}), "contains macros"),
        ("a.docx", office_document("docx", **{"word/vbaProject.bin": b"x"}), "contains macros"),
        ("a.xlsx", office_document("xlsx", **{"../../etc/x": b"x"}), "has parts that no such"),
        ("a.xlsx", office_document("xlsx", **{"XL/workbook.xml": b"x"}), "has parts that no such"),
    ],
)
def test_a_document_that_is_none_is_refused_with_a_sentence(name, content, reason):
    assert refusal(name, content).startswith(f"“{name}” {reason}")


def test_a_file_over_the_limit_is_refused(settings):
    settings.DOCUMENT_MAX_BYTES = 1024

    said = refusal("long.pdf", PDF[:9] + b" " * 2000 + PDF[9:])

    assert said == "“long.pdf” has 2.0\xa0KB; a file may have at most 1.0\xa0KB."


def test_a_document_that_unpacks_to_more_than_bearable_is_refused(monkeypatch):
    monkeypatch.setattr("twinportal.uploads.office.MAX_UNPACKED", 100_000)
    bomb = office_document("xlsx", **{"xl/sheet.xml": b"0" * 100_000})

    assert "unpacks to far more" in refusal("a.xlsx", bomb)


def test_a_document_of_too_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr("twinportal.uploads.office.MAX_PARTS", 2)

    assert "unpacks to far more" in refusal("a.xlsx", office_document("xlsx", more=b"x"))


def test_a_part_that_understates_its_size_is_refused():
    content = bytearray(office_document("xlsx", **{"xl/sheet.xml": b"0" * 100_000}))
    for at in range(len(content) - 4):
        if content[at : at + 4] == (100_000).to_bytes(4, "little"):
            content[at : at + 4] = (10).to_bytes(4, "little")

    assert refusal("a.xlsx", bytes(content)) == "“a.xlsx” is damaged and cannot be opened."


def test_a_part_that_needs_a_password_is_refused():
    content = bytearray(XLSX)
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        content[content.index(start) + (6 if start[2] == 3 else 8)] |= 1

    assert "protected by a password" in refusal("a.xlsx", bytes(content))


def test_no_damage_makes_the_field_stumble():
    dice = random.Random(7)
    for name, content in GOOD.items():
        for _turn in range(60):
            hurt = bytearray(content)
            for _time in range(dice.randint(1, 8)):
                hurt[dice.randrange(len(hurt))] = dice.randrange(256)
            with contextlib.suppress(ValidationError):
                taken(name, bytes(hurt[: dice.randint(1, len(hurt))]))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Temp\\Visit.pdf", "Visit.pdf"),
        ("in\x00vite\r\n.pdf", "invite.pdf"),
        ("西安 2016年.pdf", "西安 2016年.pdf"),
        ("a" * 300 + ".pdf", "a" * 196 + ".pdf"),
        ('plan "B"?.pdf', "plan B .pdf"),
    ],
)
def test_a_name_is_kept_as_people_read_it(name, shown):
    file = SimpleUploadedFile("x.pdf", PDF)
    file._name = name

    assert DocumentField().clean(file).original_name == shown


def test_a_name_whose_direction_is_turned_keeps_its_true_ending():
    assert refusal("invoice\u202efdp.exe", PDF).startswith("“invoicefdp.exe” is not of a kind")


def test_of_several_files_each_refused_one_is_named():
    files = [SimpleUploadedFile(name, b"MZ") for name in ("one.pdf", "two.png")]

    with pytest.raises(ValidationError) as refused:
        DocumentsField().clean([*files, SimpleUploadedFile("three.pdf", PDF)])

    assert [sentence.split()[0] for sentence in refused.value.messages] == [
        "“one.pdf”",
        "“two.png”",
    ]


def test_nothing_chosen_is_no_file():
    assert DocumentField(required=False).clean(None) is None
    assert DocumentsField(required=False).clean([]) == []
    with pytest.raises(ValidationError):
        DocumentsField().clean([])


def test_the_archive_is_read_whole_even_when_it_hides_a_second_one():
    hidden = archive({"hidden.exe": b"MZ"})

    assert zipfile.is_zipfile(io.BytesIO(DOCX + hidden))
    assert "is damaged" in refusal("a.docx", DOCX + hidden)
