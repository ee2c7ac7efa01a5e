"""What lies ahead of a tie on a given day. Nothing here reads the database.

A day to come is told when it is 90, 60 and 30 days away, each once. Whoever was not there on the
very day is told on the next: a step is crossed from its day on, and the tightest one counts.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from relationships.dates import PartialDate
from reports.metrics import add_months, clock_day
from reports.models.alert import AlertKind

STEPS = (90, 60, 30)  # days
ANNIVERSARY_MONTHS = 12  # time enough for a choir or a school
ROUND_YEARS = 5
REVIEW_YEARS = 5
VERIFIED_MONTHS = 12

# The thresholds behind each kind, as an alert freezes them.
RULES: dict[str, dict[str, Any]] = {
    AlertKind.AGREEMENT_ENDING: {"steps": list(STEPS)},
    AlertKind.NOTICE_AHEAD: {"steps": list(STEPS)},
    AlertKind.ANNIVERSARY_AHEAD: {"months": ANNIVERSARY_MONTHS, "round_years": ROUND_YEARS},
    AlertKind.REVIEW_DUE: {"years": REVIEW_YEARS},
    AlertKind.CONTACT_UNVERIFIED: {"months": VERIFIED_MONTHS},
}


class LookAhead(NamedTuple):
    """A day that matters to a tie, and the figures that say why; plain values for JSON.

    ``step`` is the number of days ahead that has been crossed; None where a day is told once.
    ``subject`` names the record it is about; empty where it is the tie itself.
    """

    relationship_id: int
    kind: str
    day: date
    figures: dict[str, Any]
    step: int | None = None
    subject: str = ""

    @property
    def matter(self) -> tuple:
        """What it is about, whatever the step."""
        return self.relationship_id, str(self.kind), self.day.isoformat(), self.subject

    @property
    def period(self) -> str:
        """Told once each: the day, the record and the step."""
        parts = (self.day.isoformat(), self.subject, str(self.step or ""))
        return "/".join(part for part in parts if part)


def crossed_step(day: date, as_of: date) -> int | None:
    """The tightest of ``STEPS`` that ``day`` lies within; None if it is further, or past."""
    left = (day - as_of).days
    return min((step for step in STEPS if 0 <= left <= step), default=None)


def agreement_ending(agreement, as_of: date) -> LookAhead | None:
    """The end of an agreement that does not renew by itself."""
    if agreement.end_date is None or agreement.renews_by_itself:
        return None
    return _of_agreement(AlertKind.AGREEMENT_ENDING, agreement, agreement.end_date, as_of)


def notice_ahead(agreement, as_of: date) -> LookAhead | None:
    """The last day on which notice can be given, the notice period before the end."""
    if agreement.notice_days is None:
        return None
    day = agreement.end_date - timedelta(days=agreement.notice_days)
    return _of_agreement(AlertKind.NOTICE_AHEAD, agreement, day, as_of)


def _of_agreement(kind, agreement, day, as_of):
    step = crossed_step(day, as_of)
    if step is None:
        return None
    figures = _agreement_figures(agreement, day, as_of) | {"days": (day - as_of).days}
    return LookAhead(
        agreement.relationship_id, kind, day, figures, step, f"agreement-{agreement.pk}"
    )


def _agreement_figures(agreement, day, as_of):
    return {
        "as_of": as_of.isoformat(),
        "day": day.isoformat(),
        "agreement": agreement.pk,
        "title": agreement.title,
        "agreement_kind": agreement.kind,
        "end": agreement.end_date and agreement.end_date.isoformat(),
        "renews": agreement.renews_by_itself,
    }


def anniversary_ahead(tie, as_of: date) -> LookAhead | None:
    """The next round anniversary, from a year before its first possible day until its last."""
    if tie.since is None:
        return None
    years = ROUND_YEARS
    while (on := anniversary(tie.since, years)).last < as_of:
        years += ROUND_YEARS
    if add_months(on.first, -ANNIVERSARY_MONTHS) > as_of:
        return None
    figures = {"as_of": as_of.isoformat(), "day": str(on), "years": years, "start": str(tie.since)}
    return LookAhead(tie.pk, AlertKind.ANNIVERSARY_AHEAD, on.first, figures)


def anniversary(since: PartialDate, years: int) -> PartialDate:
    """``years`` after ``since``, as precisely as it is known; 28 February for the 29th."""
    return PartialDate(add_months(since.first, 12 * years), since.precision)


def reviews_due(tie, agreements: Iterable, decided: date | None, as_of: date) -> list[LookAhead]:
    """Agreements that nobody looked at in time.

    ``agreements`` are those of the tie that no later one supersedes, ``decided`` is the day of
    its last decision. Due are: an agreement that ended, or renewed by itself, with nothing
    newer in its place; and one without an end, five years after the tie's last signature or
    decision. A tie without an agreement on record has nothing to review.
    """
    agreements = list(agreements)
    over = [one for one in agreements if one.end_date and one.end_date < as_of]
    found = [
        _review(tie, one, one.end_date, "renewed" if one.renews_by_itself else "ended", as_of)
        for one in over
        if not any(_is_newer(other, one, as_of) for other in agreements)
    ]
    endless = [one for one in agreements if one.end_date is None]
    if endless:
        newest = max(endless, key=lambda one: one.signed.last)
        looked_at = max([one.signed.last for one in agreements] + ([decided] if decided else []))
        due = add_months(looked_at, 12 * REVIEW_YEARS)
        if due < as_of:
            found.append(_review(tie, newest, looked_at, "old", as_of))
    return found


def _is_newer(other, one, as_of):
    is_over = other.end_date is not None and other.end_date < as_of
    return other.signed.last > one.signed.last and not is_over


def _review(tie, agreement, day, because, as_of):
    figures = _agreement_figures(agreement, day, as_of) | {"because": because}
    subject = f"agreement-{agreement.pk}"
    return LookAhead(tie.pk, AlertKind.REVIEW_DUE, day, figures, subject=subject)


def contact_unverified(
    contact, relationship_id: int, recorded: date, as_of: date
) -> LookAhead | None:
    """A contact whom nobody verified for 12 months, or since ``recorded``. Names nobody."""
    since = contact.verified_date or recorded
    if add_months(since, VERIFIED_MONTHS) >= as_of:
        return None
    figures = {
        "as_of": as_of.isoformat(),
        "day": since.isoformat(),
        "contact": contact.pk,
        "side": contact.side,
        "is_verified": contact.verified_date is not None,
    }
    return LookAhead(
        relationship_id,
        AlertKind.CONTACT_UNVERIFIED,
        since,
        figures,
        subject=f"contact-{contact.pk}",
    )


def falling_asleep(tie, as_of: date) -> LookAhead | None:
    """The day on which ``tie``, a TieSummary, becomes dormant or inactive if nothing is held.

    None if that is more than 90 days away, or while the tie is suspended.
    """
    start = tie.start_date and PartialDate(tie.start_date, tie.start_precision).last
    since = tie.last_activity or start
    if since is None or tie.legal_status == "suspended":
        return None
    thresholds = tie.thresholds
    until_dormant = thresholds.cooling_months if tie.last_activity else thresholds.new_months
    stood_still = as_of - clock_day(since, as_of, tie.suspended)
    for kind, months in (("dormant", until_dormant), ("inactive", thresholds.inactive_months)):
        day = add_months(since, months) + timedelta(days=1) + stood_still
        if day > as_of:
            step = crossed_step(day, as_of)
            return step and LookAhead(tie.id, kind, day, _sleep(tie, day, months, as_of), step)
    return None


def _sleep(tie, day, months, as_of):
    last = tie.last_activity and PartialDate(tie.last_activity, tie.last_precision)
    return {
        "as_of": as_of.isoformat(),
        "day": day.isoformat(),
        "days": (day - as_of).days,
        "limit": months,
        "last_activity": last and str(last),
        "start": tie.start_date and str(PartialDate(tie.start_date, tie.start_precision)),
    }
