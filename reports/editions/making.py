"""The steps of making an edition: its figures are frozen once, then each file is made from them."""

import hashlib
import logging
from collections.abc import Callable, Mapping

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from reports.models import JobRun
from reports.models.job_run import JobState

logger = logging.getLogger(__name__)

Renderers = Mapping[str, Callable[[dict], bytes]]


def steps(renderers: Renderers) -> int:
    """The content counts as one step, each file as one more."""
    return 1 + len(renderers)


def make(edition, *, freeze: Callable, imprint: Callable, renderers: Renderers) -> None:
    """Make ``edition`` unless it is made; safe to run twice or again after a crash.

    ``freeze(edition)`` is called by the first run that gets that far: a file that failed is made
    from the same content later, whatever was recorded since. ``imprint(edition)`` is what the
    files say beside their figures.
    """
    if edition.job_run.state == JobState.DONE:
        return
    _start(edition.job_run)
    try:
        if edition.summary is None:
            freeze(edition)
            _advance(edition.job_run, 1)
        for step, (format, render) in enumerate(renderers.items(), start=2):
            _keep_file(edition, format, render, imprint)
            _advance(edition.job_run, step)
    except Exception:
        logger.exception("%s %s could not be built", type(edition).__name__, edition.pk)
        _finish(
            edition.job_run,
            JobState.FAILED,
            _("The edition could not be built. Try again; if it fails again, tell your operator."),
        )
        raise
    type(edition).objects.filter(pk=edition.pk).update(built_at=timezone.now())
    _finish(edition.job_run, JobState.DONE)


@transaction.atomic
def restart_edition(*, edition) -> bool:
    """Let an edition that failed be built again; False if it did not fail."""
    failed = JobRun.objects.filter(pk=edition.job_run_id, state=JobState.FAILED)
    return bool(failed.update(state=JobState.QUEUED, note="", finished_at=None, done=0))


def _keep_file(edition, format, render, imprint):
    if edition.files.filter(format=format).exists():
        return
    data = render(edition.summary | {"imprint": imprint(edition)})
    kept = edition.files.model(
        edition=edition, format=format, size=len(data), sha256=hashlib.sha256(data).hexdigest()
    )
    kept.file.save(edition.file_name(format), ContentFile(data), save=False)
    kept.save()


def _start(job_run):
    now = timezone.now()
    job_run.state, job_run.started_at, job_run.beat_at = JobState.RUNNING, now, now
    job_run.attempts += 1
    job_run.save(update_fields=["state", "started_at", "beat_at", "attempts"])


def _advance(job_run, done):
    JobRun.objects.filter(pk=job_run.pk).update(done=done, beat_at=timezone.now())


def _finish(job_run, state, note=""):
    JobRun.objects.filter(pk=job_run.pk).update(state=state, note=note, finished_at=timezone.now())
