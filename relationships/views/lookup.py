"""What the combobox of relationships finds while one types."""

from django.http import JsonResponse
from django.views.decorators.http import require_safe

from accounts.current_office import office_for
from accounts.permissions import require
from relationships.models import Relationship

MOST = 20
LONGEST = 100


@require_safe
def relationship_lookup(request):
    """The office's ties of which ``?q=`` is part of a city's name, in any script or spelling;
    those whose partner begins with it come first.
    """
    office = office_for(request)
    require(request.user, "relationships.view_relationship", office)
    ties = Relationship.objects.visible_to(request.user).of_office(office)
    found = ties.found_by(request.GET.get("q", "")[:LONGEST]).with_cities()
    return JsonResponse([choice(tie) for tie in found[:MOST]], safe=False)


def choice(tie) -> dict:
    partner = tie.partner_city
    native = partner.native_name if partner.native_name != partner.name else ""
    return {
        "value": tie.pk,
        "text": str(tie),
        "native": native,
        "lang": partner.native_language,
        "note": standing(tie),
    }


def standing(tie) -> str:
    """The partner's country, and the legal status where it is not in force."""
    country = str(tie.partner_city.country.name)
    if tie.legal_status == "in_force":
        return country
    return f"{country} · {tie.get_legal_status_display()}"
