"""Ties that come in: every row compared with the record, then written in batches."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.history.in_bulk import keep_changes
from activities.imports.changes import Change, apply, said_otherwise, told
from activities.imports.cities.doubts import did_you_mean
from activities.imports.cities.places import Place, Places, of_side
from activities.imports.cities.words import CityWords
from activities.imports.cities.writes import CityWrites
from activities.imports.ledger import BATCH, Ledger
from activities.imports.outcomes import Outcome, RowOutcome
from activities.imports.refusals import CellRefused
from activities.imports.scope import Scope
from activities.imports.ties.book import Tie, TieBook
from activities.imports.ties.changes import started, tie_changes
from activities.imports.ties.cohorts import CohortLists
from activities.imports.ties.rows import TieRow
from activities.models import Import
from activities.models.imports import RowKind
from relationships.models import LegalStatusChange, Relationship
from relationships.models.relationship import LegalStatus, Tier


class TieImport:
    """The ties of one file: ``check`` decides on every row, ``write`` keeps what was decided."""

    def __init__(self, scope: Scope, rows: list[TieRow], cohort: str = ""):
        self._scope = scope
        self._rows = rows
        self._ledger = Ledger(scope, RowKind.TIE)
        self._cohorts = CohortLists(scope, cohort)
        mentions = [words for row in rows for words in row.sides]
        self._places = places = Places(mentions, creates=scope.adds_cities)
        self._found = places.resolve(mentions)
        self._book = TieBook(scope, places)
        self._book.refuse_without_home_city()
        self._cities = CityWrites(places)
        self._lines: dict[Tie, int] = {}
        self._new: list[Tie] = []
        self._changed: dict[Tie, None] = {}
        self._ends: list[tuple[Tie, TieRow]] = []

    def check(self) -> Iterator[RowOutcome]:
        """The outcome of each row, in order. Writes nothing."""
        return map(self._outcome, self._rows)

    def _outcome(self, row: TieRow) -> RowOutcome:
        try:
            self._ledger.refuse_repeated(row.key, row.line, "tie_id")
            self._cohorts.check(row.cohort)
            one, other = self._cities_of(row)
            tie = self._of_key(row) or self._book.between(one, other)
            self._refuse_foreign_key(row, tie)
            if tie is None:
                return self._create(row, one, other)
        except CellRefused as refusal:
            return RowOutcome.refused(row.line, refusal)
        first = self._lines.setdefault(tie, row.line)
        if first != row.line:
            return self._repeated(row, tie, first)
        return self._met(row, tie)

    def _cities_of(self, row: TieRow) -> list[Place]:
        return [
            of_side(side, self._found[words]) for side, words in zip("ab", row.sides, strict=True)
        ]

    def _of_key(self, row: TieRow) -> Tie | None:
        """The tie on record under the row's key, if the row names its two cities.

        The key tells cities apart that other files have brought since, under the same names.
        """
        tie = self._book.with_id(self._ledger.ids.get(row.key)) if row.key else None
        if tie is None:
            return None
        one, other = row.sides
        pairs = ((tie.home, tie.partner), (tie.partner, tie.home))
        named = any(self._means(one, a) and self._means(other, b) for a, b in pairs)
        return tie if named else None

    def _means(self, words: CityWords, place: Place) -> bool:
        near = place.is_near(words) and place in self._places.named(words)
        return near or self._found[words] is place

    def _refuse_foreign_key(self, row: TieRow, tie: Tie | None) -> None:
        """A key on record must still mean the same two cities."""
        owner = self._ledger.ids.get(row.key)
        if owner and (tie is None or tie.record.pk != owner):
            raise CellRefused(
                _("The key “%(key)s” is on record for another tie: %(tie)s.")
                % {"key": row.key, "tie": Relationship.objects.with_cities().get(pk=owner)},
                "tie_id",
            )

    def _create(self, row: TieRow, one: Place, other: Place) -> RowOutcome:
        tie = self._book.add(
            one,
            other,
            row.line,
            tier=row.tier or Tier.SISTER,
            tier_label=row.tier_label,
            legal_status=row.legal_status or LegalStatus.IN_FORCE,
            source=row.source,
            note=row.note,
            **started(row.start),
        )
        self._lines[tie] = row.line
        self._new.append(tie)
        self._ends.append((tie, row))
        self._keep_source(tie, row)
        remarks = [*row.remarks, *self._doubts(row), *self._likenesses(row)]
        if self._scope.update:
            remarks += map(str, self._completed(row))
        return _outcome(row, tie, Outcome.CREATED, " ".join(remarks))

    def _repeated(self, row: TieRow, tie: Tie, first: int) -> RowOutcome:
        """Two rows of one file for one pair: two keys for one tie, or a row copied by mistake."""
        sentence = _("The same two cities as on line %(line)d.") % {"line": first}
        if not row.key:
            return _outcome(row, tie, Outcome.DUPLICATE, sentence)
        self._keep_source(tie, row)
        return _outcome(row, tie, Outcome.KNOWN, " ".join([sentence, *self._doubts(row)]))

    def _met(self, row: TieRow, tie: Tie) -> RowOutcome:
        """A tie on record: the row adds its key, and with leave what it knows more."""
        same_row = self._ledger.came_from(tie.record, row.key)
        takes = self._scope.update
        changes = tie_changes(tie.record, row, same_row=same_row)
        if self._is_mere_contact(tie):
            takes = True
            changes = _promotion(tie.record, row)
        if takes:
            changes += self._completed(row)
        self._keep_source(tie, row)
        if takes and changes:
            before = apply(tie.record, changes)
            if before:
                self._changed[tie] = None
            self._ends.append((tie, row))
            self._ledger.note_change(tie.record, line=row.line, before=before)
            return _outcome(row, tie, Outcome.UPDATED, told(changes))
        outcome = _outcome(row, tie, Outcome.KNOWN, said_otherwise(changes))
        outcome.offers = bool(changes)
        return outcome

    def _is_mere_contact(self, tie: Tie) -> bool:
        """A reference tie known so far only because an activity named its two cities."""
        return (
            tie.record.is_reference
            and tie.record.tier == Tier.CONTACT
            and tie.record.pk not in self._ledger.sourced
        )

    def _completed(self, row: TieRow) -> list[Change]:
        """What the cities on record learn from the row."""
        cities = [self._cities.complete(self._found[words], words) for words in row.sides]
        return [change for changes in cities for change in changes]

    def _keep_source(self, tie: Tie, row: TieRow) -> None:
        """The row of a new tie is kept; that of a tie on record if it brings another key."""
        self._cohorts.put(tie, row.cohort)
        is_news = row.key not in self._ledger.ids if row.key else tie.line == row.line
        if is_news:
            made = tie.line == row.line
            self._ledger.note(tie.record, key=row.key, line=row.line, words=row.words, made=made)

    def _doubts(self, row: TieRow) -> list[str]:
        """Cities taken as one although their coordinates lie apart: the region cannot tell."""
        doubts = []
        for words in row.sides:
            place = self._found[words]
            distance = place.distance(words)
            if place.contradicts(words) and distance:
                doubts.append(
                    _("%(city)s lies %(km)d km from where another row puts it.")
                    % {"city": place, "km": distance}
                )
        return doubts

    def _likenesses(self, row: TieRow) -> Iterator[str]:
        """New cities of an office that may be slips of the hand for cities on record."""
        if not self._scope.office:
            return
        for words in row.sides:
            near = self._places.near_misses(words) if self._found[words].is_new else []
            if near:
                yield _("“%(city)s” is a new city. %(question)s") % {
                    "city": words,
                    "question": did_you_mean(near),
                }

    @property
    def remarks(self) -> list[str]:
        """Nothing is supposed of a tie."""
        return []

    @property
    def has_news(self) -> bool:
        parts = (self._cities, self._ledger, self._cohorts)
        return bool(self._new or self._changed) or any(part.has_news for part in parts)

    def write(self, source: Import, sheet: str) -> None:
        """Keep what ``check`` decided, in batches; call inside a transaction."""
        self._cities.write(place for tie in self._new for place in (tie.home, tie.partner))
        Relationship.objects.bulk_create([tie.record for tie in self._new], batch_size=BATCH)
        self._write_changes()
        ends = [_end(tie.record, row.end, self._scope) for tie, row in self._ends if row.end]
        LegalStatusChange.objects.bulk_create(ends, batch_size=BATCH, ignore_conflicts=True)
        self._cohorts.write()
        self._ledger.write(source, sheet)

    def _write_changes(self) -> None:
        records = [tie.record for tie in self._changed]
        for record in records:
            record.stamp(self._scope.by)
            record.updated_at = timezone.now()
        keep_changes(records, by=self._scope.by)
        Relationship.objects.bulk_update(records, _CHANGEABLE, batch_size=500)


_CHANGEABLE = ["tier", "tier_label", "start_date", "start_precision", "legal_status", "source",
               "note", "updated_by", "updated_at", "version"]  # fmt: skip


def _outcome(row: TieRow, tie: Tie, outcome: Outcome, sentence: str) -> RowOutcome:
    return RowOutcome(row.line, outcome, sentence=sentence, record=tie.record, tie=str(tie))


def _promotion(record: Relationship, row: TieRow) -> list[Change]:
    """What makes a mere contact the tie that a list of ties says it is."""
    changes = tie_changes(record, row, same_row=True)
    if not row.tier:
        changes.append(
            Change("tier", record.tier, Tier.SISTER.value, {"tier": Tier.SISTER, "tier_label": ""})
        )
    return changes


def _end(record: Relationship, end, scope: Scope) -> LegalStatusChange:
    return LegalStatusChange(
        relationship=record,
        status=record.legal_status,
        date=end.first,
        precision=end.precision,
        created_by=scope.by,
    )
