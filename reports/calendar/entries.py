"""The entries of a calendar: activities, anniversaries, and the days of agreements."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from activities.models import Activity
from relationships.models import Agreement, Relationship
from reports.look_ahead import anniversary

LONGEST_BACK = 200  # years of a tie whose anniversaries are looked at


class Entry(NamedTuple):
    """Something on the days from ``first`` to ``last``, both included.

    ``some_time_in`` says the month or the year where the day is not known. ``key`` names the
    record for good; ``version`` and ``changed`` tell other calendars what is newer.
    """

    key: str
    kind: str
    title: str
    first: date
    last: date
    address: str
    version: int
    changed: datetime
    note: str = ""
    some_time_in: str = ""
    place: str = ""
    status: str = ""
    status_words: str = ""

    @property
    def order(self):
        return self.first, bool(self.some_time_in), self.kind != "activity", self.title, self.key


def entries(
    user, office, first: date, last: date, *, relationship=None, status="", with_void=False
) -> list[Entry]:
    """What ``user`` may read of ``office`` on the days from ``first`` to ``last``.

    With a ``status`` only activities of that status; void ones only where ``with_void``.
    """
    activities = _activities(user, office, relationship).overlapping(first, last)
    if not with_void:
        activities = activities.not_void()
    if status:
        found = map(_of_activity, activities.filter(status=status))
    else:
        found = [
            *map(_of_activity, activities),
            *_anniversaries(user, office, relationship, first, last),
            *_agreement_days(user, office, relationship, first, last),
        ]
    return sorted(found, key=lambda entry: entry.order)


def _activities(user, office, relationship):
    activities = Activity.objects.visible_to(user, "activities.view_activity").of_office(office)
    if relationship:
        activities = activities.of_relationship(relationship)
    return activities.with_relationships()


def _of_activity(activity) -> Entry:
    starts, ends = activity.starts, activity.ends
    is_known = starts.precision == ends.precision == "day"
    return Entry(
        key=f"activity-{activity.pk}",
        kind="activity",
        title=activity.title,
        first=activity.start_date,
        last=activity.end_date,
        address=activity.get_absolute_url(),
        version=activity.version,
        changed=activity.updated_at,
        note=", ".join(str(tie) for tie in activity.relationships.all()),
        some_time_in="" if is_known else _some_time_in(starts, ends),
        place=activity.place,
        status=activity.status,
        status_words=str(activity.get_status_display()),
    )


def _some_time_in(starts, ends):
    if starts == ends:
        return starts.in_words()
    return _("%(first)s to %(last)s") % {"first": starts.in_words(), "last": ends.in_words()}


def _ties(user, office, relationship):
    ties = Relationship.objects.visible_to(user, "relationships.view_relationship")
    ties = ties.of_office(office).in_force().with_cities()
    return ties.filter(pk=relationship.pk) if relationship else ties


def _anniversaries(user, office, relationship, first, last) -> Iterator[Entry]:
    for tie in _ties(user, office, relationship).filter(start_date__isnull=False):
        # Of a start known to the year the anniversary is the whole year.
        for year in range(first.year, last.year + 1):
            years = year - tie.start_date.year
            if 0 < years <= LONGEST_BACK:
                on = anniversary(tie.since, years)
                if on.first <= last and on.last >= first:
                    yield _anniversary(tie, years, on)


def _anniversary(tie, years, on) -> Entry:
    words = {"years": years, "tie": tie}
    return Entry(
        key=f"anniversary-{tie.pk}-{years}",
        kind="anniversary",
        title=ngettext("%(years)s year: %(tie)s", "%(years)s years: %(tie)s", years) % words,
        first=on.first,
        last=on.last,
        address=tie.get_absolute_url(),
        version=tie.version,
        changed=tie.updated_at,
        some_time_in="" if on.precision == "day" else on.in_words(),
    )


def _agreement_days(user, office, relationship, first, last) -> Iterator[Entry]:
    """The end of each agreement that stands, and the last day on which notice can be given."""
    agreements = (
        Agreement.objects.visible_to(user, "relationships.view_agreement")
        .of_office(office)
        .current()
        .filter(end_date__gte=first)
        .select_related("relationship__home_city", "relationship__partner_city")
    )
    if relationship:
        agreements = agreements.filter(relationship=relationship)
    for agreement in agreements:
        if agreement.end_date <= last:
            yield _of_agreement(agreement, "agreement_end", agreement.end_date)
        if agreement.notice_days:
            day = agreement.end_date - timedelta(days=agreement.notice_days)
            if first <= day <= last:
                yield _of_agreement(agreement, "notice", day)


def _of_agreement(agreement, kind, day) -> Entry:
    titles = {
        "agreement_end": _("Renews by itself: %(agreement)s")
        if agreement.renews_by_itself
        else _("Ends: %(agreement)s"),
        "notice": _("Last day for notice: %(agreement)s"),
    }
    return Entry(
        key=f"{kind.replace('_', '-')}-{agreement.pk}",
        kind=kind,
        title=titles[kind] % {"agreement": agreement},
        first=day,
        last=day,
        address=agreement.relationship.get_absolute_url(),
        version=agreement.version,
        changed=agreement.updated_at,
        note=str(agreement.relationship),
    )
