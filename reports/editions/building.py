"""Asking for an annual edition, and building it: one content, all files, one hash."""

import hashlib
import logging
from datetime import date

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from relationships.models import Relationship
from reports.editions.content import edition_content, hash_of
from reports.editions.formats import RENDERERS
from reports.editions.imprint import imprint
from reports.editions.restatement import restatement
from reports.metrics import last_day, policy_year
from reports.models import Edition, EditionFile, JobRun
from reports.models.job_run import JobState
from reports.summary import annual_summary

logger = logging.getLogger(__name__)

JOB_NAME = "edition"
FIRST_YEAR = 1945
# The content counts as one step, each file as one more.
STEPS = 1 + len(RENDERERS)


@transaction.atomic
def request_edition(*, office, year, as_of, language, by=None) -> Edition:
    """Write down that an edition is wanted. The row is the queue; a task only hurries it."""
    job_run = JobRun.objects.create(name=JOB_NAME, office=office, year=year, total=STEPS)
    return Edition.objects.create(
        office=office, year=year, as_of=as_of, language=language, requested_by=by, job_run=job_run
    )


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
    """Build ``edition`` unless it is built; safe to run twice or again after a crash.

    The summary is frozen at the first run that gets that far: a file that failed is made from
    the same content later, whatever was recorded since.
    """
    if edition.job_run.state == JobState.DONE:
        return
    _start(edition.job_run)
    try:
        if edition.summary is None:
            _freeze(edition)
        for step, format in enumerate(RENDERERS, start=2):
            _render(edition, format)
            _advance(edition.job_run, step)
    except Exception:
        logger.exception("Edition %s could not be built", edition.pk)
        _finish(
            edition.job_run,
            JobState.FAILED,
            _("The edition could not be built. Try again; if it fails again, tell your operator."),
        )
        raise
    Edition.objects.filter(pk=edition.pk).update(built_at=timezone.now())
    _finish(edition.job_run, JobState.DONE)


def _freeze(edition):
    edition.frozen_at = timezone.now()
    edition.summary = office_content(
        office=edition.office, year=edition.year, as_of=edition.as_of, language=edition.language
    )
    if edition.restates:
        edition.summary["restatement"] = restatement(edition)
    edition.sha256 = hash_of(edition.summary)
    edition.save(update_fields=["summary", "sha256", "frozen_at"])
    _advance(edition.job_run, 1)


def _render(edition, format):
    if edition.files.filter(format=format).exists():
        return
    data = RENDERERS[format](edition.summary | {"imprint": imprint(edition)})
    kept = EditionFile(
        edition=edition, format=format, size=len(data), sha256=hashlib.sha256(data).hexdigest()
    )
    kept.file.save(edition.file_name(format), ContentFile(data), save=False)
    kept.save()


@transaction.atomic
def restart_edition(*, edition: Edition) -> bool:
    """Let an edition that failed be built again; False if it did not fail."""
    failed = JobRun.objects.filter(pk=edition.job_run_id, state=JobState.FAILED)
    return bool(failed.update(state=JobState.QUEUED, note="", finished_at=None, done=0))


def _start(job_run):
    now = timezone.now()
    job_run.state, job_run.started_at, job_run.beat_at = JobState.RUNNING, now, now
    job_run.attempts += 1
    job_run.save(update_fields=["state", "started_at", "beat_at", "attempts"])


def _advance(job_run, done):
    JobRun.objects.filter(pk=job_run.pk).update(done=done, beat_at=timezone.now())


def _finish(job_run, state, note=""):
    JobRun.objects.filter(pk=job_run.pk).update(state=state, note=note, finished_at=timezone.now())
