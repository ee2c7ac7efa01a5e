"""What the database derives about an activity, declared once: METRICS.md “What counts”."""

from django.db.models import BooleanField, Case, CharField, F, Q, Value, When
from django.db.models.functions import Coalesce

from activities.choices import (
    COMMUNITY_GROUPS,
    GovernmentRole,
    Group,
    Involvement,
    Status,
    Substance,
    unnumbered,
)
from relationships.models.people import Sector


def took_part(group: str) -> Q:
    """People of ``group`` took part, whether or not their number is known."""
    return Q(**{f"{group}__gt": 0}) | Q(**{unnumbered(group): True})


def _any_took_part(groups) -> Q:
    condition = Q()
    for group in groups:
        condition |= took_part(group)
    return condition


GOVERNMENT = Q(government_role__in=[GovernmentRole.PARTICIPANT, GovernmentRole.LEAD])
COMMUNITY = _any_took_part(COMMUNITY_GROUPS) | Q(led_by=Sector.COMMUNITY)
BUSINESS = took_part(Group.BUSINESS) | Q(led_by=Sector.BUSINESS)

LIVE = Q(status=Status.HELD, substance=Substance.SUBSTANTIVE)


def is_live():
    """Held and substantive; everything else counts 0 in every activity figure."""
    return Case(When(LIVE, then=Value(True)), default=Value(False), output_field=BooleanField())


def involvement():
    """One of the five letters of ``Involvement``."""
    return Case(
        When(GOVERNMENT & COMMUNITY, then=Value(Involvement.MIXED.value)),
        When(GOVERNMENT, then=Value(Involvement.GOVERNMENT.value)),
        When(COMMUNITY, then=Value(Involvement.COMMUNITY.value)),
        When(BUSINESS, then=Value(Involvement.BUSINESS.value)),
        default=Value(Involvement.UNCLASSIFIED.value),
        output_field=CharField(max_length=1),
    )


def participants():
    """The sum of the ten counts; a group without a number adds nothing."""
    total = Value(0)
    for group in Group.values:
        total = total + Coalesce(F(group), Value(0))
    return total


def has_unnumbered():
    """Some group took part without its number: totals of people are then too low."""
    condition = Q()
    for group in Group.values:
        condition |= Q(**{unnumbered(group): True})
    return Case(When(condition, then=Value(True)), default=Value(False))
