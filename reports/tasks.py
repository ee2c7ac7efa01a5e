"""What runs by itself. Each task takes ids by keyword, may run twice, and calls one function.

They are acknowledged when done, so that the work of a killed worker is given to another; the
schedule in the settings only wakes them, and the database decides what is due.
"""

from celery import shared_task
from django.db import transaction
from django.utils import timezone, translation

from accounts.current_office import today_in
from accounts.models import Office
from reports import delivery, jobs
from reports.council.writing import write_council_digests
from reports.editions import building
from reports.models import Edition, NetworkEdition
from reports.network.editions import building as of_network
from reports.reminders import write_reminders
from reports.resolution import resolve_cleared


@shared_task
def daily() -> None:
    """Evaluate what fell due, look ahead, resolve what is cleared, and write the digests."""
    jobs.make_daily_rounds(today_in)


@shared_task
def remind() -> None:
    """Write the monthly reminders that are not written yet."""
    for office in Office.objects.order_by("pk"):
        if written := write_reminders(office=office, as_of=today_in(office)):
            jobs.keep_done("remind", office=office, note=str(len(written)))


@shared_task
def council_digests() -> None:
    """Write the council digests that are due and not written yet."""
    for office in Office.objects.order_by("pk"):
        if written := write_council_digests(office=office, today=today_in(office)):
            jobs.keep_done("council_digests", office=office, note=str(len(written)))


@shared_task
def send_messages() -> None:
    """Send what waits in the outbox."""
    ends = delivery.send_due(now=timezone.now())
    if ends:
        jobs.keep_done("send_messages", note=_counted(ends))


@shared_task
def sweep() -> None:
    """Queue again what was lost on the way, and wake the daily round if nobody did."""
    now = timezone.now()
    if swept := jobs.sweep(now=now, queue_again=QUEUE_AGAIN):
        jobs.keep_done("sweep", note=", ".join(f"{job.name} {job.pk}" for job in swept))
    if jobs.offices_overlooked(now):
        daily.apply_async(expires=55)
    send_messages()


@shared_task
def resolve_alerts(*, relationship_ids: list[int]) -> None:
    """Resolve the alerts of these ties that what was just recorded has cleared."""
    for office in Office.objects.filter(relationships__in=relationship_ids).distinct():
        with translation.override(office.language):
            resolved = resolve_cleared(
                office=office, as_of=today_in(office), relationship_ids=relationship_ids
            )
        if resolved:
            note = ", ".join(str(alert.pk) for alert in resolved)
            jobs.keep_done("resolve_alerts", office=office, note=note)


@shared_task
def build_edition(*, edition_id: int) -> None:
    """Build an edition that was asked for."""
    building.build_edition(edition=Edition.objects.get(pk=edition_id))


def queue_edition(edition: Edition) -> None:
    """Hurry an edition as soon as it is committed; if the broker is away, the sweep does it."""
    transaction.on_commit(lambda: build_edition.delay(edition_id=edition.pk), robust=True)


@shared_task
def build_network_edition(*, edition_id: int) -> None:
    """Build the edition of a network that was asked for."""
    of_network.build_network_edition(edition=NetworkEdition.objects.get(pk=edition_id))


def queue_network_edition(edition: NetworkEdition) -> None:
    """Hurry it as soon as it is committed."""
    transaction.on_commit(lambda: build_network_edition.delay(edition_id=edition.pk), robust=True)


# How a job of each name is queued again.
QUEUE_AGAIN = {
    building.JOB_NAME: lambda job: build_edition.delay(edition_id=job.edition.pk),
    of_network.JOB_NAME: lambda job: build_network_edition.delay(edition_id=job.network_edition.pk),
}


def _counted(ends) -> str:
    return ", ".join(f"{state} {number}" for state, number in sorted(ends.items()))
