"""Activities that come in: every row compared with the record, then written in batches."""

import hashlib
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.history.in_bulk import keep_changes
from activities.choices import Direction
from activities.imports.activities.changes import activity_changes
from activities.imports.activities.row import ActivityRow
from activities.imports.activities.same_day import SameDay
from activities.imports.activities.tie_finder import TieFinder
from activities.imports.activities.travel import direction_of
from activities.imports.changes import Change, apply, said_otherwise, told
from activities.imports.cities.writes import CityWrites
from activities.imports.ledger import BATCH, Ledger
from activities.imports.outcomes import Outcome, RowOutcome
from activities.imports.refusals import CellRefused
from activities.imports.scope import Scope
from activities.imports.ties.book import Tie
from activities.models import Activity, ActivityField, ActivityRelationship, Import
from activities.models.imports import RowKind
from activities.signals import activities_recorded
from relationships.models import Relationship


class ActivityImport:
    """The activities of one file: ``check`` decides, ``write`` keeps what was decided."""

    def __init__(self, scope: Scope, rows: list[ActivityRow], cohort: str = ""):
        self._scope = scope
        self._rows = rows
        self._ledger = Ledger(scope, RowKind.ACTIVITY)
        self._finder = TieFinder(scope, rows)
        self._same_day = SameDay(scope, rows)
        self._fingerprints: dict[str, int] = {}
        self._keys = [row.key or _fingerprint(row) for row in rows]
        self._known = _Known(self._ledger.ids[key] for key in self._keys if key in self._ledger.ids)
        self._finder.know(self._known.all_ties)
        self._new: list[Activity] = []
        self._changed: dict[Activity, None] = {}
        self._links: list[ActivityRelationship] = []
        self._fields: list[ActivityField] = []
        self._implied = 0

    def check(self) -> Iterator[RowOutcome]:
        """The outcome of each row, in order. Writes nothing."""
        return map(self._outcome, self._rows, self._keys)

    def _outcome(self, row: ActivityRow, key: str) -> RowOutcome:
        try:
            self._ledger.refuse_repeated(row.key, row.line, "activity_id")
            ties = self._finder.ties_of(row)
        except CellRefused as refusal:
            return RowOutcome.refused(row.line, refusal)
        if activity := self._known.get(self._ledger.ids.get(key)):
            return self._met(row, activity, ties)
        same_row = "" if row.key else self._same_row(row, key)
        other = self._same_day.other(row, ties)
        if (same_row or other) and not self._scope.keeps(row.line):
            return RowOutcome(
                row.line,
                Outcome.DUPLICATE,
                sentence=same_row or other,
                record=self._activity(row, ties),
                tie=_named(ties),
            )
        return self._create(row, f"{key}-{row.line}" if same_row else key, ties)

    def _same_row(self, row: ActivityRow, key: str) -> str:
        first = self._fingerprints.setdefault(key, row.line)
        if first == row.line:
            return ""
        return _("The same row as line %(line)d.") % {"line": first}

    def _create(self, row: ActivityRow, key: str, ties: list[Tie]) -> RowOutcome:
        activity = self._activity(row, ties)
        self._new.append(activity)
        self._implied += "direction" not in row.given and activity.direction != Direction.NONE
        self._fields += [ActivityField(activity=activity, field=name) for name in row.fields]
        self._link(activity, ties)
        self._ledger.note(activity, key=key, line=row.line, words=row.words)
        remarks = list(row.remarks)
        if ties[0].line == row.line:
            remarks.append(_("%(tie)s is added as a contact.") % {"tie": ties[0]})
        return RowOutcome(
            row.line,
            Outcome.CREATED,
            sentence=" ".join(remarks),
            record=activity,
            tie=_named(ties),
        )

    def _activity(self, row: ActivityRow, ties: list[Tie]) -> Activity:
        row.assumed["direction"] = direction_of(row, ties[0], self._finder.places)
        return Activity(
            office=self._scope.office,
            created_by=self._scope.by,
            updated_by=self._scope.by,
            **row.values,
        )

    def _link(self, activity: Activity, ties: list[Tie]) -> None:
        self._links += [
            ActivityRelationship(activity=activity, relationship=tie.record) for tie in ties
        ]

    def _met(self, row: ActivityRow, activity: Activity, ties: list[Tie]) -> RowOutcome:
        """An activity on record: with leave it takes what the row says otherwise."""
        changes = activity_changes(activity, row, self._scope.as_of)
        linked = self._known.ties_of(activity)
        missing = [tie for tie in ties if tie.record.pk not in linked]
        changes += [Change("tie_id", "", str(tie)) for tie in missing]
        had = self._finder.with_ids(linked)
        outcome = RowOutcome(row.line, Outcome.KNOWN, record=activity, tie=_named(had))
        if changes and not self._scope.update:
            outcome.sentence, outcome.offers = said_otherwise(changes), True
        elif changes:
            outcome.outcome, outcome.sentence = Outcome.UPDATED, told(changes)
            outcome.tie = _named(had + missing)
            before = apply(activity, changes)
            self._changed[activity] = None
            self._link(activity, missing)
            added = [tie.record.pk for tie in missing]
            self._ledger.note_change(activity, line=row.line, before=before, added=added)
        return outcome

    @property
    def remarks(self) -> list[str]:
        """What was supposed of several rows, once they are checked."""
        if not self._implied:
            return []
        said = ngettext(
            "%(n)d visit does not say who travelled: the city that is named first is taken for it.",
            "%(n)d visits do not say who travelled: the city that is named first is taken for it.",
            self._implied,
        )
        return [said % {"n": self._implied}]

    @property
    def has_news(self) -> bool:
        return bool(self._new or self._changed)

    def write(self, source: Import, sheet: str) -> None:
        """Keep what ``check`` decided, in batches; call inside a transaction."""
        contacts = self._finder.new
        CityWrites(self._finder.places).write(
            place for tie in contacts for place in (tie.home, tie.partner)
        )
        Relationship.objects.bulk_create([tie.record for tie in contacts], batch_size=BATCH)
        Activity.objects.bulk_create(self._new, batch_size=BATCH)
        self._write_changes()
        ActivityRelationship.objects.bulk_create(self._links, batch_size=BATCH)
        ActivityField.objects.bulk_create(self._fields, batch_size=BATCH)
        self._ledger.write(source, sheet)
        if self._scope.office:
            activities_recorded.send(sender=Activity, relationship_ids=self._touched())

    def _touched(self) -> list[int]:
        """The relationships of everything that was written."""
        known = [self._known.ties_of(activity) for activity in self._changed]
        return sorted({link.relationship_id for link in self._links}.union(*known))

    def _write_changes(self) -> None:
        for activity in self._changed:
            activity.stamp(self._scope.by)
            activity.updated_at = timezone.now()
        keep_changes(self._changed, by=self._scope.by)
        Activity.objects.bulk_update(list(self._changed), _changeable(), batch_size=200)


