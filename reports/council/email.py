"""The mail of a council digest: its frozen content as plain text and as HTML."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from reports.council.content import subject_of
from reports.council.readers import readers_of
from reports.council.stopping import stop_address


def council_email(message) -> EmailMultiAlternatives:
    """It can be stopped with one press in the mail program (RFC 8058)."""
    reader = readers_of(message.office).get(user=message.recipient)
    stop = stop_address(reader)
    with translation.override(message.council["language"]):
        context = mail_context(message.office, message.recipient, message.council, stop)
        email = EmailMultiAlternatives(
            subject=subject_of(message.office, message.council),
            body=render_to_string("emails/council.txt", context),
            to=[message.recipient.email],
            headers={
                "Message-ID": message.message_id,
                "List-Unsubscribe": f"<{stop}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
        )
        email.attach_alternative(render_to_string("emails/council.html", context), "text/html")
    return email


def plain_text(office, recipient, content: dict, stop: str) -> str:
    """The text of the mail, to be looked at before it is sent."""
    with translation.override(content["language"]):
        context = mail_context(office, recipient, content, stop)
        return render_to_string("emails/council.txt", context)


def mail_context(office, recipient, content: dict, stop: str) -> dict:
    return {
        "office": office,
        "recipient": recipient,
        "content": content,
        "site": settings.SITE_ADDRESS,
        "stop": stop,
        "choose": f"{settings.SITE_ADDRESS}{reverse('emails')}",
        "language": content["language"],
    }
