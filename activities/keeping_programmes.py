"""Keeping a programme: starting, correcting, ending it and letting it go on."""

from django.db import transaction

from accounts.editing import hold
from activities.models import Activity, Programme
from activities.signals import activities_recorded


@transaction.atomic
def keep_programme(*, programme: Programme, by, version: int | None = None) -> Programme:
    """Save a new programme, or one that was read at ``version``; Outdated if it has moved on."""
    if programme.pk:
        hold(programme, version)
    programme.stamp(by)
    programme.save()
    _tell(programme)
    return programme


@transaction.atomic
def end_programme(*, programme: Programme, last_year: int | None, by, version: int) -> Programme:
    """Nothing is due after ``last_year``; without one the programme goes on."""
    hold(programme, version)
    programme.last_year = last_year
    programme.stamp(by)
    programme.save(update_fields=["last_year", "updated_by", "updated_at", "version"])
    _tell(programme)
    return programme


def _tell(programme):
    """What is due decides what was missed, as much as what was held does."""
    activities_recorded.send(sender=Activity, relationship_ids=[programme.relationship_id])
