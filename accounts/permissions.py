from django.core.exceptions import PermissionDenied


def require(user, permission: str, record) -> None:
    """403 unless a role of ``user`` in the office of ``record`` grants ``permission``.

    A reference record has no office: whoever has a role anywhere may read it by that role, and
    nobody may change it.
    """
    if record.office is None:
        allowed = "view_" in permission and user.has_perm(permission)
    else:
        allowed = user.has_perm(permission, record)
    if not allowed:
        raise PermissionDenied
