from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from accounts.roles import Role


@require_safe
def home(request):
    """Who records lands on the desk, who comes to look on the dashboard, who looks for a
    network on its sums. Administrators and auditors answer nothing and land on the relationships.
    """
    roles = set(request.user.memberships.values_list("role", flat=True))
    if request.user.has_perm("activities.add_activity"):
        return redirect("desk")
    if roles == {Role.NETWORK_VIEWER}:
        return redirect("network")
    looks_only = bool(roles) and roles <= {Role.COUNCILLOR, Role.NETWORK_VIEWER}
    return redirect("dashboard" if looks_only else "relationship_list")
