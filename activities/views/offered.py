from accounts.current_office import today_in
from relationships.models import Organisation, Relationship


def offered(user, office) -> dict:
    """What ``ActivityForm`` offers to choose from in ``office``, and what day it is there."""
    ties = Relationship.objects.visible_to(user).of_office(office).with_cities()
    return {
        "ties": ties.order_by("home_city__name", "partner_city__name", "pk"),
        "organisations": Organisation.objects.visible_to(user).of_office(office),
        "today": today_in(office),
    }
