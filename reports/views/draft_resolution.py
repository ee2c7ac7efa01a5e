from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.current_office import today_in
from accounts.permissions import require
from relationships.models import Relationship
from reports.draft_resolution import draft_resolution
from reports.relationship_sheet import summary_of


@require_safe
def resolution(request, pk):
    """A text to take away: nothing is decided here, and nothing changes."""
    relationship = get_object_or_404(
        Relationship.objects.visible_to(request.user).owned().with_cities(), pk=pk
    )
    require(request.user, "relationships.view_relationship", relationship)
    today = today_in(relationship.office)
    summary = summary_of(relationship, today)
    context = {
        "relationship": relationship,
        "as_of": today,
        "text": draft_resolution(relationship, summary.ties[0], today),
    }
    return render(request, "relationships/draft_resolution.html", context)
