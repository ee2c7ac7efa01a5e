import json

from django.core.management.base import BaseCommand

from relationships.models import Cohort
from reports.comparing.question import FIRST_YEAR
from reports.comparison import (
    DENOMINATORS,
    PANEL,
    YearsNotOver,
    compare,
    summary_of_years,
)
from reports.likelihood_report import LikelihoodReport
from reports.management.arguments import NotUsable, day


class Command(BaseCommand):
    help = (
        "Print how likely an activity was in a year of the ties of a cohort and, with "
        "--matched-with, how this compares with another cohort over the partners both have. "
        "Exit status 2 if the question cannot be answered."
    )

    def add_arguments(self, parser):
        parser.add_argument("--cohort", required=True, metavar="NAME")
        parser.add_argument("--matched-with", metavar="NAME", help="the cohort to compare with")
        parser.add_argument("--from", required=True, type=int, dest="first", metavar="YEAR")
        parser.add_argument("--to", required=True, type=int, dest="last", metavar="YEAR")
        parser.add_argument("--as-of", required=True, type=day, metavar="YYYY-MM-DD")
        parser.add_argument(
            "--denominator",
            choices=DENOMINATORS,
            default=PANEL,
            help="panel: every tie, every year; exposure: the years it was in force",
        )
        parser.add_argument("--format", choices=["txt", "json"], default="txt")

    def handle(self, *, cohort, matched_with, first, last, as_of, denominator, format, **options):
        if first > last:
            raise NotUsable(f"--from {first} lies after --to {last}.")
        if first < FIRST_YEAR:
            raise NotUsable(f"--from {first}: give a policy year from {FIRST_YEAR} on.")
        if last > as_of.year:
            raise NotUsable(f"--to {last} lies after --as-of {as_of}.")
        years = {"first": first, "last": last, "as_of": as_of}
        cohort = self._cohort(cohort)
        other = self._cohort(matched_with) if matched_with else None
        try:
            summary = summary_of_years(cohort.relationships.all(), **years)
            comparison = other and compare(
                cohort.relationships.all(),
                other.relationships.all(),
                denominator=denominator,
                **years,
            )
        except YearsNotOver:
            raise NotUsable(
                f"Policy year {last} is not over on {as_of} in every office of these ties."
            ) from None
        report = LikelihoodReport(cohort, summary, first, denominator, other, comparison)
        if format == "json":
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(report.as_text())

    def _cohort(self, name):
        try:
            return Cohort.objects.get(name=name)
        except Cohort.DoesNotExist:
            known = ", ".join(Cohort.objects.values_list("name", flat=True)) or "none yet"
            raise NotUsable(f"There is no cohort “{name}”. Cohorts: {known}.") from None
