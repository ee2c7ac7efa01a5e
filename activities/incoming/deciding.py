"""What people decide about rows: take a possible duplicate, leave a row out, let a file change."""

from django.db import transaction

from activities.imports.outcomes import Outcome
from activities.models import CheckedRow, Import
from activities.models.imports import ImportState, NotWaiting, RowKind

ALL_DUPLICATES = "duplicates"
_HELD_BACK = [Outcome.REFUSED, Outcome.DUPLICATE]


@transaction.atomic
def decide_on_rows(*, source: Import, line: str, answer: str) -> None:
    """``answer``: take, leave, or nothing to ask again. What does not fit the row is ignored."""
    kept = _locked(source)
    rows = _meant(kept, line)
    for row in rows:
        number = str(row.line)
        if not answer:
            kept.decisions.pop(number, None)
        elif answer in _answers(kept, row):
            kept.decisions[number] = answer
    _keep(source, kept, "decisions")


@transaction.atomic
def let_update(*, source: Import, yes: bool) -> None:
    """Let the file change what is on record where it says otherwise, or leave it."""
    kept = _locked(source)
    kept.takes_updates = yes
    _keep(source, kept, "takes_updates")


@transaction.atomic
def let_add_cities(*, source: Import, yes: bool) -> None:
    """Let a file of relationships put its unknown cities on record, or ask about each."""
    kept = _locked(source)
    kept.adds_cities = yes
    _keep(source, kept, "adds_cities")


def _answers(source: Import, row: CheckedRow) -> list[str]:
    """Two ties of the same two cities cannot be; two activities of one day can."""
    if row.outcome == Outcome.DUPLICATE and source.kind == RowKind.ACTIVITY:
        return ["take", "leave"]
    return ["leave"] if row.outcome in _HELD_BACK else []


def _meant(source: Import, line: str):
    if line == ALL_DUPLICATES:
        return source.checked_rows.filter(outcome=Outcome.DUPLICATE)
    if not line.isdecimal() or len(line) > 8:
        return source.checked_rows.none()
    return source.checked_rows.filter(line=int(line))


def _locked(source: Import) -> Import:
    kept = Import.objects.select_for_update().get(pk=source.pk)
    if kept.state != ImportState.CHECKED:
        raise NotWaiting
    return kept


def _keep(source: Import, kept: Import, name: str) -> None:
    kept.version += 1
    kept.save(update_fields=[name, "version"])
    setattr(source, name, getattr(kept, name))
    source.version, source.state = kept.version, kept.state
