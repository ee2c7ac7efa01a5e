"""Where the ties are: those of a summary on a map, and those of which a city has no place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from activities.choices import Involvement
from relationships.models import Relationship
from reports.charts import TieOnMap
from reports.rows_behind import activities_behind
from reports.signs import NOT_REPORTED, SILENT
from reports.summary import TieSummary

MOST = 300  # ties drawn; more would be a blot
# Statuses from the liveliest; the first are drawn, and named, first.
ORDER = ("active", "new", "cooling", "dormant", "inactive", "not_reported")


@dataclass(frozen=True, slots=True)
class MapOfTies:
    """Every tie is in ``placed`` or among those ``without_place``; of ``placed`` the first are
    drawn. ``window`` has the years that the marks stand for, if they are the same for all ties.
    """

    placed: tuple[TieOnMap, ...]
    without_place: tuple[TieSummary, ...]
    window: tuple[int, ...] | None

    @property
    def drawn(self) -> tuple[TieOnMap, ...]:
        return self.placed[:MOST]

    @property
    def hidden(self) -> int:
        return len(self.placed) - len(self.drawn)

    @property
    def statuses(self) -> list[str]:
        """Those that the map shows, for its legend."""
        found = {tie.status for tie in self.drawn}
        return [status for status in ORDER if status in found]

    @property
    def marks(self) -> list[str]:
        found = {tie.mark for tie in self.drawn}
        return [mark for mark in (*Involvement.values, SILENT, NOT_REPORTED) if mark in found]


def pages_of_tie(tie: TieSummary) -> tuple[str, str]:
    """Its own page and that of the activities of its window."""
    return reverse("relationship_detail", args=[tie.id]), activities_behind(tie)


def map_of_ties(
    ties: Sequence[TieSummary], pages: Callable[[TieSummary], tuple[str, str]] = pages_of_tie
) -> MapOfTies:
    """One query, for the places; ``pages`` of a tie are where its arc and its mark lead."""
    places = _places([tie.id for tie in ties])
    windows = {tie.period.years for tie in ties}
    ordered = sorted(ties, key=lambda tie: (ORDER.index(tie.reading), tie.name))
    return MapOfTies(
        placed=tuple(_on_map(tie, *places[tie.id], pages) for tie in ordered if tie.id in places),
        without_place=tuple(tie for tie in ordered if tie.id not in places),
        window=windows.pop() if len(windows) == 1 else None,
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


def _on_map(tie, home, away, pages):
    address, behind = pages(tie)
    return TieOnMap(
        partner=tie.partner,
        title=tie.name,
        mark=mark_of(tie),
        status=tie.reading,
        is_live=tie.window_mark is not None,
        address=address,
        home=home,
        away=away,
        behind=behind,
    )


def mark_of(tie: TieSummary) -> str:
    """The sign of the window of ``tie``; one of which a year is not reported is not silent."""
    return tie.window_mark or (NOT_REPORTED if tie.unreported_years else SILENT)
