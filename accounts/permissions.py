from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _


def require_sums(user, office) -> None:
    """403 unless ``user`` may read the sums of ``office``; a network's reader is told why not."""
    if user.has_perm("reports.view_summary", office):
        return
    if user.has_perm("reports.view_network", office):
        raise PermissionDenied(_("This office does not share its figures with networks."))
    raise PermissionDenied


def may(user, permission: str, record) -> bool:
    """A role of ``user`` in the office of ``record`` grants ``permission``.

    A reference record has no office: whoever has a role anywhere may read it by that role, and
    nobody may change it.
    """
    if record.office is None:
        return "view_" in permission and user.has_perm(permission)
    return user.has_perm(permission, record)


def require(user, permission: str, record) -> None:
    """403 unless ``user`` may."""
    if not may(user, permission, record):
        raise PermissionDenied
