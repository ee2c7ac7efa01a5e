from django.db import models
from django.db.models import Case, Q, Value, When

from accounts.querysets import OfficeScopedQuerySet
from relationships.folding import fold


def named_like(text: str, path: str = "search_text") -> Q:
    """One of the names contains ``text``, with its spaces or without: “Xi an” is Xi'an."""
    folded = fold(text)
    return Q(**{f"{path}__contains": folded}) | Q(**{f"{path}__contains": folded.replace(" ", "")})


class CityQuerySet(models.QuerySet):
    def named_like(self, text):
        """Cities one of whose names contains ``text``, whatever case, accents or script."""
        return self.filter(named_like(text))


class HomeCityQuerySet(OfficeScopedQuerySet):
    pass


class RelationshipQuerySet(OfficeScopedQuerySet):
    shared = True

    def reference(self):
        """Ties imported to compare with."""
        return self.filter(office__isnull=True)

    def in_force(self):
        return self.filter(legal_status="in_force")

    def with_cities(self):
        """With both cities and the office, as every list shows them."""
        return self.select_related("home_city", "partner_city", "office")

    def with_city_like(self, text):
        """Ties of which one city has a name that contains ``text``; any script, any case."""
        home = named_like(text, "home_city__search_text")
        return self.filter(home | named_like(text, "partner_city__search_text"))

    def found_by(self, text):
        """Ties with a city named like ``text``, first those whose partner's name begins so."""
        begins = When(partner_city__search_text__startswith=fold(text), then=Value(0))
        order = Case(begins, default=Value(1))
        return self.with_city_like(text).order_by(order, "partner_city__name", "pk")

    def peers_of(self, relationship):
        """The other ties of its partner city, on either side; none of its own home city."""
        partner, home = relationship.partner_city_id, relationship.home_city_id
        return self.filter(Q(partner_city=partner) | Q(home_city=partner)).exclude(
            Q(partner_city=home) | Q(home_city=home)
        )

    def between(self, one, other):
        """The tie of two cities, whichever is the home side."""
        return self.filter(
            Q(home_city=one, partner_city=other) | Q(home_city=other, partner_city=one)
        )


class TagQuerySet(OfficeScopedQuerySet):
    pass


class CohortQuerySet(OfficeScopedQuerySet):
    shared = True

    def kept(self):
        """The cohorts that nobody removed."""
        return self.filter(removed_at__isnull=True)


class ShockQuerySet(OfficeScopedQuerySet):
    shared = True

    def kept(self):
        """Those that were not removed."""
        return self.filter(removed_at__isnull=True)

    def known_to(self, office):
        """Its own, and those for everybody."""
        return self.filter(Q(office=office) | Q(office__isnull=True))


class OfRelationshipQuerySet(OfficeScopedQuerySet):
    """Rows that hang on a relationship and share its office."""

    office_path = "relationship__office"
    shared = True


class LegalStatusChangeQuerySet(OfRelationshipQuerySet):
    def standing(self):
        """The steps of the history that hold: not those that were taken back."""
        return self.filter(taken_back_at__isnull=True)


class AgreementQuerySet(OfRelationshipQuerySet):
    def current(self):
        """Agreements that no later one supersedes and that did not end early."""
        return self.filter(superseded_by__isnull=True, ended_date__isnull=True)

    def with_documents(self):
        return self.prefetch_related("documents__created_by", "documents__removed_by")


class AgreementDocumentQuerySet(OfficeScopedQuerySet):
    office_path = "agreement__relationship__office"
    shared = True

    def kept(self):
        """The documents that stand for their agreement; one that was replaced does not."""
        return self.filter(removed_at__isnull=True)
