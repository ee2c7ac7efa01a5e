"""What cleared an alert about a day ahead, if anything did."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from activities.choices import ActivityType
from activities.models import Activity
from relationships.dates import PartialDate
from relationships.models import Agreement, Contact, Decision
from reports.alerts import subject_of
from reports.cleared import Cleared
from reports.models.alert import AlertKind
from reports.summary.words import partial_date


def what_cleared_ahead(alert, matters: Collection[tuple], as_of: date) -> Cleared | None:
    """None while ``matters``, what still lies ahead on the day ``as_of``, has the alert's own."""
    if alert.kind == AlertKind.ANNIVERSARY_AHEAD and (kept := _celebration(alert, as_of)):
        return kept
    day, *_rest = alert.period.split("/")
    if (alert.relationship_id, alert.kind, day, subject_of(alert.period)) in matters:
        return None
    return CAUSES[alert.kind](alert, as_of)


def _celebration(alert, as_of):
    held = (
        Activity.objects.live()
        .of_relationship(alert.relationship_id)
        .filter(type=ActivityType.ANNIVERSARY, start_date__gte=alert.as_of, end_date__lte=as_of)
        .order_by("end_date", "pk")
        .first()
    )
    if held is None:
        return None
    words = {"title": held.title, "day": held.ends.in_words()}
    return Cleared(_("“%(title)s”, %(day)s, kept the anniversary.") % words, held.pk)


def _passed(alert, as_of):
    return Cleared(_("The day, %(day)s, has passed.") % {"day": partial_date(alert.figures["day"])})


def _of_agreement(alert, as_of):
    agreement = Agreement.objects.filter(pk=alert.figures["agreement"]).first()
    if agreement is None:
        return Cleared(_("The agreement is no longer on record."))
    successor = agreement.superseded_by.order_by("signed_date", "pk").last()
    if successor is not None:
        return _signed(successor)
    if agreement.end_date is None:
        return Cleared(_("The agreement no longer has an end."))
    if agreement.end_date.isoformat() != alert.figures["end"]:
        end = PartialDate(agreement.end_date).in_words()
        return Cleared(_("The agreement now ends on %(day)s.") % {"day": end})
    if date.fromisoformat(alert.figures["day"]) < as_of:
        return _passed(alert, as_of)
    return Cleared(_("The agreement was corrected."))


def _signed(agreement):
    words = {"agreement": str(agreement), "day": agreement.signed.in_words()}
    return Cleared(_("%(agreement)s, signed %(day)s, is on record.") % words)


def _of_review(alert, as_of):
    """A newer agreement or decision; else what happened to the agreement itself."""
    since = date.fromisoformat(alert.figures["day"])
    tie = {"relationship": alert.relationship_id}
    newer = Agreement.objects.filter(**tie, signed_date__gt=since, signed_date__lte=as_of)
    if agreement := newer.order_by("signed_date", "pk").last():
        return _signed(agreement)
    decided = Decision.objects.filter(**tie, decided_date__gt=since, decided_date__lte=as_of)
    if decision := decided.order_by("decided_date", "pk").last():
        words = {"body": decision.body, "day": PartialDate(decision.decided_date).in_words()}
        return Cleared(_("%(body)s decided on %(day)s.") % words)
    return _of_agreement(alert, as_of)


def _of_contact(alert, as_of):
    contact = Contact.objects.filter(pk=alert.figures["contact"]).first()
    if contact is None or contact.anonymised_at is not None:
        return Cleared(_("The contact is no longer on record."))
    if contact.to_date and contact.to_date < as_of:
        return Cleared(_("The contact has left the post."))
    if contact.verified_date and contact.verified_date.isoformat() > alert.figures["day"]:
        day = PartialDate(contact.verified_date).in_words()
        return Cleared(_("The contact was verified on %(day)s.") % {"day": day})
    return Cleared(_("The contact was corrected."))


def _of_anniversary(alert, as_of):
    if PartialDate.parse(alert.figures["day"]).last < as_of:
        return _passed(alert, as_of)
    return Cleared(_("The start of the relationship was corrected."))


CAUSES = {
    AlertKind.AGREEMENT_ENDING: _of_agreement,
    AlertKind.NOTICE_AHEAD: _of_agreement,
    AlertKind.ANNIVERSARY_AHEAD: _of_anniversary,
    AlertKind.REVIEW_DUE: _of_review,
    AlertKind.CONTACT_UNVERIFIED: _of_contact,
}
