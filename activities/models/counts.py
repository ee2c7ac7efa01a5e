from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from activities.choices import Group, unnumbered


def count(label):
    """How many of a group took part. Empty is not known, 0 is known to be none."""
    return models.PositiveIntegerField(label, null=True, blank=True)


def present():
    """The group took part and its number is not known."""
    return models.BooleanField(_("took part, number not known"), default=False)


class Counts(models.Model):
    """Who took part: ten groups that add up, and three cuts across them that do not."""

    elected = count(Group.ELECTED.label)
    officials = count(Group.OFFICIALS.label)
    students = count(Group.STUDENTS.label)
    teachers = count(Group.TEACHERS.label)
    artists = count(Group.ARTISTS.label)
    athletes = count(Group.ATHLETES.label)
    business = count(Group.BUSINESS.label)
    academics = count(Group.ACADEMICS.label)
    civic = count(Group.CIVIC.label)
    residents = count(Group.RESIDENTS.label)

    elected_unnumbered = present()
    officials_unnumbered = present()
    students_unnumbered = present()
    teachers_unnumbered = present()
    artists_unnumbered = present()
    athletes_unnumbered = present()
    business_unnumbered = present()
    academics_unnumbered = present()
    civic_unnumbered = present()
    residents_unnumbered = present()

    travellers = count(_("Travellers"))
    minors = count(_("Minors"))
    women = count(_("Women"))

    class Meta:
        abstract = True

    @property
    def groups(self) -> list[Group]:
        """The groups that took part, numbered or not."""
        return [
            group for group in Group if getattr(self, group) or getattr(self, unnumbered(group))
        ]


def number_or_presence():
    """One constraint per group: a known number and “number not known” exclude each other."""
    return [
        models.CheckConstraint(
            condition=Q(**{unnumbered(group): False}) | Q(**{f"{group}__isnull": True}),
            name=f"activity_{group.value}_known_or_not",
            violation_error_message=_(
                "Give the number of each group, or say that it is not known, not both."
            ),
        )
        for group in Group
    ]


def never_negative():
    """One constraint per count, because SQLite and PostgreSQL word their own differently."""
    names = [*Group.values, "travellers", "minors", "women"]
    return [
        models.CheckConstraint(
            condition=Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": 0}),
            name=f"activity_{name}_not_negative",
            violation_error_message=_("A number of people cannot be negative."),
        )
        for name in names
    ]
