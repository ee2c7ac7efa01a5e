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
from reports.outlook import OF_AGREEMENTS, outlook
from reports.return_page import Returns
from reports.summary import annual_summary


@transaction.atomic
def write_reminders(*, office, as_of: date) -> list[Message]:
    """A message for each person on whose desk something waits and who has none this month."""
    digest = f"reminder/{as_of:%Y-%m}"
    ties = Relationship.objects.of_office(office).filter(legal_status__in=ANSWERABLE)
    of_office, written = None, []
    for person in _not_reminded(office, digest):
        own = ties.filter(owner=person)
        if own.exists():
            waiting = what_waits(own, office, as_of)
        else:
            of_office = of_office or what_waits(ties, office, as_of)
            waiting = of_office
        if any(waiting.values()):
            message = write_message(office, digest, person, waiting=waiting)
            written += [message] if message else []
    return written


def _not_reminded(office, digest) -> list[int]:
    reminded = Message.objects.filter(office=office, digest=digest)
    reminded = set(reminded.values_list("recipient", flat=True))
    return [person for person in members_of(office) if person not in reminded]


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
        "agreements": sum(kind in OF_AGREEMENTS for kind in kinds),
        "contacts": kinds.count(AlertKind.CONTACT_UNVERIFIED),
    }
