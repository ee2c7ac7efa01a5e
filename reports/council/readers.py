"""Who may be sent the council digest of an office, and who wants it."""

from accounts.models import Membership, Rhythm
from accounts.roles import roles_with

# A digest tells of ties and activities, so it goes to those alone who may read them.
ROLES = roles_with("reports.view_edition")


def may_choose(user):
    """The memberships in which ``user`` may have the digest."""
    return user.memberships.filter(role__in=ROLES).select_related("office")


def readers_of(office, rhythm: str | None = None):
    """The memberships of those who want the digest of ``office``, in that rhythm or in any."""
    wanted = Membership.objects.of_office(office).filter(role__in=ROLES, user__is_active=True)
    wanted = (
        wanted.filter(council_digest=rhythm)
        if rhythm
        else wanted.exclude(council_digest=Rhythm.NONE)
    )
    return wanted.select_related("user", "office").order_by("pk")
