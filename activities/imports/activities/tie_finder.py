"""Which tie the row of an activity means: by its key, else by its two cities."""

from django.utils.translation import gettext as _

from activities.imports.activities.row import ActivityRow
from activities.imports.cities.doubts import several_cities, untied_city
from activities.imports.cities.places import Place, Places, of_side
from activities.imports.ledger import Ledger
from activities.imports.refusals import CellRefused, CityRefused
from activities.imports.scope import Scope
from activities.imports.ties.book import Tie, TieBook
from activities.models.imports import RowKind
from relationships.models.relationship import Tier


class TieFinder:
    """Finds ties on record; a reference activity of two cities without one proves a contact."""

    def __init__(self, scope: Scope, rows: list[ActivityRow]):
        self._scope = scope
        self._ids = Ledger(scope, RowKind.TIE).ids
        mentions = [words for row in rows if row.sides for words in row.sides]
        # For an office an activity adds no tie, hence no city either.
        self.places = Places(mentions, creates=scope.office is None and scope.adds_cities)
        self._book = TieBook(scope, self.places)
        self._load_ties_without_cities(rows)
        self._resolved = self.places.resolve(self._named_only_here(rows))
        self.new: list[Tie] = []

    def ties_of(self, row: ActivityRow) -> list[Tie]:
        """The ties of a row, the first being the one it names first. Raises CellRefused."""
        ties = {self._first(row): None}
        for key in row.also:
            if key not in self._ids:
                raise CellRefused(_unknown_key(key), "also_tie_ids")
            ties[self._book.with_id(self._ids[key])] = None
        return list(ties)

    def know(self, ids: set[int]) -> None:
        """Be able to name these ties as well, though no row of the file does."""
        self._book.load(ids)

    def with_ids(self, ids: set[int]) -> list[Tie]:
        return [self._book.with_id(pk) for pk in sorted(ids)]

    def _first(self, row: ActivityRow) -> Tie:
        if tie := self._by_key(row):
            self._refuse_other_cities(row, tie)
            return tie
        if tie := self._by_cities(row):
            return tie
        if row.sides is None or any(column == "tie_id" for column, _key in row.tie_keys):
            column, key = row.tie_keys[0]
            raise CellRefused(_unknown_key(key), column)
        return self._new_contact(row)

    def _by_key(self, row: ActivityRow) -> Tie | None:
        for _column, key in row.tie_keys:
            if key in self._ids:
                return self._book.with_id(self._ids[key])
        return None

    def _by_cities(self, row: ActivityRow) -> Tie | None:
        if row.sides is None:
            return None
        ones, others = map(self.places.may_mean, row.sides)
        pairs = (self._book.between(one, other) for one in ones for other in others)
        ties = list(dict.fromkeys(tie for tie in pairs if tie))
        if len(ties) > 1:
            raise _several_ties(ties, {"a": ones, "b": others}, row)
        return ties[0] if ties else None

    def _refuse_other_cities(self, row: ActivityRow, tie: Tie) -> None:
        """A key and two cities in one row must not speak of different ties."""
        if row.sides is None or tie.home is None:
            return
        ones, others = map(self.places.may_mean, row.sides)
        if not ones or not others:
            return
        if (tie.home in ones and tie.partner in others) or (
            tie.home in others and tie.partner in ones
        ):
            return
        column, key = row.tie_keys[0]
        raise CellRefused(
            _("“%(key)s” is %(tie)s, but the row names %(one)s and %(other)s.")
            % {"key": key, "tie": tie, "one": row.sides[0], "other": row.sides[1]},
            column,
        )

    def _new_contact(self, row: ActivityRow) -> Tie:
        cities = [
            of_side(side, self._resolved[words])
            for side, words in zip("ab", row.sides, strict=True)
        ]
        if self._scope.office is not None:
            raise self._no_tie(row, cities)
        tie = self._book.add(*cities, row.line, tier=Tier.CONTACT)
        self.new.append(tie)
        return tie

    def _no_tie(self, row: ActivityRow, cities: list[Place]) -> CellRefused:
        sentence = _("There is no relationship between %(one)s and %(other)s; add it first.") % {
            "one": cities[0],
            "other": cities[1],
        }
        at_home = [self._book.is_home(city) for city in cities]
        if sum(at_home) != 1:
            return CellRefused(sentence, "city_a")
        partner = at_home.index(False)
        return untied_city(row.sides[partner], cities[partner], sentence).on("ab"[partner])

    def _named_only_here(self, rows: list[ActivityRow]):
        """The cities of rows whose tie is not on record."""
        for row in rows:
            if row.sides and not self._by_key(row):
                yield from row.sides

    def _load_ties_without_cities(self, rows: list[ActivityRow]) -> None:
        keys = [key for row in rows for key in [*row.also, *(key for _name, key in row.tie_keys)]]
        wanted = {self._ids[key] for key in keys if key in self._ids}
        self._book.load(wanted)


def _several_ties(ties: list[Tie], meant: dict[str, list[Place]], row: ActivityRow) -> CityRefused:
    """Asks about the first side on which the row may mean several cities that have a tie."""
    sentence = _("The two cities may mean %(ties)s. Give the tie_id, or the regions.") % {
        "ties": _(" or ").join(sorted(map(str, ties)))
    }
    tied = {place for tie in ties for place in (tie.home, tie.partner)}
    side, places = next(
        (side, tied.intersection(places))
        for side, places in meant.items()
        if len(tied.intersection(places)) > 1
    )
    return several_cities(row.sides["ab".index(side)], places, sentence).on(side)


def _unknown_key(key: str) -> str:
    return _("No tie with the key “%(key)s” is on record; import the ties first.") % {"key": key}
