"""The mails of the portal: a pair of templates each, in the language of whoever reads them."""

from collections import defaultdict

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext

from relationships.models import Relationship
from reports.council.email import council_email
from reports.wording import falling_asleep, words_of


def email_of(message) -> EmailMultiAlternatives:
    """The mail of ``message``: a council digest, a monthly reminder, or the digest of a day."""
    if message.council:
        return council_email(message)
    return reminder_email(message) if message.waiting else digest_email(message)


def reminder_email(message) -> EmailMultiAlternatives:
    """How much waits on the desk; it names no person and no tie."""
    with translation.override(message.recipient.language):
        context = {
            "office": message.office,
            "recipient": message.recipient,
            "lines": [words % {"n": n} for words, n in _waiting(message.waiting) if n],
            "address": f"{settings.SITE_ADDRESS}{reverse('desk')}?office={message.office.slug}",
            "language": translation.get_language(),
        }
        subject = translation.gettext("%(office)s: what waits on your desk")
        email = EmailMultiAlternatives(
            subject=subject % {"office": message.office},
            body=render_to_string("emails/reminder.txt", context),
            to=[message.recipient.email],
            headers={"Message-ID": message.message_id},
        )
        email.attach_alternative(render_to_string("emails/reminder.html", context), "text/html")
    return email


def _waiting(counts):
    """The lines of a reminder with their numbers, the most pressing first."""
    _ = translation.gettext
    return [
        (_("Alerts to answer: %(n)s"), counts["alerts"]),
        (_("Activities to confirm: %(n)s"), counts["confirm"]),
        (_("Yearly returns overdue: %(n)s"), counts["overdue"]),
        (_("Yearly returns due: %(n)s"), counts["due"]),
        (_("Agreements that end, renew or wait for a review: %(n)s"), counts["agreements"]),
        (_("Contacts not verified for a year: %(n)s"), counts["contacts"]),
    ]


def digest_email(message) -> EmailMultiAlternatives:
    """The digest of ``message``: its alerts by relationship, and the ties about to fall asleep."""
    with translation.override(message.recipient.language):
        context = _digest(message)
        email = EmailMultiAlternatives(
            subject=_subject(message.office, context["alerts"]),
            body=render_to_string("emails/digest.txt", context),
            to=[message.recipient.email],
            headers={"Message-ID": message.message_id},
        )
        email.attach_alternative(render_to_string("emails/digest.html", context), "text/html")
    return email


def _subject(office, count):
    if not count:
        return _ahead_subject(office)
    return ngettext(
        "%(office)s: %(count)s alert to answer",
        "%(office)s: %(count)s alerts to answer",
        count,
    ) % {"office": office, "count": count}


def _ahead_subject(office):
    return translation.gettext("%(office)s: relationships about to fall asleep") % {
        "office": office
    }


def _digest(message):
    alerts = (
        message.alerts.visible_to(message.recipient)
        .of_office(message.office)
        .with_relationship()
        .order_by("relationship__partner_city__name", "relationship", "kind", "pk")
    )
    by_tie = defaultdict(list)
    for alert in alerts:
        by_tie[alert.relationship].append(
            {"alert": alert, "words": words_of(alert), "address": _address(alert)}
        )
    return {
        "office": message.office,
        "recipient": message.recipient,
        "alerts": len(alerts),
        "ties": [{"tie": tie, "alerts": alerts_of_tie} for tie, alerts_of_tie in by_tie.items()],
        "sleepers": _sleepers(message),
        "language": translation.get_language(),
    }


def _sleepers(message):
    ties = (
        Relationship.objects.visible_to(message.recipient)
        .of_office(message.office)
        .with_cities()
        .in_bulk([line["relationship"] for line in message.ahead])
    )
    return [
        {
            "tie": ties[line["relationship"]],
            "sentence": falling_asleep(line["kind"], line["figures"]),
            "address": _address(ties[line["relationship"]]),
        }
        for line in message.ahead
        if line["relationship"] in ties
    ]


def _address(record) -> str:
    return f"{settings.SITE_ADDRESS}{record.get_absolute_url()}"
