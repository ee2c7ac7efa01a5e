from datetime import date

from django.db.models import Exists, OuterRef, Q

from accounts.querysets import OfficeScopedQuerySet
from relationships.querysets import named_like


class OrganisationQuerySet(OfficeScopedQuerySet):
    def named_like(self, text):
        """Organisations one of whose names contains ``text``, in any case, accents or script."""
        return self.filter(named_like(text))


class ContactQuerySet(OfficeScopedQuerySet):
    def in_post(self, on: date):
        """Contacts in their post on the day ``on``, both ends included."""
        return self.filter(
            Q(from_date__isnull=True) | Q(from_date__lte=on),
            Q(to_date__isnull=True) | Q(to_date__gte=on),
        )

    def former(self, on: date):
        """Contacts whose post ended before the day ``on``."""
        return self.filter(to_date__lt=on)

    def named(self):
        """Contacts whom the record still names: not those that were anonymised."""
        return self.filter(anonymised_at__isnull=True)

    def unverified_since(self, day: date):
        """Contacts whom nobody verified on ``day`` or later."""
        return self.filter(Q(verified_date__isnull=True) | Q(verified_date__lt=day))

    def left_before(self, day: date):
        """Contacts whose post ended before ``day`` and whom the record still names."""
        return self.named().filter(to_date__lt=day)

    def named_like(self, text):
        """Contacts found by a name in either order and any script, by post or by organisation."""
        return self.filter(named_like(text) | named_like(text, "organisation__search_text"))

    def with_primary_for(self, relationship):
        """With ``is_primary``: whether each is the first to call on its side of it."""
        first = self.model.primary_for.field.model.objects.filter(
            contact=OuterRef("pk"), relationship=relationship
        )
        return self.annotate(is_primary=Exists(first))

    def first_to_call_first(self, relationship):
        """The partner's side before ours, on each side the first to call before the others."""
        ordered = ["-side", "-is_primary", "family_name", "given_name", "pk"]
        return self.with_primary_for(relationship).order_by(*ordered)


class PrimaryContactQuerySet(OfficeScopedQuerySet):
    office_path = "contact__office"
