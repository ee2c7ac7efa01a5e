from django.db import models
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from activities.choices import Group, unnumbered


def count(label):
    """How many of a group took part. Empty is not known, 0 is known to be none."""
    return models.PositiveIntegerField(label, null=True, blank=True)


def present(label):
    """The group took part and its number is not known."""
    words = format_lazy(_("{group}, number not known"), group=label)
    return models.BooleanField(words, default=False)


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

    elected_unnumbered = present(Group.ELECTED.label)
    officials_unnumbered = present(Group.OFFICIALS.label)
    students_unnumbered = present(Group.STUDENTS.label)
    teachers_unnumbered = present(Group.TEACHERS.label)
    artists_unnumbered = present(Group.ARTISTS.label)
    athletes_unnumbered = present(Group.ATHLETES.label)
    business_unnumbered = present(Group.BUSINESS.label)
    academics_unnumbered = present(Group.ACADEMICS.label)
    civic_unnumbered = present(Group.CIVIC.label)
    residents_unnumbered = present(Group.RESIDENTS.label)

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
