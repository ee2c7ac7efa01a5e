"""Giving the yearly return: an office's word for some ties and one policy year, all at once."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from relationships.models import Relationship
from reports.listening import queue_resolution
from reports.metrics import last_day
from reports.models import AnnualReturn
from reports.models.annual_return import ReturnState
from reports.year_record import year_records

WORDS = ("state", "note", "attested_by_id", "attested_date")


class Word(NamedTuple):
    """What is said of one tie: a ``ReturnState``; of a tie not returned yet, taking back says
    nothing. ``seen`` is the version of the return that the person had before their eyes, 0 if
    there was none.
    """

    state: str
    note: str = ""
    seen: int = 0


class ReturnsRefused(ValidationError):
    """Nothing was kept; ``of_tie`` has a sentence for each tie that is in the way."""

    def __init__(self, of_tie: Mapping[int, str]):
        super().__init__(list(of_tie.values()))
        self.of_tie = dict(of_tie)


class Change(NamedTuple):
    """A return that was given, corrected or taken back; ``before`` is what it said, if anything."""

    kept: AnnualReturn
    before: dict[str, Any] | None


@transaction.atomic
def attest(*, office, year: int, words: Mapping[int, Word], by, today: date) -> list[Change]:
    """Keep ``words``, by relationship: all of them or, with ReturnsRefused, none.

    What says the same as before changes nothing. A year that is not over takes no return.
    """
    ties = _hold(office, words)
    if today <= last_day(year, office.fiscal_year_start_month):
        raise ReturnsRefused(dict.fromkeys(ties, _("The year is not over yet.")))
    kept = _kept(ties, year)
    changed = {pk: word for pk in ties if _says_more(word := words[pk], kept.get(pk))}
    records = year_records(
        relationship_ids=changed,
        year=year,
        first_month=office.fiscal_year_start_month,
        today=today,
    )
    _refuse(changed, lambda pk, word: _told_since(word, kept.get(pk)))
    _refuse(changed, lambda pk, word: records[pk].refusal(word.state))
    changes = [
        _say(kept.get(pk) or AnnualReturn(relationship_id=pk, year=year), word, by, today)
        for pk, word in changed.items()
    ]
    queue_resolution(AnnualReturn, relationship_ids=list(changed))
    return changes


@transaction.atomic
def undo(*, office, changes: Iterable[tuple[int, int, dict | None]], by, today: date) -> int:
    """Put returns back to what they said before: pk, version after the change, words before.

    ReturnsRefused if somebody has changed one of them since.
    """
    wanted = {pk: (version, before) for pk, version, before in changes}
    rows = AnnualReturn.objects.of_office(office).filter(pk__in=wanted).order_by("pk")
    _hold(office, rows.values("relationship"))
    rows = list(rows.select_related("updated_by"))
    _refuse(
        {row.relationship_id: row for row in rows},
        lambda pk, row: "" if row.version == wanted[row.pk][0] else _who_was_quicker(row),
    )
    for row in rows:
        before = wanted[row.pk][1] or {
            "state": ReturnState.TAKEN_BACK, "note": "",
            "attested_by_id": by.pk, "attested_date": today,
        }  # fmt: skip
        _save(row, before, by)
    queue_resolution(AnnualReturn, relationship_ids=[row.relationship_id for row in rows])
    return len(rows)


def _hold(office, wanted) -> list[int]:
    """Lock the ties, so that of two officers at once the second reads what the first kept."""
    ties = Relationship.objects.of_office(office).filter(pk__in=wanted).order_by("pk")
    return list(ties.select_for_update(of=("self",)).values_list("pk", flat=True))


def _kept(ties, year) -> dict[int, AnnualReturn]:
    rows = AnnualReturn.objects.filter(relationship__in=ties, year=year)
    return {row.relationship_id: row for row in rows.select_related("updated_by")}


def _says_more(word, kept) -> bool:
    if kept is None or not kept.stands:
        return word.state != ReturnState.TAKEN_BACK
    if word.state == ReturnState.TAKEN_BACK:
        return True
    return (word.state, word.note.strip()) != (kept.state, kept.note)


def _told_since(word, kept) -> str:
    return _who_was_quicker(kept) if kept and kept.version != word.seen else ""


def _who_was_quicker(kept) -> str:
    words = {"who": kept.updated_by or _("Somebody"), "state": kept.get_state_display()}
    return _("%(who)s has changed this return in the meantime: %(state)s.") % words


def _refuse(of_tie: Mapping, why: Callable[[int, Any], str]):
    refused = {pk: sentence for pk, told in of_tie.items() if (sentence := why(pk, told))}
    if refused:
        raise ReturnsRefused(refused)


def _say(row, word, by, today) -> Change:
    before = {name: getattr(row, name) for name in WORDS} if row.pk else None
    said = {"state": word.state, "note": word.note.strip(), "attested_by_id": by.pk}
    _save(row, said | {"attested_date": today}, by)
    return Change(row, before)


def _save(row, words, by):
    for name, value in words.items():
        setattr(row, name, value)
    row.stamp(by)
    row.save()
