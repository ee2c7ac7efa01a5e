"""Putting a relationship on record, and correcting its facts."""

from collections.abc import Iterable

from django.db import transaction

from accounts.editing import hold
from relationships.dates import PartialDate
from relationships.models import HomeCity, Relationship, Tag
from relationships.models.relationship import LegalStatus


@transaction.atomic
def keep_relationship(
    *,
    relationship: Relationship,
    tags: Iterable[Tag],
    new_tags: Iterable[str],
    by,
    beginning: str = "",
    proposed: PartialDate | None = None,
    version: int | None = None,
) -> Relationship:
    """Save ``relationship`` with exactly these tags; ``new_tags`` are new words of its office.

    A new one is ``beginning``, in force or proposed; ``proposed`` is the day on which a proposal
    was made. Outdated if the record is no longer at ``version``.
    """
    is_new = relationship.pk is None
    if is_new:
        relationship.legal_status = beginning
        HomeCity.objects.get_or_create(office=relationship.office, city=relationship.home_city)
    else:
        hold(relationship, version)
    relationship.stamp(by)
    relationship.save()
    if proposed:
        _date_proposal(relationship, proposed, by)
    words = [_word(relationship.office, name) for name in new_tags]
    relationship.tags.set([*tags, *words])
    return relationship


def _date_proposal(relationship, proposed: PartialDate, by) -> None:
    """The proposal is the first step of the legal history, where its day is known."""
    step = relationship.proposal()
    if step is None:
        told = {"on": proposed.first, "precision": proposed.precision, "by": by}
        relationship.record_legal_status(LegalStatus.PROPOSED, **told)
    elif step.since != proposed:
        step.date, step.precision = proposed.first, proposed.precision
        step.save()


def _word(office, name: str) -> Tag:
    """A tag of the office; “Ports” is the tag “ports” that it has."""
    known = Tag.objects.of_office(office).filter(name__iexact=name).first()
    return known or Tag.objects.create(office=office, name=name)
