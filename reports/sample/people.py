from django.contrib.auth.hashers import make_password

from accounts.demonstration import PASSWORD, SIGN_INS, SUPERUSER
from accounts.models import Membership, Office, User
from accounts.roles import Role
from relationships.models import Relationship


def seed_people() -> None:
    """Make the people whom everybody may sign in as; those who are there keep their password."""
    offices = Office.objects.in_bulk(field_name="slug")
    # Hashed once: a password known to everybody needs no salt of its own.
    password = make_password(PASSWORD)
    for sign_in in SIGN_INS:
        person, _made = User.objects.get_or_create(
            email=sign_in.email,
            defaults={
                "name": sign_in.name,
                "language": sign_in.language,
                "password": password,
                # Users and roles of the office are kept on the administration pages.
                "is_staff": sign_in.role == Role.ADMINISTRATOR,
            },
        )
        Membership.objects.get_or_create(
            user=person, office=offices[sign_in.office], defaults={"role": sign_in.role}
        )
    email, name = SUPERUSER
    everything = {"is_staff": True, "is_superuser": True}
    User.objects.get_or_create(
        email=email, defaults={"name": name, "password": password} | everything
    )


def give_ties_to_officers(slugs: set[str]) -> None:
    """Let an officer answer for the ties of each office named, else a coordinator."""
    memberships = Membership.objects.filter(office__slug__in=slugs).select_related("office", "user")
    for role in (Role.OFFICER, Role.COORDINATOR):
        for membership in memberships.filter(role=role):
            ties = Relationship.objects.of_office(membership.office).filter(owner=None)
            ties.update(owner=membership.user)
