from datetime import date

from django.db.models import Q

from accounts.querysets import OfficeScopedQuerySet


class ActivityQuerySet(OfficeScopedQuerySet):
    shared = True

    def live(self):
        """Held and substantive: what every activity figure counts."""
        return self.filter(is_live=True)

    def owned(self):
        """Activities of an office; those of reference ties left out."""
        return self.filter(office__isnull=False)

    def held(self):
        return self.filter(status="held")

    def not_void(self):
        return self.exclude(status="void")

    def started_by(self, as_of: date):
        """Activities that began on or before ``as_of``."""
        return self.filter(start_date__lte=as_of)

    def overlapping(self, first: date, last: date):
        """Activities of which the record allows at least one day from ``first`` to ``last``."""
        return self.filter(start_date__lte=last, end_date__gte=first)

    def involving(self, *letters):
        """Activities whose involvement is one of ``letters``."""
        return self.filter(involvement__in=letters)

    def of_relationship(self, relationship):
        return self.filter(activity_relationships__relationship=relationship)

    def awaiting_confirmation(self, as_of: date):
        """Planned for a day now past; neither counted nor dropped until the office says."""
        return self.filter(status="planned", end_date__lt=as_of)

    def with_relationships(self):
        """With their relationships and both cities, as every list shows them."""
        return self.prefetch_related("relationships__home_city", "relationships__partner_city")


class OfActivityQuerySet(OfficeScopedQuerySet):
    """Rows that hang on an activity and share its office."""

    office_path = "activity__office"
    shared = True


class ProgrammeQuerySet(OfficeScopedQuerySet):
    office_path = "relationship__office"
    shared = True

    def running_in(self, year: int):
        return self.filter(Q(last_year__isnull=True) | Q(last_year__gte=year), first_year__lte=year)


class ImportQuerySet(OfficeScopedQuerySet):
    pass


class SourceRowQuerySet(OfficeScopedQuerySet):
    shared = True
