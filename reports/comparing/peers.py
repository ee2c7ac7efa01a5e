"""Who else is twinned with our partner, and what they do together."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relationships.dates import PartialDate
from relationships.models import Relationship
from reports.comparing.answer import is_recorded
from reports.comparing.reading import READ
from reports.metrics import last_complete_year
from reports.portfolio import last_activity
from reports.rows_behind import activities_behind
from reports.summary import AnnualSummary, TieSummary, annual_summary
from reports.year_cells import YearCell, year_cells


class PeerRow(NamedTuple):
    """A tie of the partner: ours, or that of another city."""

    record: Relationship
    city: object
    tie: TieSummary
    cells: list[YearCell]
    is_ours: bool

    @property
    def last_activity(self) -> PartialDate | None:
        return last_activity(self.tie)

    @property
    def is_recorded(self) -> bool:
        """Whether anything is on record of it: an activity ever, or a return."""
        return bool(self.tie.last_activity) or is_recorded([self.tie])

    @property
    def addresses(self) -> dict[str, str]:
        return {
            "any": activities_behind(self.tie),
            "government": activities_behind(self.tie, involvement_class="government"),
            "community": activities_behind(self.tie, involvement_class="community"),
        }


class Peers(NamedTuple):
    summary: AnnualSummary
    ours: PeerRow
    others: list[PeerRow]


def peers(relationship: Relationship, user, *, as_of: date) -> Peers:
    """Ours and the others, the last to be active first, over the same years."""
    seen = Relationship.objects.visible_to(user, READ)
    ties = seen.filter(pk=relationship.pk) | seen.peers_of(relationship)
    office = relationship.office
    month = office.fiscal_year_start_month if office else 1
    summary = annual_summary(
        year=last_complete_year(as_of, month), as_of=as_of, relationships=ties.order_by("pk")
    )
    records = Relationship.objects.with_cities().in_bulk([tie.id for tie in summary.ties])
    rows = [_row(records[tie.id], tie, summary, relationship) for tie in summary.ties]
    others = sorted((row for row in rows if not row.is_ours), key=_latest_first)
    return Peers(summary, next(row for row in rows if row.is_ours), others)


def _row(record, tie, summary, ours):
    is_partner = record.partner_city_id == ours.partner_city_id
    city = record.home_city if is_partner else record.partner_city
    return PeerRow(record, city, tie, year_cells(summary, tie), record.pk == ours.pk)


def _latest_first(row: PeerRow):
    last = row.tie.last_activity or date.min
    return -last.toordinal(), not row.is_recorded, row.city.name, row.record.pk


def in_words(found: Peers, partner) -> str:
    """The sentence with which the page opens."""
    others = found.others
    if not others:
        return _("No other tie of %(city)s is known here.") % {"city": partner}
    said = ngettext(
        "One other tie of %(city)s is known here.",
        "%(ties)s other ties of %(city)s are known here.",
        len(others),
    ) % {"ties": len(others), "city": partner}
    recorded = [row for row in others if row.is_recorded]
    if not recorded:
        return said + " " + _("What they do with it is not on record, which is not silence.")
    return f"{said} {_what_they_do(recorded)}"


def _what_they_do(rows: list[PeerRow]) -> str:
    return _(
        "Of the %(recorded)s with a record, %(active)s did something in the years that count, "
        "%(citizens)s with citizens."
    ) % {
        "recorded": len(rows),
        "active": sum(row.tie.counts.total > 0 for row in rows),
        "citizens": sum(row.tie.counts.community > 0 for row in rows),
    }
