"""The column of sentences that a file of refused rows has beside its own."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from activities.imports.mapping import squeeze


def sentence_header() -> str:
    return _("What to correct")


def is_sentence_header(name: str) -> bool:
    """The file is one of ours that comes back: the column is not part of it."""
    return squeeze(name) in _headers()


def _headers() -> set[str]:
    headers = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            headers.add(squeeze(sentence_header()))
    return headers
