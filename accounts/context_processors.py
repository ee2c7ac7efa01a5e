from django.utils.functional import SimpleLazyObject


def memberships(request):
    """The roles of the signed-in person with their offices; one query, when first looked at."""
    roles = SimpleLazyObject(lambda: roles_of(request.user))
    return {
        "memberships": roles,
        "demonstration_offices": SimpleLazyObject(
            lambda: [role.office for role in roles if role.office.is_demonstration]
        ),
    }


def roles_of(user) -> list:
    if not user.is_authenticated:
        return []
    return list(user.memberships.select_related("office"))
