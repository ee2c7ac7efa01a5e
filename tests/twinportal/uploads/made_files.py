"""Documents made by hand, as small as their kinds allow."""

import io
import struct
import zipfile
import zlib

from twinportal.uploads.office import MAIN_PART

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
JPG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    + b"\x00" * 40
    + b"\xff\xd9"
)
MAIN_NAME = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


def _chunk(name, data=b""):
    checked = name + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\x00\x00"))
    + _chunk(b"IEND")
)


def archive(parts: dict[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return kept.getvalue()


def types(*content_types) -> bytes:
    listed = "".join(f'<Override PartName="/p" ContentType="{one}"/>' for one in content_types)
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<?xml version="1.0"?><Types xmlns="{space}">{listed}</Types>'.encode()


def office_document(kind, **more_parts) -> bytes:
    parts = {"[Content_Types].xml": types(MAIN_PART[kind]), MAIN_NAME[kind]: b"<document/>"}
    return archive(parts | more_parts)


DOCX, XLSX = office_document("docx"), office_document("xlsx")
