from collections.abc import Callable
from datetime import date

from django.db.models import Q

from accounts.querysets import OfficeScopedQuerySet
from relationships.folding import fold


def touches_year(year: int, first_month: int) -> Q:
    """An activity has a day in this policy year for certain."""
    first, next_first = date(year, first_month, 1), date(year + 1, first_month, 1)
    next_january = date(year + 1, 1, 1)
    began = Q(start_date__lt=next_first) & ~Q(start_precision="year")
    began |= Q(start_precision="year", start_date__lt=next_january)
    began |= Q(end_date__lt=next_first)
    ended = Q(end_date__gte=first) & ~Q(end_precision="year")
    ended |= Q(end_precision="year", end_date__gte=next_january if first_month > 1 else first)
    ended |= Q(start_date__gte=first)
    return began & ended


def of_each_office(condition: Callable[[int], Q]) -> Q:
    """``condition`` of the first month of the policy years of the activity's office."""
    found = Q(office__isnull=True) & condition(1)
    for month in range(1, 13):
        found |= Q(office__fiscal_year_start_month=month) & condition(month)
    return found


def counts_from(year: int, first_month: int) -> Q:
    """The policy year of its latest possible start, in which it counts, is ``year`` or later."""
    began = Q(start_date__gte=date(year, first_month, 1)) & ~Q(start_precision="year")
    late_end = Q(end_date__gte=date(year, first_month, 1))
    return began | (Q(start_precision="year", start_date__gte=date(year, 1, 1)) & late_end)


class ActivityQuerySet(OfficeScopedQuerySet):
    shared = True

    def live(self):
        """Held and substantive: what every activity figure counts."""
        return self.filter(is_live=True)

    def held(self):
        return self.filter(status="held")

    def not_void(self):
        return self.exclude(status="void")

    def called_off(self):
        """Substantive ones that were cancelled, postponed or declined."""
        return self.filter(
            status__in=["cancelled", "postponed", "declined"], substance="substantive"
        )

    def started_by(self, as_of: date):
        """Activities that began on or before ``as_of``."""
        return self.filter(start_date__lte=as_of)

    def overlapping(self, first: date, last: date):
        """Activities of which the record allows at least one day from ``first`` to ``last``."""
        return self.filter(start_date__lte=last, end_date__gte=first)

    def in_policy_year(self, year: int):
        """Activities that have a day in the policy year ``year`` of their own office, whatever
        their true dates are: ``years_touched`` of reports.metrics, said to the database.
        """
        condition = of_each_office(lambda month: touches_year(year, month))
        # The first condition is wider; it lets the database leave most rows unread.
        return self.overlapping(date(year, 1, 1), date(year + 1, 12, 31)).filter(condition)

    def counted_from(self, year: int):
        """Activities that count in the policy year ``year`` of their own office or a later one."""
        return self.filter(of_each_office(lambda month: counts_from(year, month)))

    def counted_until(self, year: int):
        """Activities that count in the policy year ``year`` of their own office or before."""
        return self.filter(of_each_office(lambda month: ~counts_from(year + 1, month)))

    def involving(self, *letters):
        """Activities whose involvement is one of ``letters``."""
        return self.filter(involvement__in=letters)

    def titled_like(self, *words: str):
        """Activities whose title contains each of ``words``, whatever case and accents."""
        return self.filter(*(Q(search_text__contains=fold(word)) for word in words))

    def bulk_update(self, objs, fields, batch_size=None):
        """Django's own would leave the folded title behind."""
        objs, fields = tuple(objs), set(fields)
        if "title" in fields:
            fields.add("search_text")
            for activity in objs:
                activity.search_text = fold(activity.title)
        return super().bulk_update(objs, sorted(fields), batch_size=batch_size)

    def of_relationship(self, relationship):
        return self.filter(activity_relationships__relationship=relationship)

    def awaiting_confirmation(self, as_of: date):
        """Planned for a day now past, and not put off; neither counted nor dropped until the
        office says.
        """
        put_off = Q(ask_again_date__gt=as_of)
        return self.filter(status="planned", end_date__lt=as_of).exclude(put_off)

    def with_relationships(self):
        """With their relationships and both cities, as every list shows them."""
        return self.prefetch_related("relationships__home_city", "relationships__partner_city")


class OfActivityQuerySet(OfficeScopedQuerySet):
    """Rows that hang on an activity and share its office."""

    office_path = "activity__office"
    shared = True


class FundingLineQuerySet(OfActivityQuerySet):
    def spent(self):
        """Money that was paid: neither only planned nor given in kind."""
        return self.filter(is_planned=False).exclude(payer="in_kind")


class AttachmentQuerySet(OfActivityQuerySet):
    def kept(self):
        """Those that were not removed."""
        return self.filter(removed_at__isnull=True)


class ProgrammeQuerySet(OfficeScopedQuerySet):
    office_path = "relationship__office"
    shared = True

    def with_relationship(self):
        return self.select_related(
            "relationship__office", "relationship__home_city", "relationship__partner_city"
        )

    def running_in(self, year: int):
        return self.filter(Q(last_year__isnull=True) | Q(last_year__gte=year), first_year__lte=year)


class ImportQuerySet(OfficeScopedQuerySet):
    def at_work(self):
        """Those on which a worker is at work."""
        return self.filter(state__in=["checking", "taking", "going_back"])

    def taken(self):
        return self.filter(state="taken")


class CheckedRowQuerySet(OfficeScopedQuerySet):
    office_path = "source__office"


class SourceRowQuerySet(OfficeScopedQuerySet):
    shared = True
