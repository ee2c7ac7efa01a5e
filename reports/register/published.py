"""The allow-list: nothing of an office leaves it by the register but what these values hold,
and on the map what ``charts.TieOnMap`` holds: cities, their places, who took part and the status.

Never a contact, an organisation, a note, an outcome, a place, money or a file. A title only
where the office publishes titles, for it is free text that may name people.
"""

from typing import NamedTuple

from django.utils.text import slugify

from activities.choices import ActivityType, FieldOfWork, Group, Involvement
from activities.models import Activity
from relationships.dates import PartialDate
from relationships.models import Relationship
from relationships.models.relationship import LegalStatus, Tier
from reports.metrics import policy_year
from reports.summary import TieSummary
from reports.year_cells import YearCell

FEWEST_PEOPLE = 5  # fewer could be told apart
FEWER, AT_LEAST, NOT_KNOWN, EXACT = "fewer_than_5", "at_least", "not_known", ""


class People(NamedTuple):
    """How many took part, as far as everybody may know: ``number`` means what ``note`` says."""

    number: int | None
    note: str
    groups: tuple[Group, ...]


class PublishedActivity(NamedTuple):
    id: int
    title: str
    type: ActivityType
    start: PartialDate
    end: PartialDate
    involvement: Involvement
    fields: tuple[FieldOfWork, ...]
    people: People
    ties: tuple[int, ...]

    @property
    def name(self) -> str:
        return self.title or str(self.type.label)

    def years(self, month: int) -> str:
        """The policy year it began in; both, where the day is not known well enough to tell."""
        first = policy_year(self.start.first, month)
        last = policy_year(self.start.last, month)
        return str(first) if first == last else f"{first}–{last}"


class PublishedTie(NamedTuple):
    id: int
    home: str
    partner: str
    partner_native: str
    partner_language: str
    country: str
    kind: Tier
    legal_status: LegalStatus
    since: PartialDate | None
    last_activity: PartialDate | None
    cells: list[YearCell]
    latest: PublishedActivity | None

    @property
    def name(self) -> str:
        return f"{self.home} – {self.partner}"

    @property
    def slug(self) -> str:
        return slug_of(self.home, self.partner)


def slug_of(home: str, partner: str) -> str:
    """The readable end of a tie's address; names in other scripts leave only “tie”."""
    return slugify(f"{home} {partner}") or "tie"


def people_of(activity: Activity) -> People:
    """Groups that add up to fewer than five people are neither counted nor named."""
    number, groups = activity.participants or 0, tuple(activity.groups)
    if not groups:
        return People(None, NOT_KNOWN, ())
    if activity.is_unnumbered:
        enough = number >= FEWEST_PEOPLE
        return People(number if enough else None, AT_LEAST if enough else NOT_KNOWN, groups)
    if number < FEWEST_PEOPLE:
        return People(None, FEWER, ())
    return People(number, EXACT, groups)


def activity(row: Activity, *, with_title: bool, ties: frozenset[int]) -> PublishedActivity:
    """``ties`` are the numbers of those that are published."""
    shared = {link.relationship_id for link in row.activity_relationships.all()}
    return PublishedActivity(
        id=row.pk,
        title=row.title if with_title else "",
        type=ActivityType(row.type),
        start=row.starts,
        end=row.ends,
        involvement=Involvement(row.involvement),
        fields=tuple(FieldOfWork(each.field) for each in row.fields.all()),
        people=people_of(row),
        ties=tuple(sorted(shared & ties)),
    )


def tie(
    row: Relationship, figures: TieSummary, cells: list[YearCell], latest: PublishedActivity | None
) -> PublishedTie:
    last = figures.last_activity
    return PublishedTie(
        id=row.pk,
        home=row.home_city.name,
        partner=row.partner_city.name,
        partner_native=figures.partner_native,
        partner_language=figures.partner_language,
        country=row.partner_city.country.code,
        kind=Tier(row.tier),
        legal_status=LegalStatus(row.legal_status),
        since=row.since,
        last_activity=PartialDate(last, figures.last_precision) if last else None,
        cells=cells,
        latest=latest,
    )
