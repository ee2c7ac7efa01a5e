"""The monthly reminder: how much waits on the desk of each person who answers for ties.

It counts and names no contact. One a month and person, in a month in which something waits: the
key of the message sees to it, so the task may run daily and twice.
"""

from datetime import date

from django.db import transaction

from activities.models import Activity
from relationships.models import Relationship
from reports.evaluation import ANSWERABLE
from reports.metrics import last_complete_year
from reports.models import Alert, Message
from reports.models.alert import AlertKind
from reports.outbox import members_of, write_message
from reports.outlook import outlook
from reports.return_page import Returns
from reports.summary import annual_summary

AGREEMENTS = {AlertKind.AGREEMENT_ENDING, AlertKind.NOTICE_AHEAD, AlertKind.REVIEW_DUE}


@transaction.atomic
def write_reminders(*, office, as_of: date) -> list[Message]:
    """A message for each person on whose desk something waits and who has none this month."""
    digest = f"reminder/{as_of:%Y-%m}"
    ties = Relationship.objects.of_office(office).filter(legal_status__in=ANSWERABLE)
    written = []
    for person in members_of(office):
        own = ties.filter(owner=person)
        waiting = what_waits(own if own.exists() else ties, office, as_of)
        if any(waiting.values()):
            message = write_message(office, digest, person, waiting=waiting)
            written += [message] if message else []
    return written


def what_waits(ties, office, as_of: date) -> dict[str, int]:
    """How much of each kind waits for ``ties`` on the day ``as_of``."""
    summary = annual_summary(year=as_of.year, as_of=as_of, relationships=ties)
    year = last_complete_year(as_of, office.fiscal_year_start_month)
    standings = list(Returns(summary, office).standings(year).values())
    pks = list(ties.values_list("pk", flat=True))
    kinds = [one.kind for one in outlook(ties=ties, office=office, as_of=as_of)]
    confirm = Activity.objects.awaiting_confirmation(as_of)
    confirm = confirm.filter(activity_relationships__relationship__in=pks)
    return {
        "alerts": Alert.objects.unanswered(as_of).filter(relationship__in=pks).count(),
        "confirm": confirm.distinct().count(),
        "overdue": standings.count("overdue"),
        "due": standings.count("due"),
        "agreements": sum(kind in AGREEMENTS for kind in kinds),
        "contacts": kinds.count(AlertKind.CONTACT_UNVERIFIED),
    }
