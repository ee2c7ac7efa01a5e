"""The ties of an office, or the reference ties, by the two cities they join."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from activities.imports.cities.places import Place, Places
from activities.imports.ledger import BATCH
from activities.imports.refusals import CellRefused, UnusableFile
from activities.imports.scope import Scope
from relationships.models import HomeCity, Relationship


@dataclass(slots=True, eq=False)
class Tie:
    """A tie on record or about to be; ``line`` is the row that brings it, 0 for one on record.

    The cities are None where no row of the file names them.
    """

    record: Relationship
    home: Place | None = None
    partner: Place | None = None
    line: int = 0

    def __str__(self):
        return f"{self.home} – {self.partner}" if self.home else str(self.record)


class TieBook:
    """Ties by their unordered pair of cities."""

    def __init__(self, scope: Scope, places: Places):
        self._scope = scope
        self._home_ids = _home_city_ids(scope)
        self._by_pair: dict[frozenset[Place], Tie] = {}
        self._by_id: dict[int, Tie] = {}
        for record in Relationship.objects.filter(office=scope.office).iterator():
            home, partner = (
                places.with_pk(record.home_city_id),
                places.with_pk(record.partner_city_id),
            )
            if home and partner:
                self._keep(Tie(record, home, partner))

    def refuse_without_home_city(self) -> None:
        """Raise UnusableFile for an office that has no home city: it can have no tie."""
        if self._scope.office and not self._home_ids:
            raise UnusableFile(
                _("%(office)s has no home city yet: name it before ties come in.")
                % {"office": self._scope.office}
            )

    def _keep(self, tie: Tie) -> None:
        self._by_pair[frozenset((tie.home, tie.partner))] = tie
        if tie.record.pk:
            self._by_id[tie.record.pk] = tie

    def between(self, one: Place, other: Place) -> Tie | None:
        return self._by_pair.get(frozenset((one, other)))

    def with_id(self, pk: int | None) -> Tie | None:
        return self._by_id.get(pk)

    def load(self, ids: set[int]) -> None:
        """Know these ties as well, though their cities lie in no country of the file."""
        missing = [pk for pk in ids if pk not in self._by_id]
        records = Relationship.objects.with_cities()
        for start in range(0, len(missing), BATCH):
            for pk, record in records.in_bulk(missing[start : start + BATCH]).items():
                self._by_id[pk] = Tie(record)

    def add(self, one: Place, other: Place, line: int, **values) -> Tie:
        """A new tie of two cities; raises CellRefused if it cannot be."""
        home, partner = self._in_order(one, other)
        record = Relationship(
            office=self._scope.office,
            home_city=home.city,
            partner_city=partner.city,
            created_by=self._scope.by,
            updated_by=self._scope.by,
            **values,
        )
        tie = Tie(record, home, partner, line)
        self._keep(tie)
        return tie

    def is_home(self, place: Place) -> bool:
        return place.city.pk in self._home_ids

    def _in_order(self, one: Place, other: Place) -> tuple[Place, Place]:
        """The home side first: an office's own city; for a reference tie as the file has it."""
        if one is other:
            raise CellRefused(
                _("%(city)s cannot be twinned with itself.") % {"city": one}, "city_b"
            )
        if self._scope.office is None or one.city.pk in self._home_ids:
            return one, other
        if other.city.pk in self._home_ids:
            return other, one
        raise CellRefused(
            _("Neither %(one)s nor %(other)s is a home city of %(office)s.")
            % {"one": one, "other": other, "office": self._scope.office}
        )


def _home_city_ids(scope: Scope) -> set[int]:
    if scope.office is None:
        return set()
    return set(HomeCity.objects.filter(office=scope.office).values_list("city_id", flat=True))
