from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.current_office import today_in
from accounts.permissions import require
from relationships.models import Relationship
from reports.comparing.peers import in_words, peers

PAGE_SIZE = 50


@require_safe
def compare_partner(request, pk):
    """Who else is twinned with the partner of this tie, and what do they do together?"""
    visible = Relationship.objects.visible_to(request.user).with_cities()
    relationship = get_object_or_404(visible, pk=pk)
    require(request.user, "relationships.view_relationship", relationship)
    office = relationship.office
    today = today_in(office) if office else timezone.localdate()
    found = peers(relationship, request.user, as_of=today)
    page = Paginator(found.others, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "relationship": relationship,
        "as_of": today,
        "lead": in_words(found, relationship.partner_city),
        "period": found.ours.tie.period.years,
        "page_obj": page,
        "rows": [found.ours, *page.object_list],
    }
    return render(request, "reports/compare_partner.html", context)
