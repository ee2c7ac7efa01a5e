"""Where the ties are: those of a summary on a map, and those of which a city has no place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from activities.choices import Involvement
from relationships.models import Relationship
from reports.charts import TieOnMap
from reports.metrics import year_mark
from reports.signs import NOT_REPORTED, SILENT
from reports.summary import TieSummary

# Statuses from the liveliest; the first are drawn, and named, first.
ORDER = ("active", "new", "cooling", "dormant", "inactive", "not_reported")


@dataclass(frozen=True, slots=True)
class MapOfTies:
    """Every tie is drawn or among those ``without_place``."""

    drawn: tuple[TieOnMap, ...]
    without_place: tuple[TieSummary, ...]

    @property
    def statuses(self) -> list[str]:
        """Those that the map shows, for its legend."""
        found = {tie.status for tie in self.drawn}
        return [status for status in ORDER if status in found]

    @property
    def marks(self) -> list[str]:
        found = {tie.mark for tie in self.drawn}
        return [mark for mark in (*Involvement.values, SILENT, NOT_REPORTED) if mark in found]


def page_of_tie(tie: TieSummary) -> str:
    return reverse("relationship_detail", args=[tie.id])


def map_of_ties(
    ties: Sequence[TieSummary], address_of: Callable[[TieSummary], str] = page_of_tie
) -> MapOfTies:
    """One query, for the places; ``address_of`` a tie is where its arc leads."""
    places = _places([tie.id for tie in ties])
    ordered = sorted(ties, key=lambda tie: (ORDER.index(tie.reading), tie.name))
    return MapOfTies(
        drawn=tuple(
            _on_map(tie, *places[tie.id], address_of(tie)) for tie in ordered if tie.id in places
        ),
        without_place=tuple(tie for tie in ordered if tie.id not in places),
    )


def _places(keys):
    """Longitude and latitude of both cities, by tie; without ties of which one is not known."""
    rows = Relationship.objects.filter(
        pk__in=keys, home_city__latitude__isnull=False, partner_city__latitude__isnull=False
    ).values_list(
        "pk",
        "home_city__longitude",
        "home_city__latitude",
        "partner_city__longitude",
        "partner_city__latitude",
    )
    return {key: ((x, y), (to_x, to_y)) for key, x, y, to_x, to_y in rows}


def _on_map(tie, home, away, address):
    counts = tie.counts._asdict().items()
    without = NOT_REPORTED if tie.unreported_years else SILENT
    return TieOnMap(
        partner=tie.partner,
        title=tie.name,
        mark=year_mark(letter for letter, total in counts if total) or without,
        status=tie.reading,
        is_live=tie.active_years > 0,
        address=address,
        home=home,
        away=away,
    )
