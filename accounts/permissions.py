from django.core.exceptions import PermissionDenied


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
