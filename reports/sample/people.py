from accounts.demonstration import PASSWORD, SIGN_INS, SUPERUSER
from accounts.models import Membership, Office, User
from relationships.models import Relationship


def seed_people() -> None:
    """Make the people whom everybody may sign in as; those who are there keep their password."""
    people = {person.email: person for person in User.objects.all()}
    offices = Office.objects.in_bulk(field_name="slug")
    for sign_in in SIGN_INS:
        if sign_in.email not in people:
            people[sign_in.email] = User.objects.create_user(
                sign_in.email, PASSWORD, name=sign_in.name, language=sign_in.language
            )
        Membership.objects.get_or_create(
            user=people[sign_in.email],
            office=offices[sign_in.office],
            defaults={"role": sign_in.role},
        )
    email, name = SUPERUSER
    if email not in people:
        User.objects.create_superuser(email, PASSWORD, name=name)


def give_ties_to_officers(slugs: set[str]) -> None:
    """Let the first officer or coordinator of each office named answer for its ties."""
    for membership in Membership.objects.filter(
        office__slug__in=slugs, role__in=["officer", "coordinator"]
    ).order_by("-pk"):
        Relationship.objects.of_office(membership.office).filter(owner=None).update(
            owner=membership.user
        )
