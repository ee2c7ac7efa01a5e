"""Which records that an edition is made from were changed since an earlier one was frozen."""

import zoneinfo

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.history.change import Change
from activities.models import Activity
from relationships.models import Relationship
from reports.models import AnnualReturn, Edition, Policy


def records_changed(edition: Edition) -> list[dict]:
    """The records behind ``edition`` changed since the one it restates; the last act counts.

    What left the office's records since is told under the name that the restated edition has.
    """
    before, office = edition.restates, edition.office
    since = Change.objects.filter(timestamp__gte=before.frozen_at or before.requested_at)
    ties = Relationship.objects.of_office(office)
    activities = Activity.objects.filter(relationships__in=ties).distinct()
    returns = AnnualReturn.objects.filter(relationship__in=ties, year__lte=edition.year)
    policies = Policy.objects.filter(Q(office=office) | Q(office__isnull=True))
    named = {
        Relationship: {tie["id"]: tie["name"] for tie in before.summary["ties"]},
        Activity: {row["id"]: row["title"] for row in before.summary["activities"]},
    }
    return [
        told
        for records in (
            ties.with_cities(),
            activities,
            returns.select_related("relationship__home_city", "relationship__partner_city"),
            policies.select_related("office"),
        )
        for told in _changed(since, records, named.get(records.model, {}), office)
    ]


def _changed(since, records, named, office):
    whole = ContentType.objects.get_for_model(records.model)
    gone = named.keys() - set(records.order_by().values_list("pk", flat=True)) if named else ()
    ours = Q(whole_id__in=records.order_by().values("pk")) | Q(whole_id__in=gone)
    changes = since.filter(ours, whole_type=whole).select_related("actor").order_by("pk")
    last = {change.whole_id: change for change in changes}
    names = named | {pk: str(record) for pk, record in records.in_bulk(list(last)).items()}
    kind = capfirst(str(records.model._meta.verbose_name))
    return [_told(kind, pk, names[pk], change, office) for pk, change in last.items()]


def _told(kind, pk, name, change, office):
    day = change.timestamp.astimezone(zoneinfo.ZoneInfo(office.time_zone)).date()
    return {
        "kind": kind,
        "id": pk,
        "name": name,
        "by": str(change.actor or _("the portal")),
        "on": day.isoformat(),
        "when": date_format(day, "DATE_FORMAT"),
    }
