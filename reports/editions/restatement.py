"""What a restatement says beside its figures: what changed, and what was recorded since."""

import zoneinfo

from django.contrib.contenttypes.models import ContentType
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.history.change import Change
from activities.models import Activity
from relationships.models import Relationship
from reports.editions.differences import differences
from reports.editions.figures import figure_words, value_words
from reports.models import Edition


def restatement(edition: Edition) -> dict:
    """Line by line what differs from the edition that ``edition`` restates, and why."""
    with override(edition.language):
        return {
            "number": edition.restates.number_text,
            "sha256": edition.restates.sha256,
            "reason": edition.reason,
            "lines": [
                _in_words(line) for line in differences(edition.restates.summary, edition.summary)
            ],
            "records": _records(edition),
        }


def _in_words(line):
    return line | {
        "figure_label": figure_words(line["figure"]),
        "before_text": value_words(line["before"]),
        "after_text": value_words(line["after"]),
    }


def _records(edition):
    """Each record of the office that changed since the figures were frozen; the last act counts."""
    since = Change.objects.filter(timestamp__gte=edition.restates.frozen_at)
    relationships = Relationship.objects.of_office(edition.office)
    activities = Activity.objects.filter(relationships__in=relationships).distinct()
    return [
        *_changed(since, relationships.with_cities(), _("Relationship"), edition),
        *_changed(since, activities, _("Activity"), edition),
    ]


def _changed(since, records, kind, edition):
    whole = ContentType.objects.get_for_model(records.model)
    changes = since.filter(whole_type=whole, whole_id__in=records.order_by().values("pk"))
    last = {change.whole_id: change for change in changes.select_related("actor").order_by("pk")}
    found = records.in_bulk(list(last))
    return [
        {
            "kind": kind,
            "id": pk,
            "name": str(found[pk]),
            "by": str(change.actor or _("the portal")),
            "on": _day(change, edition.office).isoformat(),
            "when": date_format(_day(change, edition.office), "DATE_FORMAT"),
        }
        for pk, change in last.items()
    ]


def _day(change, office):
    return change.timestamp.astimezone(zoneinfo.ZoneInfo(office.time_zone)).date()
