"""Search over everything a person may read: one question, a group for each kind of record."""

from activities.search.asking import Question, Result, search
from activities.search.groups import GROUPS, Group, groups_for

__all__ = ["GROUPS", "Group", "Question", "Result", "groups_for", "search"]
