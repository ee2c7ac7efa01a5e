from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand

from accounts.current_office import today_in
from accounts.models import Language, Office
from reports.editions.building import (
    build_edition,
    default_as_of,
    draft_of,
    years_to_report,
)
from reports.editions.issuing import rebuild_draft
from reports.management.arguments import NotUsable, day
from reports.management.output import refuse_a_terminal, write_file
from reports.models.edition import EditionFormat


class Command(BaseCommand):
    help = "Build the annual edition of an office, keep it, and write one of its files."

    def add_arguments(self, parser):
        parser.add_argument("--office", required=True, metavar="SLUG")
        parser.add_argument("--year", required=True, type=int, help="the policy year")
        parser.add_argument("--format", choices=EditionFormat.values, default=EditionFormat.TEXT)
        parser.add_argument("--as-of", type=day, metavar="YYYY-MM-DD")
        parser.add_argument("--language", choices=Language.values)
        parser.add_argument("--output", type=Path, metavar="FILE", help="standard output if absent")

    def handle(self, *, office, year, format, as_of, language, output, **options):
        office = self._office(office)
        refuse_a_terminal(format, output)
        today = today_in(office)
        years = years_to_report(office=office, today=today)
        if year not in years:
            raise NotUsable(f"--year {year}: give a policy year from {years[0]} to {years[-1]}.")
        as_of = as_of or default_as_of(office=office, year=year, today=today)
        if as_of > today:
            raise NotUsable(f"--as-of {as_of} lies in the future; today is {today}.")
        if year not in years_to_report(office=office, today=as_of):
            raise NotUsable(f"--as-of {as_of}: the year {year} had not begun on this day.")
        edition = self._draft(
            office=office, year=year, as_of=as_of, language=language or office.language
        )
        build_edition(edition=edition)
        kept = edition.files.get(format=format)
        write_file(kept, output, self.stdout)
        self.stderr.write(f"Edition {edition.pk} as of {as_of}, SHA-256 {edition.sha256}")

    def _draft(self, **asked):
        """That of an earlier call is made anew, not another one beside it."""
        edition, is_new = draft_of(**asked)
        if is_new:
            return edition
        try:
            return rebuild_draft(edition=edition)
        except ValidationError as refused:
            raise NotUsable(" ".join(refused.messages)) from None

    def _office(self, slug):
        try:
            return Office.objects.get(slug=slug)
        except Office.DoesNotExist:
            known = ", ".join(Office.objects.values_list("slug", flat=True)) or "none yet"
            raise NotUsable(f"There is no office “{slug}”. Offices: {known}.") from None
