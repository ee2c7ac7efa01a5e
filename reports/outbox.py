"""The outbox: who is told what, written with the alerts themselves and sent afterwards."""

import hashlib
from collections import defaultdict
from collections.abc import Collection
from datetime import date
from urllib.parse import urlsplit

from django.conf import settings

from accounts.models import Membership
from accounts.roles import ROLES
from relationships.models import Relationship
from reports.look_ahead import LookAhead
from reports.models import Alert, Message

ANSWERING_ROLES = [
    role for role, rights in ROLES.items() if "reports.change_alert" in rights.permissions
]


def write_digests(
    *, office, as_of: date, alerts: Collection[Alert], sleepers: Collection[LookAhead]
) -> list[Message]:
    """One message for each person who has something to read; part of the caller's transaction.

    The officer responsible for a tie is told of it; where there is none who answers alerts and
    wants the digest, everybody who does. Of ``sleepers`` only steps not told before are.
    """
    members = members_of(office)
    told = _told(office)
    fresh = [one for one in sleepers if _key(one) not in told]
    responsible = _responsible({one.relationship_id for one in [*alerts, *fresh]}, members)
    letters = defaultdict(lambda: ([], []))
    for place, items in enumerate((alerts, fresh)):
        for item in items:
            for person in responsible[item.relationship_id]:
                letters[person][place].append(item)
    digest = f"{as_of}/{max((alert.pk for alert in alerts), default='ahead')}"
    written = [_write(office, digest, person, *letters[person]) for person in sorted(letters)]
    return [message for message in written if message is not None]


def members_of(office) -> list[int]:
    """Those who answer alerts and want to read of them, by user."""
    members = Membership.objects.filter(
        office=office, role__in=ANSWERING_ROLES, wants_digest=True, user__is_active=True
    )
    return list(members.order_by("user").values_list("user", flat=True))


def _responsible(relationship_ids, members) -> dict[int, list[int]]:
    owners = dict(Relationship.objects.filter(pk__in=relationship_ids).values_list("pk", "owner"))
    return {pk: [owner] if owner in members else members for pk, owner in owners.items()}


def _key(ahead: LookAhead) -> str:
    return f"{ahead.relationship_id}/{ahead.kind}/{ahead.period}"


def _told(office) -> set[str]:
    """What the office's digests have said of ties about to fall asleep."""
    lists = Message.objects.of_office(office).exclude(ahead=[]).values_list("ahead", flat=True)
    return {line["key"] for lines in lists for line in lines}


def _write(office, digest, person, alerts, sleepers) -> Message | None:
    message = write_message(office, digest, person, ahead=[_line(one) for one in sleepers])
    if message is not None:
        message.alerts.add(*alerts)
    return message


def write_message(office, digest, person, **values) -> Message | None:
    """A message to the user with pk ``person``; None if it is written already."""
    values["message_id"] = _message_id(office, digest, person)
    message, is_new = Message.objects.get_or_create(
        office=office, digest=digest, recipient_id=person, defaults=values
    )
    return message if is_new else None


def _line(ahead: LookAhead) -> dict:
    return {
        "key": _key(ahead),
        "relationship": ahead.relationship_id,
        "kind": ahead.kind,
        "figures": ahead.figures,
    }


def _message_id(office, digest, person) -> str:
    """Made from what the message is, so that a mail sent twice can be told by it."""
    key = hashlib.sha256(f"{office.pk}|{digest}|{person}".encode()).hexdigest()[:32]
    return f"<{key}@{urlsplit(settings.SITE_ADDRESS).hostname}>"
