"""Which ties of a comparison a person may see one by one; the counts are for all who compare."""

from collections.abc import Iterable

from accounts.models import Office
from relationships.models import Relationship
from reports.comparing.answer import Answer
from reports.summary import TieSummary

READ = "relationships.view_relationship"


def may_read(user, answer: Answer) -> bool:
    """Whether the person may read every tie of both groups: a network viewer reads counts.

    The made-up ties of a demonstration are for everybody who may read ties at all.
    """
    if not user.has_perm(READ):
        return False
    offices = {tie.office_id for half in answer.halves for tie in half.of("all")} - {None}
    own = Office.objects.visible_to(user, READ)
    made_up = Office.objects.filter(is_demonstration=True)
    return offices <= set((own | made_up).values_list("pk", flat=True))


def readable(user, ties: Iterable[TieSummary]) -> set[int]:
    """Those of ``ties`` whose page the person may open."""
    kept = Relationship.objects.visible_to(user, READ).filter(pk__in=[tie.id for tie in ties])
    return set(kept.values_list("pk", flat=True))
