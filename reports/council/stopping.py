"""The link that stops a council digest without signing in.

It is signed, not kept: it can do nothing but stop one digest of one person, as often as it is
opened, so there is nothing that a new link would have to take away.
"""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from accounts.keys import as_key
from accounts.models import Membership, Rhythm

_SIGNER = Signer(salt="reports.council.stopping")


def stop_address(membership: Membership) -> str:
    path = reverse("stop_digest", args=[_SIGNER.sign(str(membership.pk))])
    return f"{settings.SITE_ADDRESS}{path}"


def membership_of(token: str) -> Membership | None:
    """Whose digest ``token`` stops; None if nobody signed it, or the role has ended."""
    try:
        pk = as_key(_SIGNER.unsign(token))
    except BadSignature:
        return None
    return Membership.objects.select_related("user", "office").filter(pk=pk).first()


def stop(membership: Membership) -> None:
    membership.council_digest = Rhythm.NONE
    membership.save(update_fields=["council_digest"])
