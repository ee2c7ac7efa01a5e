from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from accounts.roles import Role

LOOKERS = {Role.COUNCILLOR, Role.NETWORK_VIEWER}


@require_safe
def home(request):
    """Councillors come to look, and land on the dashboard; others on the relationships."""
    roles = set(request.user.memberships.values_list("role", flat=True))
    looks_only = bool(roles) and roles <= LOOKERS
    return redirect("dashboard" if looks_only else "relationship_list")
