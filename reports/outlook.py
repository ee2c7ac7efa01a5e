"""What lies ahead of the ties of an office: the records, read in a few queries, and looked at."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import Max
from django.utils import timezone

from relationships.models import Agreement, Contact, Decision
from reports.look_ahead import (
    LookAhead,
    agreement_ending,
    anniversary_ahead,
    contact_unverified,
    falling_asleep,
    notice_ahead,
    reviews_due,
)
from reports.models.alert import AlertKind
from reports.summary import AnnualSummary

OF_AGREEMENTS = {AlertKind.AGREEMENT_ENDING, AlertKind.NOTICE_AHEAD, AlertKind.REVIEW_DUE}


def outlook(*, ties, office, as_of: date) -> list[LookAhead]:
    """The days that matter to ``ties``, a queryset of relationships of ``office``."""
    found = [*_of_agreements(ties, as_of), *_of_contacts(ties, office, as_of)]
    found += [ahead for tie in ties if (ahead := anniversary_ahead(tie, as_of))]
    return sorted(found, key=lambda ahead: (ahead.day, ahead.relationship_id, ahead.kind))


def sleepers(summary: AnnualSummary, as_of: date) -> list[LookAhead]:
    """The ties that become dormant or inactive within 90 days if nothing is held, soonest first."""
    found = [ahead for tie in summary.ties if (ahead := falling_asleep(tie, as_of))]
    return sorted(found, key=lambda ahead: (ahead.day, ahead.relationship_id))


def _of_agreements(ties, as_of) -> Iterator[LookAhead]:
    agreements = defaultdict(list)
    current = Agreement.objects.current().filter(relationship__in=ties, signed_date__lte=as_of)
    for agreement in current.order_by("pk"):
        agreements[agreement.relationship_id].append(agreement)
        for look in (agreement_ending, notice_ahead):
            if ahead := look(agreement, as_of):
                yield ahead
    decided = _last_decisions(ties, as_of)
    for tie in ties:
        yield from reviews_due(tie, agreements[tie.pk], decided.get(tie.pk), as_of)


def _last_decisions(ties, as_of) -> dict[int, date]:
    decisions = Decision.objects.filter(relationship__in=ties, decided_date__lte=as_of)
    last = decisions.order_by().values_list("relationship").annotate(Max("decided_date"))
    return dict(last)


def _of_contacts(ties, office, as_of) -> Iterator[LookAhead]:
    """Each contact once, with the oldest of its ties."""
    contacts = (
        Contact.objects.in_post(as_of)
        .filter(relationships__in=ties, anonymised_at__isnull=True)
        .distinct()
        .prefetch_related("relationships")
    )
    wanted = {tie.pk for tie in ties}
    zone = ZoneInfo(office.time_zone)
    for contact in contacts:
        tie_id = min(tie.pk for tie in contact.relationships.all() if tie.pk in wanted)
        recorded = timezone.localdate(contact.created_at, zone)
        if ahead := contact_unverified(contact, tie_id, recorded, as_of):
            yield ahead
