"""One question, answered by every group in a fixed number of queries."""

from typing import NamedTuple

from django.db.models import Count, Window

from activities.search.groups import Group, Hit, groups_for
from relationships.folding import fold

LONGEST = 100  # characters
MOST_WORDS = 6


class Question(NamedTuple):
    """What was typed, and the folded words that are looked for."""

    text: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Question":
        text = text.replace("\x00", "").strip()[:LONGEST]
        return cls(text, tuple(dict.fromkeys(fold(text).split()))[:MOST_WORDS])


class Result(NamedTuple):
    """What one group found: how many there are, and the first of them."""

    group: Group
    total: int
    hits: list[Hit]


def search(question: Question, user, most: int = 5) -> list[Result]:
    """The groups in which something is found, each with at most ``most`` records."""
    if not question.words:
        return []
    found = (_result(group, question, user, most) for group in groups_for(user))
    return [result for result in found if result.total]


def _result(group, question, user, most):
    rows = group.find(user, list(question.words)).annotate(total_found=Window(Count("pk")))
    shown = list(rows[:most])
    total = shown[0].total_found if shown else 0
    return Result(group, total, [group.show(row) for row in shown])
