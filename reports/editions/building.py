"""Asking for an annual edition, and building it: one content, all files, one hash."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.models import Office
from relationships.models import Relationship
from reports.editions.content import edition_content, hash_of
from reports.editions.formats import RENDERERS
from reports.editions.imprint import imprint
from reports.editions.making import make, steps
from reports.editions.restatement import restatement
from reports.metrics import last_day, policy_year
from reports.models import Edition, JobRun
from reports.summary import annual_summary

JOB_NAME = "edition"
FIRST_YEAR = 1945


@transaction.atomic
def request_edition(*, office, year, as_of, language, by=None) -> Edition:
    """Write down that an edition is wanted. The row is the queue; a task only hurries it."""
    job_run = JobRun.objects.create(name=JOB_NAME, office=office, year=year, total=steps(RENDERERS))
    return Edition.objects.create(
        office=office, year=year, as_of=as_of, language=language, requested_by=by, job_run=job_run
    )


@transaction.atomic
def draft_of(*, office, year, as_of, language, by=None) -> tuple[Edition, bool]:
    """The draft of this year, day and language, and whether it was only asked for now.

    A draft that restates is another one. The office is locked, so that two clicks make one draft.
    """
    Office.objects.select_for_update().get(pk=office.pk)
    drafts = Edition.objects.of_office(office).drafts().filter(restates=None)
    kept = drafts.filter(year=year, as_of=as_of, language=language).defer("summary").first()
    if kept:
        return kept, False
    return request_edition(office=office, year=year, as_of=as_of, language=language, by=by), True


def years_to_report(*, office, today: date) -> range:
    """The policy years an edition can be about: municipal twinning is a thing of after 1945."""
    return range(FIRST_YEAR, policy_year(today, office.fiscal_year_start_month) + 1)


def default_as_of(*, office, year: int, today: date) -> date:
    """The last day of the policy year, or ``today`` while the year is not over."""
    return min(last_day(year, office.fiscal_year_start_month), today)


def office_content(*, office, year, as_of, language) -> dict:
    """The content of an edition of all relationships of ``office``."""
    relationships = Relationship.objects.of_office(office)
    summary = annual_summary(year=year, as_of=as_of, relationships=relationships)
    return edition_content(summary, office=office, language=language)


def build_edition(*, edition: Edition) -> None:
    """Build ``edition`` unless it is built; safe to run twice or again after a crash."""
    make(edition, freeze=_freeze, imprint=imprint, renderers=RENDERERS)


def _freeze(edition):
    edition.frozen_at = timezone.now()
    edition.summary = office_content(
        office=edition.office, year=edition.year, as_of=edition.as_of, language=edition.language
    )
    if edition.restates:
        edition.summary["restatement"] = restatement(edition)
    edition.sha256 = hash_of(edition.summary)
    edition.save(update_fields=["summary", "sha256", "frozen_at"])
