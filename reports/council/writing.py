"""Writing the council digests that are due, each once, whatever runs twice."""

from collections.abc import Iterator
from datetime import date

from django.db import transaction
from django.utils import translation

from accounts.models import Membership, Rhythm
from reports.council.content import council_content, has_news
from reports.council.due import Due, monthly, yearly
from reports.council.readers import readers_of
from reports.daily_round import lock
from reports.models import Message
from reports.outbox import write_message


@transaction.atomic
def write_council_digests(*, office, today: date, dry_run: bool = False) -> list[Message]:
    """A message for each reader of ``office`` whose digest is due on ``today`` and not written.

    A dry run writes the same and takes it back.
    """
    lock(office)
    written = []
    for reader, due in _waiting(office, today):
        content = content_for(reader, due, today)
        if due.rhythm == Rhythm.YEARLY or has_news(content):
            message = write_message(office, due.key, reader.user_id, council=content)
            written += [message] if message else []
    if dry_run:
        transaction.set_rollback(True)
    return written


def _waiting(office, today) -> Iterator[tuple[Membership, Due]]:
    for rhythm in (Rhythm.MONTHLY, Rhythm.YEARLY):
        readers = list(readers_of(office, rhythm))
        due = due_in(office, rhythm, today) if readers else None
        if due is not None and office.relationships.exists():
            written = Message.objects.of_office(office).filter(digest=due.key)
            have = set(written.values_list("recipient", flat=True))
            yield from ((reader, due) for reader in readers if reader.user_id not in have)


def due_in(office, rhythm: str, today: date) -> Due | None:
    return monthly(today) if rhythm == Rhythm.MONTHLY else yearly(office, today)


def content_for(reader: Membership, due: Due, today: date) -> dict:
    """What ``due`` says to ``reader``, in their language and since they were last told.

    Months that were missed are told with the last one, not each by itself.
    """
    last, told, told_at = None, set(), None
    if due.rhythm == Rhythm.MONTHLY:
        earlier = (
            council_messages(reader)
            .exclude(digest=due.key)
            .exclude(digest__startswith="council/year/")[:24]
        )
        for message in earlier:
            told |= set(message.council["told"])
            last = last or message
    if last is not None:
        told_at = last.created_at
        due = due._replace(since=min(due.since, date.fromisoformat(last.council["as_of"])))
    with translation.override(reader.user.language):
        return council_content(
            office=reader.office, due=due, today=today, told=told, told_at=told_at
        )


def council_messages(reader: Membership):
    """The council digests written to ``reader``, the last first."""
    written = Message.objects.of_office(reader.office).filter(recipient=reader.user)
    return written.exclude(council={}).order_by("-created_at", "-pk")
