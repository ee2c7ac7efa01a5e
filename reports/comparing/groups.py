"""The groups of ties that a person can compare, as an address names them.

``office:victoria`` the ties of an office · ``tier:victoria:sister`` those of one tier ·
``cohort:japan_china`` a saved group · ``country:CA`` the reference ties of a country ·
``reference`` all reference ties.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext as _
from django_countries import countries

from accounts.models import Office
from relationships.models import Cohort, Relationship
from relationships.models.relationship import Tier
from reports.metrics import last_complete_year

REFERENCE = "reference"
READ = "reports.view_summary"
# Parts of an office may be as small as one tie, which is not for who reads sums alone.
READ_PARTS = "relationships.view_relationship"


class UnknownGroup(ValueError):
    """What was written is no group of any kind."""


@dataclass(frozen=True, slots=True)
class TieGroup:
    """Some ties with a name; ``home`` is the country of which the reference ties are taken."""

    written: str
    name: str
    relationships: Any
    home: str = ""
    description: str = ""
    is_demonstration: bool = False


class Groups:
    """What one person may compare. A group of somebody else's office is not found."""

    def __init__(self, user):
        self.user = user
        self.visible = Relationship.objects.visible_to(user, READ)
        self.offices = Office.objects.visible_to(user, READ)
        self.divided = Office.objects.visible_to(user, READ_PARTS)
        self.cohorts = Cohort.objects.kept().visible_to(user, READ_PARTS)

    def offered(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The choices under their headings; kinds of which there is none are left out."""
        kinds = [
            (_("Offices"), self._offices()),
            (_("Tiers of an office"), self._tiers()),
            (_("Saved cohorts"), self._cohorts()),
            (_("Ties to compare with"), self._reference()),
        ]
        return [(heading, choices) for heading, choices in kinds if choices]

    def last_year(self, as_of: date) -> int:
        """The last policy year that is over in every office of the person."""
        months = {office.fiscal_year_start_month for office in self.offices} or {1}
        return min(last_complete_year(as_of, month) for month in months)

    def called(self, written: str) -> TieGroup:
        """The group an address names; 404 for a row one may not see, UnknownGroup for nonsense."""
        kind, _colon, key = written.partition(":")
        find = {"office": self._office, "tier": self._tier, "cohort": self._cohort,
                "country": self._country, REFERENCE: self._all_reference}.get(kind)  # fmt: skip
        if find is None or not key.isprintable():
            raise UnknownGroup(written)
        return find(written, key)

    def _offices(self):
        return [(f"office:{office.slug}", office.name) for office in self.offices]

    def _tiers(self):
        kept = self.visible.filter(office__in=self.divided).order_by(
            "office__name", "office__slug", "tier"
        )
        rows = kept.values_list("office__slug", "office__name", "tier").distinct()
        return [(f"tier:{slug}:{tier}", _tier_name(name, tier)) for slug, name, tier in rows]

    def _cohorts(self):
        return [(f"cohort:{cohort.name}", str(cohort)) for cohort in self.cohorts]

    def _reference(self):
        found = self.visible.reference().order_by()
        sides = ("home_city__country", "partner_city__country")
        codes = {code for side in sides for code in found.values_list(side, flat=True).distinct()}
        present = [country for country in countries if country.code in codes]
        every = [(REFERENCE, _("All ties to compare with"))] if present else []
        return every + [(f"country:{code}", _country_name(name)) for code, name in present]

    def _office(self, written, slug):
        office = _row(self.offices, slug=slug)
        return TieGroup(written, office.name, self.visible.of_office(office),
                        is_demonstration=office.is_demonstration)  # fmt: skip

    def _tier(self, written, key):
        slug, _colon, tier = key.partition(":")
        office = _row(self.divided, slug=slug)
        if tier not in Tier.values:
            raise UnknownGroup(written)
        ties = self.visible.of_office(office).filter(tier=tier)
        return TieGroup(written, _tier_name(office.name, tier), ties,
                        is_demonstration=office.is_demonstration)  # fmt: skip

    def _cohort(self, written, name):
        return group_of(_row(self.cohorts, name=name), self.visible)

    def _country(self, written, code):
        if code not in countries.countries:
            raise UnknownGroup(written)
        sides = Q(home_city__country=code) | Q(partner_city__country=code)
        ties = self.visible.reference().filter(sides)
        return TieGroup(written, _country_name(countries.name(code)), ties, home=code)

    def _all_reference(self, written, key):
        if key:
            raise UnknownGroup(written)
        return TieGroup(written, _("All ties to compare with"), self.visible.reference())


def group_of(cohort: Cohort, visible) -> TieGroup:
    """A saved group: its ties among ``visible``, and the made-up ones if it demonstrates."""
    seen = Q(pk__in=visible.values("pk"))
    if cohort.is_demonstration:
        seen |= Q(office__is_demonstration=True)
    return TieGroup(
        written=f"cohort:{cohort.name}",
        name=str(cohort),
        relationships=Relationship.objects.filter(seen, cohorts=cohort),
        description=cohort.description,
        is_demonstration=cohort.is_demonstration,
    )


def _row(rows, **key):
    found = rows.filter(**key).first()
    if found is None:
        raise Http404
    return found


def _tier_name(office: str, tier: str) -> str:
    return _("%(office)s: %(tier)s") % {"office": office, "tier": Tier(tier).label}


def _country_name(country: str) -> str:
    return _("%(country)s, ties to compare with") % {"country": country}
