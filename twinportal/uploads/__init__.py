"""Documents that people hand in: looked through before they are kept, handed out as downloads.

Knows no app, so that every app may use it.
"""

from twinportal.uploads.field import DocumentField, DocumentsField, columns_of
from twinportal.uploads.kinds import content_type_of
from twinportal.uploads.naming import readable_name
from twinportal.uploads.serving import as_download, sha256_of

__all__ = [
    "DocumentField",
    "DocumentsField",
    "as_download",
    "columns_of",
    "content_type_of",
    "readable_name",
    "sha256_of",
]
