"""Terms of leaders read in their order: who came after whom."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from django.db.models import Q

from relationships.models import City, Leader


class ChangeOfLeader(NamedTuple):
    """``leader`` came after ``before``, who held the same post of the same city."""

    leader: Leader
    before: Leader


def leaders_of(relationships):
    """The terms on record of either city of each of ``relationships``, a queryset."""
    return Leader.objects.filter(city__in=cities_of(relationships)).select_related("city")


def cities_of(relationships):
    ties = relationships.order_by()
    either = Q(pk__in=ties.values("home_city")) | Q(pk__in=ties.values("partner_city"))
    return City.objects.filter(either)


def changes(leaders: Iterable[Leader]) -> list[ChangeOfLeader]:
    """A first term on record is no change, nor is a further term of the same person."""
    found = []
    for _post, terms in groupby(sorted(leaders, key=_in_order), key=_post_of):
        before = None
        for leader in terms:
            if before and leader.name != before.name:
                found.append(ChangeOfLeader(leader, before))
            before = leader
    return found


def in_office(leaders: Iterable[Leader], today) -> list[Leader]:
    """The last term of each post, as far as it has begun and did not end."""
    last = {_post_of(leader): leader for leader in sorted(leaders, key=_in_order)
            if leader.from_date <= today}  # fmt: skip
    return [leader for leader in last.values() if not leader.to_date or leader.to_date >= today]


def _post_of(leader):
    return leader.city_id, leader.post


def _in_order(leader):
    return leader.city_id, leader.post, leader.from_date, leader.pk
