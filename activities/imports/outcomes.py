"""What became of each row, and how many rows of each fate there are."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from activities.imports.questions import CityQuestion
from activities.imports.refusals import CellRefused


class Outcome(models.TextChoices):
    CREATED = "created", _("created")
    KNOWN = "already known", _("already known")
    UPDATED = "updated", _("updated")
    DUPLICATE = "possible duplicate", _("possible duplicate")
    REFUSED = "refused", _("refused")
    IGNORED = "ignored", _("ignored")


NOT_TAKEN = {Outcome.DUPLICATE, Outcome.REFUSED}


@dataclass(slots=True)
class RowOutcome:
    """The fate of one row. ``sentence`` says why, or what a person should know of it.

    ``faults`` are the column and the sentence of each fault of a refused row. ``record`` is the
    record on which or of which it tells, as it would be, and ``tie`` names its relationship.
    ``offers``: the file says otherwise than the record, and could be let change it.
    ``question``: a person must say which city is meant.
    """

    line: int
    outcome: Outcome
    column: str = ""
    sentence: str = ""
    faults: list[tuple[str, str]] = field(default_factory=list, compare=False)
    record: Any = field(default=None, compare=False)
    tie: str = field(default="", compare=False)
    offers: bool = field(default=False, compare=False)
    question: CityQuestion | None = field(default=None, compare=False)

    @classmethod
    def refused(cls, line: int, refusal: CellRefused) -> "RowOutcome":
        return cls(
            line,
            Outcome.REFUSED,
            refusal.column,
            refusal.sentence,
            faults=[(refusal.column, refusal.sentence)],
            question=getattr(refusal, "question", None),
        )

    @property
    def has_remark(self) -> bool:
        """The row is taken, and there is something to know of it."""
        return bool(self.sentence) and self.outcome not in (*NOT_TAKEN, Outcome.IGNORED)


@dataclass
class Outcomes:
    """The fates of all rows of one file; their counts add up to the rows read."""

    rows: list[RowOutcome] = field(default_factory=list)

    def count(self, outcome: Outcome) -> int:
        return self.counts[outcome]

    @property
    def counts(self) -> Counter:
        return Counter(row.outcome for row in self.rows)

    @property
    def not_taken(self) -> list[RowOutcome]:
        """Rows that hold the file back: refused ones and possible duplicates."""
        return [row for row in self.rows if row.outcome in NOT_TAKEN]
