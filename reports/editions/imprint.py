"""What an edition says of itself beside its figures: draft or issued, under which number."""

import zoneinfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from reports.models import Edition


def imprint(edition: Edition) -> dict:
    """The lines that every file carries; they are no part of the summary and of its hash."""
    with override(edition.language):
        return {
            "state": "draft" if edition.is_draft else "issued",
            "number": edition.number_text,
            "issued_on": None if edition.is_draft else _day(edition).isoformat(),
            "sha256": edition.sha256,
            "text": _draft() if edition.is_draft else _issued(edition),
        }


def _draft():
    return _("Draft. Not issued: the figures may still change.")


def _issued(edition):
    said = _("Issued as no. %(number)s on %(day)s.") % {
        "number": edition.number_text,
        "day": date_format(_day(edition), "DATE_FORMAT"),
    }
    if not edition.restates:
        return said
    corrected = _("It restates no. %(number)s.") % {"number": edition.restates.number_text}
    return f"{said} {corrected}"


def _day(edition):
    return edition.issued_at.astimezone(zoneinfo.ZoneInfo(edition.office.time_zone)).date()
