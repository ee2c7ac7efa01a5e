"""Handing a kept file out: as a download, under a readable name, and never run as a page."""

import hashlib

from django.http import FileResponse, Http404
from django.utils.translation import gettext as _

from twinportal.uploads.naming import readable_name


def sha256_of(file) -> str:
    """The SHA-256 of the content, in hexadecimal; leaves the file at its beginning."""
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return digest


def as_download(file, name: str, content_type: str) -> FileResponse:
    """``file`` (of a model) as a download called ``name``; 404 if it is no longer in its place."""
    try:
        content = file.open("rb")
    except (FileNotFoundError, ValueError):
        raise Http404(_("This file is no longer in its place.")) from None
    response = FileResponse(
        content, as_attachment=True, filename=readable_name(name), content_type=content_type
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-cache"
    return response
