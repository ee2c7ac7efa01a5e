"""Sending what waits in the outbox: at least once, and marked only when it is sent."""

import logging
import smtplib
from collections import Counter
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Membership
from reports.council.readers import readers_of
from reports.emails import email_of
from reports.models import Message
from reports.outbox import ANSWERING_ROLES

logger = logging.getLogger(__name__)

ATTEMPTS = 5
# How long to wait after each failed attempt but the last.
PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120)]
# Longer than the mail server may take to answer.
LEASE = timedelta(minutes=2)
AT_ONCE = 100


def send_due(*, now: datetime, most: int = AT_ONCE) -> Counter:
    """Send the messages due at ``now``, ``most`` of them; counts how many ended in which state.

    Any number of processes may do this at once. Whoever is killed after the server took the mail
    and before the row is marked leaves it waiting: it is sent again with the same Message-ID.
    """
    ends = Counter()
    for _turn in range(most):
        message = _send_next(now)
        if message is None:
            break
        ends[message.state] += 1
    return ends


def _send_next(now) -> Message | None:
    if connection.features.has_select_for_update_skip_locked:
        with transaction.atomic():
            message = _due(now).select_for_update(of=("self",), skip_locked=True).first()
            if message is not None:
                _deliver(message, now)
            return message
    # SQLite has one lock for all who write. Held while a mail server answers it would stop the
    # portal, so the message is leased instead.
    message = _due(now).first()
    if message is None or not _lease(message, now):
        return None
    _deliver(message, now)
    return message


def _due(now):
    return Message.objects.due(now).select_related("office", "recipient").order_by("pk")


def _lease(message, now) -> bool:
    """Put the message off for as long as sending may take; False if somebody else just did."""
    mine = Message.objects.due(now).filter(pk=message.pk)
    return bool(mine.update(next_attempt_at=now + LEASE))


def _deliver(message, now):
    if not _may_read(message):
        message.give_up(error=_why_not(message))
        return
    try:
        email_of(message).send()
    except Exception as error:  # whatever it is, the others still go out
        _keep_failure(message, error, now)
    else:
        message.mark_sent(timezone.now())


def _may_read(message) -> bool:
    if message.council:
        return readers_of(message.office).filter(user=message.recipient).exists()
    return Membership.objects.filter(
        office=message.office,
        user=message.recipient,
        user__is_active=True,
        role__in=ANSWERING_ROLES,
    ).exists()


def _why_not(message) -> str:
    if message.council:
        return _("The recipient no longer reads the council digest of this office.")
    return _("The recipient no longer answers alerts of this office.")


def _keep_failure(message, error, now):
    # The log names the row and the kind of failure; the words of the server may hold an address.
    logger.warning("Message %s was not sent: %s", message.pk, type(error).__name__)
    words = _words_of(error)
    if _is_for_good(error) or message.attempts + 1 >= ATTEMPTS:
        message.give_up(error=words)
    else:
        message.put_off(until=now + PAUSES[message.attempts], error=words)


def _codes(error) -> list[int]:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return [code for code, _words in error.recipients.values()]
    if isinstance(error, smtplib.SMTPResponseException):
        return [error.smtp_code]
    return []


def _is_for_good(error) -> bool:
    """The server refused this mail (5xx). A refused sign-in is the operator's to put right."""
    if isinstance(error, smtplib.SMTPAuthenticationError | smtplib.SMTPConnectError):
        return False
    codes = _codes(error)
    return bool(codes) and all(500 <= code < 600 for code in codes)


def _words_of(error) -> str:
    codes = ", ".join(str(code) for code in _codes(error))
    return " ".join(part for part in (type(error).__name__, codes) if part)
