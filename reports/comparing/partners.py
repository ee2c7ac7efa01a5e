"""The partners that both groups have, with the cities that each group sends to them."""

from collections.abc import Iterable
from typing import NamedTuple

from relationships.languages import language_of_name
from reports.comparing.reading import readable
from reports.comparison import Partner, SharedPartner
from reports.summary import TieSummary


class Twinned(NamedTuple):
    """The other end of a tie; ``id`` is None where the reader cannot open its page."""

    city: str
    id: int | None


class PartnerRow(NamedTuple):
    partner: Partner
    language: str
    group: list[Twinned]
    other: list[Twinned]


def partner_rows(shared: Iterable[SharedPartner], user) -> list[PartnerRow]:
    shared = list(shared)
    opens = readable(user, [tie for row in shared for tie in (*row.group, *row.other)])
    return [
        PartnerRow(
            row.partner,
            language_of_name(row.partner.native_name, row.partner.country),
            _twinned(row.group, row.partner, opens),
            _twinned(row.other, row.partner, opens),
        )
        for row in shared
    ]


def _twinned(ties, partner: Partner, opens) -> list[Twinned]:
    found = [Twinned(end_of(tie, partner), tie.id if tie.id in opens else None) for tie in ties]
    return sorted(found, key=lambda twinned: (twinned.city, twinned.id or 0))


def end_of(tie: TieSummary, partner: Partner) -> str:
    """The city of ``tie`` that is not the partner."""
    is_partner = (tie.partner, tie.country) == (partner.name, partner.country)
    return tie.home if is_partner else tie.partner
