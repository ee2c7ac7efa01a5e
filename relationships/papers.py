"""The papers of a relationship in the order in which a page tells them."""

from datetime import date
from typing import NamedTuple

from relationships.dates import PartialDate
from relationships.models import Agreement, Decision
from relationships.models.agreement import Term
from relationships.models.relationship import LegalStatus

IN_ORDER = [Term.RUNNING, Term.AHEAD, Term.ENDED_EARLY, Term.OVER]


class Paper(NamedTuple):
    """An agreement as it stands on a day; ``successors`` have taken its place."""

    agreement: Agreement
    term: Term
    successors: list[Agreement]

    @property
    def is_past(self) -> bool:
        return bool(self.successors) or self.term in (Term.ENDED_EARLY, Term.OVER)


def agreements_in_order(relationship, today: date) -> list[Paper]:
    """Those that hold first, then those still to begin, then the past; each newest first."""
    agreements = relationship.agreements.with_documents().prefetch_related("superseded_by")
    papers = [
        Paper(one, Term(one.term(today)), list(one.superseded_by.all()))
        for one in agreements.order_by("-signed_date", "-pk")
    ]
    return sorted(papers, key=lambda paper: (paper.is_past, IN_ORDER.index(paper.term)))


class LegalStep(NamedTuple):
    """From ``since`` on the relationship was ``status``. ``pk`` is that of the change on record;
    None for the beginning, of which only the date is known. ``can_be_undone`` the latest alone.
    """

    since: PartialDate
    status: str
    pk: int | None = None
    decision: Decision | None = None
    note: str = ""
    can_be_undone: bool = False

    @property
    def word(self) -> str:
        return LegalStatus(self.status).label


def legal_steps(relationship) -> list[LegalStep]:
    """The legal history, oldest first, without what was taken back."""
    changes = relationship.legal_status_changes.standing().select_related("decision")
    told = list(changes.order_by("date", "pk"))
    steps = [
        LegalStep(
            change.since, change.status, change.pk, change.decision, change.note,
            can_be_undone=change is told[-1] and change.status_before != change.status,
        )
        for change in told
    ]  # fmt: skip
    begins = relationship.since
    is_told = steps and (steps[0].since.first <= begins.first if begins else True)
    if begins and not is_told and (steps or relationship.legal_status == LegalStatus.IN_FORCE):
        steps.insert(0, LegalStep(begins, LegalStatus.IN_FORCE))
    return steps
