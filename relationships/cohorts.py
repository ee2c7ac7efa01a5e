"""Keeping a set of ties under a name, to compare it with others."""

from django.db import transaction
from django.utils.text import slugify

from relationships.models import Cohort

LONGEST = 60


@transaction.atomic
def save_cohort(*, office, title: str, description: str, relationships) -> Cohort:
    """A new cohort of ``office``; its short name is made of the title and taken by no other."""
    cohort = Cohort.objects.create(
        office=office, title=title, description=description, name=_free_name(office, title)
    )
    cohort.relationships.set(relationships)
    return cohort


def _free_name(office, title: str) -> str:
    """``victoria-asia``, and ``victoria-asia-2`` if that is taken."""
    begins = slugify(f"{office.slug} {title}")[: LONGEST - 8].strip("-")
    taken = set(Cohort.objects.filter(name__startswith=begins).values_list("name", flat=True))
    number, name = 1, begins
    while name in taken:
        number += 1
        name = f"{begins}-{number}"
    return name