def _named(ties: list[Tie]) -> str:
    return ", ".join(map(str, ties))


class _Known:
    """Activities on record, and the ids of their ties."""

    def __init__(self, ids):
        ids = list(ids)
        self._activities: dict[int, Activity] = {}
        self._ties: dict[int, set[int]] = {}
        for start in range(0, len(ids), BATCH):
            some = ids[start : start + BATCH]
            self._activities |= Activity.objects.in_bulk(some)
            links = ActivityRelationship.objects.filter(activity__in=some)
            for activity_id, tie_id in links.values_list("activity_id", "relationship_id"):
                self._ties.setdefault(activity_id, set()).add(tie_id)

    def get(self, pk: int | None) -> Activity | None:
        return self._activities.get(pk)

    def ties_of(self, activity: Activity) -> set[int]:
        return self._ties.get(activity.pk, set())

    @property
    def all_ties(self) -> set[int]:
        return set().union(*self._ties.values())


def _changeable() -> list[str]:
    """Every stored field that a row can change, and the stamp."""
    return [
        field.name
        for field in Activity._meta.concrete_fields
        if not field.generated and not field.primary_key and field.name != "created_at"
    ]


def _fingerprint(row: ActivityRow) -> str:
    """The key of a row without one: what it tells, so that the same row is the same activity."""
    cities = [(words.name, words.region, words.country) for words in row.sides or ()]
    facts = [row.tie_keys, row.also, cities, str(row.start), row.values["end_date"].isoformat(),
             row.type, row.given["title"]]  # fmt: skip
    return "row-" + hashlib.sha256(repr(facts).encode()).hexdigest()[:40]
