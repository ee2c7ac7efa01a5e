"""What runs by itself. Each task takes ids by keyword, may run twice, and calls one function."""

from celery import shared_task
from django.db import transaction

from reports.editions import building
from reports.models import Edition


@shared_task
def build_edition(*, edition_id: int) -> None:
    """Build an edition that was asked for."""
    building.build_edition(edition=Edition.objects.get(pk=edition_id))


def queue_edition(edition: Edition) -> None:
    """Hurry an edition as soon as it is committed; if the broker is away, the sweep does it."""
    transaction.on_commit(lambda: build_edition.delay(edition_id=edition.pk), robust=True)
