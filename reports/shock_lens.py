"""What a shock did to a set of ties: counts by year and class, dips, and what was put off."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from activities.choices import Status
from activities.models import Activity
from reports import metrics
from reports.metrics import CLASSES, Counts, Dip
from reports.metrics.shocks import YEARS_BEFORE, YEARS_TO_FALL
from reports.shock_by_tie import TieDip, dips_of_ties
from reports.summary import AnnualSummary, annual_summary
from reports.summary.yearly import activities_by_year

SHOWN_CLASSES = ("any", "government", "community", "people_to_people")
PUT_OFF = [Status.POSTPONED, Status.CANCELLED, Status.DECLINED]
MONTHS_BEFORE = 6
MOST_YEARS = 30  # after the shock, in which to be back
SHOWN_AFTER = 5


@dataclass(frozen=True, slots=True)
class Lens:
    """The dips of each class around a shock. ``last`` is the last year looked at that is over.

    ``counts`` give live activities of each class by year of start, each activity once;
    ``to_date`` those of the running year. ``unreported`` of ``tie_years`` nobody returned.
    ``by_tie`` tells all activities of each tie; what ties share counts for each of them.
    """

    year: int
    last: int
    counts: Mapping[str, Mapping[int, int]]
    to_date: Counts | None
    dips: Mapping[str, Dip]
    ties: int
    tie_years: int
    unreported: int
    by_tie: Sequence[TieDip]

    @property
    def years(self) -> range:
        """The years to show: three before, and on until all classes are back, where they are."""
        back = [dip.recovered_year for dip in self.dips.values() if dip.recovered_year]
        until = max([self.year + SHOWN_AFTER, *(year + 1 for year in back)])
        return range(self.year - YEARS_BEFORE, min(self.last, until) + 1)

    @property
    def until(self) -> int:
        """The last year in which the lowest may lie."""
        return self.year + YEARS_TO_FALL


def lens(shock, others: Iterable, *, relationships, codes, office, as_of: date) -> Lens:
    """``shock`` on ``relationships``, whose partners lie in the countries ``codes``.

    ``others`` are further shocks, of whatever office: their years are no usual years where they
    hit all of the ties that are looked at; a single tie goes by those that hit it.
    Policy years are named as in ``office``.
    """
    month = office.fiscal_year_start_month
    year = metrics.policy_year(shock.start_date, month)
    last = min(metrics.last_complete_year(as_of, month), year + MOST_YEARS)
    length = max(last - (year - YEARS_BEFORE) + 1, 1)
    summary = annual_summary(
        year=last, as_of=as_of, relationships=relationships, window_years=length, trend=length
    )
    counts = {name: _counts(summary, name) for name in SHOWN_CLASSES}

    def shocked_in(offices: Collection[int], countries: Collection[str]) -> set[int]:
        hit = [other for other in others if hits_all(other, countries, offices)]
        return {one for other in hit for one in years_of(other, month, as_of)}

    shocked = shocked_in({tie.office_id for tie in summary.ties}, codes)
    return Lens(
        year=year,
        last=last,
        counts=counts,
        to_date=summary.running.activities if summary.running else None,
        dips={
            name: metrics.dip(by_year, year, last=last, shocked=shocked)
            for name, by_year in counts.items()
        },
        ties=len(summary.ties),
        tie_years=len(summary.ties) * length,
        unreported=sum(len(tie.unreported_years) for tie in summary.ties),
        by_tie=dips_of_ties(
            summary,
            activities_by_year(relationships, as_of),
            year,
            last=last,
            shocked_in=shocked_in,
        ),
    )


def _counts(summary: AnnualSummary, name: str) -> dict[int, int]:
    return {row.year: of_class(row.activities, name) for row in summary.trend}


def of_class(counts: Counts, name: str) -> int:
    return sum(getattr(counts, letter) for letter in CLASSES[name])


def hits_all(shock, codes: Collection[str], offices: Collection[int]) -> bool:
    """A shock that names no country hits all of them; one that an office marked, its ties alone."""
    named = {country.code for country in shock.countries}
    is_for_all = shock.office_id is None or set(offices) <= {shock.office_id}
    return is_for_all and (not named or set(codes) <= named)


def hits_some(shock, codes: Collection[str], offices: Collection[int]) -> bool:
    """Some of the countries or of the offices, and not all."""
    named = {country.code for country in shock.countries}
    is_known = shock.office_id is None or shock.office_id in offices
    meets = is_known and (not named or bool(named & set(codes)))
    return meets and not hits_all(shock, codes, offices)


def years_of(shock, month: int, as_of: date) -> range:
    """The policy years in which a shock had a day; one that has not ended goes on."""
    end = max(shock.end_date or as_of, shock.start_date)
    return range(metrics.policy_year(shock.start_date, month), metrics.policy_year(end, month) + 1)


class Beside:
    """The activities of some ties around a shock, as far as ``user`` may read them."""

    def __init__(self, shock, *, relationships, user, month: int):
        seen = Activity.objects.visible_to(user, "activities.view_activity")
        self.activities = seen.filter(
            pk__in=seen.filter(relationships__in=relationships.order_by().values("pk")).values("pk")
        )
        self.start = shock.start_date
        year = metrics.policy_year(shock.start_date, month)
        self.until = metrics.last_day(year + YEARS_TO_FALL, month)
        self.held_from = metrics.add_months(shock.start_date, -MONTHS_BEFORE)

    def put_off(self):
        """What was to begin from the shock on until the end of the second year after; of a day
        that is known to its month or year alone, what may have been.
        """
        in_year = Q(start_date__year=self.start.year)
        may_be_later = in_year & (
            Q(start_precision="year")
            | Q(start_precision="month", start_date__month=self.start.month)
        )
        begins = Q(start_date__gte=self.start) | may_be_later
        put_off = self.activities.filter(begins, status__in=PUT_OFF)
        return put_off.filter(start_date__lte=self.until).order_by("start_date", "pk")

    def held_before(self):
        held = self.activities.live().filter(start_date__gte=self.held_from)
        return held.filter(start_date__lt=self.start).order_by("-start_date", "-pk")

    def counted(self) -> "PutOff":
        rows = list(self.put_off().values_list("status", "reason_code", "reason_side"))
        return PutOff(*(Counter(row[column] for row in rows) for column in range(3)))


@dataclass(frozen=True, slots=True)
class PutOff:
    """How much was put off, by status, by reason and by the side whose reason it was."""

    statuses: Mapping[str, int]
    reasons: Mapping[str, int]
    sides: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.statuses.values())
