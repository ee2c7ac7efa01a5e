"""What a council digest says, as plain data in the active language, frozen with its message.

Every figure is one of the annual summary. It names ties and activities, never a contact.
"""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Rhythm
from activities.choices import Involvement
from activities.models import Activity
from relationships.models import Relationship
from relationships.models.relationship import LegalStatus
from reports.council.due import Due
from reports.dashboard import likelihood_rows
from reports.look_ahead import RULES
from reports.metrics import policy_year
from reports.models import Alert, Edition
from reports.models.alert import AlertKind
from reports.outlook import outlook, sleepers
from reports.signs import STATUSES
from reports.statement import not_reported_years, statement
from reports.summary import annual_summary
from reports.wording import falling_asleep, reason

SHOWN = 12
# An activity entered later than its month is told in the next digest, if it is no older.
LATE = timedelta(days=92)


def council_content(
    *,
    office,
    due: Due,
    today: date,
    told: Collection[int] = (),
    told_at: datetime | None = None,
) -> dict:
    """What ``due`` says on ``today`` to somebody who was told of the activities ``told`` before,
    last at the moment ``told_at``.
    """
    ties = Relationship.objects.of_office(office).with_cities()
    before, now = (_summary(office, ties, day) for day in (due.since, due.as_of))
    held = _held(office, due, told, told_at)
    ahead = _ahead(office, ties, today)
    return {
        "language": get_language(),
        "rhythm": due.rhythm,
        "since": due.since.isoformat(),
        "as_of": due.as_of.isoformat(),
        "as_of_text": date_format(due.as_of, "DATE_FORMAT"),
        "period": _period(office, due),
        "statement": statement(now),
        "held": [_activity(activity) for activity in held[:SHOWN]],
        "held_more": max(len(held) - SHOWN, 0),
        "told": [activity.pk for activity in held],
        "changed": _changes(before, now),
        "alerts": Alert.objects.of_office(office).unanswered(today).count(),
        "ahead": ahead[:SHOWN],
        "ahead_more": max(len(ahead) - SHOWN, 0),
        "likelihoods": [_likelihood(row) for row in likelihood_rows(now, None)[:2]],
        "not_reported": not_reported_years(now.statement.not_reported_pair_years),
        "ties": len(now.ties),
        "dashboard": f"{reverse('dashboard')}?office={office.slug}",
        "edition": _edition(office, due),
        "is_demonstration": office.is_demonstration,
    }


def has_news(content: dict) -> bool:
    """Whether something was held or changed; without it no monthly digest is written."""
    return bool(content["held"] or content["changed"])


def _summary(office, ties, as_of):
    year = policy_year(as_of, office.fiscal_year_start_month)
    return annual_summary(year=year, as_of=as_of, relationships=ties)


def _period(office, due):
    if due.rhythm == Rhythm.YEARLY:
        return str(policy_year(due.as_of, office.fiscal_year_start_month))
    return date_format(due.as_of, "YEAR_MONTH_FORMAT")


def _held(office, due, told, told_at) -> list[Activity]:
    """The activities of the days of ``due``, and those entered late, each told once."""
    in_time = Q(end_date__gt=due.since)
    if told_at:
        in_time |= Q(end_date__gt=due.since - LATE, updated_at__gte=told_at)
    found = Activity.objects.of_office(office).live().started_by(due.as_of).filter(in_time)
    found = found.with_relationships().order_by("start_date", "pk")
    return [activity for activity in found if activity.pk not in told]


def _activity(activity):
    return {
        "title": activity.title,
        "ties": ", ".join(str(tie) for tie in activity.relationships.all()),
        "when": activity.starts.in_words(),
        "who": str(Involvement(activity.involvement).label),
        "address": activity.get_absolute_url(),
    }


def _changes(before, now) -> list[dict]:
    """What the ties are called at the end and were not at the beginning; new ones say so too."""
    earlier = {tie.id: tie for tie in before.ties}
    found = []
    for tie in now.ties:
        was = earlier[tie.id]
        for old, new, words in (
            (was.reading, tie.reading, STATUSES),
            (was.legal_status, tie.legal_status, dict(LegalStatus.choices)),
        ):
            if old != new:
                change = {"then": str(words[old]), "now": str(words[new])}
                found.append({"tie": tie.name, **change})
    return found


def _ahead(office, ties, today) -> list[dict]:
    """The days to come; whom to write to about a contact is for the desk to say."""
    names = {tie.pk: str(tie) for tie in ties}
    days = [
        (ahead, reason(ahead.kind, ahead.figures, RULES[ahead.kind]))
        for ahead in outlook(ties=ties, office=office, as_of=today)
        if ahead.kind != AlertKind.CONTACT_UNVERIFIED
    ]
    days += [
        (ahead, falling_asleep(ahead.kind, ahead.figures))
        for ahead in sleepers(_summary(office, ties, today), today)
    ]
    days.sort(key=lambda pair: (pair[0].day, pair[0].relationship_id, str(pair[0].kind)))
    return [{"tie": names[ahead.relationship_id], "sentence": words} for ahead, words in days]


def _likelihood(row):
    low, high = row.likelihood.interval or (None, None)
    return {
        "name": row.name,
        "note": row.note,
        "n": row.likelihood.n,
        "of": row.likelihood.of,
        "percent": row.likelihood.percent,
        "low": low,
        "high": high,
    }


def _edition(office, due) -> str:
    """The address of the last edition built for the year the digest speaks of; maybe none."""
    year = policy_year(due.as_of, office.fiscal_year_start_month)
    built = Edition.objects.of_office(office).filter(built_at__isnull=False, year__lte=year)
    edition = built.order_by("-year", "-built_at", "-pk").first()
    return edition.get_absolute_url() if edition else ""


def subject_of(office, content: dict) -> str:
    return _("%(office)s: council digest, %(period)s") % {
        "office": office,
        "period": content["period"],
    }
