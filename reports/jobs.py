"""The jobs that run by themselves, and the rows that say what each of them did.

The database is the queue of record. A broker may lose what it was given, a worker may be killed:
the sweep finds what waits without a sign of life and queues it again.
"""

import logging
import traceback
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from django.db.models import F, Max, Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import Office
from reports.daily_round import make_round
from reports.models import JobRun
from reports.models.job_run import JobState

logger = logging.getLogger(__name__)

DAILY = "daily"
# Without a round for so long, an office is looked at whatever the schedule says.
LONGEST_SILENCE = timedelta(hours=26)
# A task is stopped after less than five minutes; later than that nobody is at work on it.
NO_SIGN_OF_LIFE = {
    JobState.QUEUED: timedelta(minutes=2),
    JobState.RUNNING: timedelta(minutes=6),
}
ATTEMPTS = 5


def make_daily_rounds(today_in: Callable[[Office], date]) -> list[JobRun]:
    """A round for every office, those first that have waited longest.

    What fails in one office is kept with its job and does not keep the others from theirs.
    """
    offices = Office.objects.annotate(
        last_round=Max("job_runs__started_at", filter=Q(job_runs__name=DAILY))
    )
    waiting = offices.order_by(F("last_round").asc(nulls_first=True), "pk")
    return [_daily_round(office, today_in(office)) for office in waiting]


def _daily_round(office, as_of) -> JobRun:
    job_run = JobRun.objects.create(name=DAILY, office=office)
    job_run.begin()
    try:
        done = make_round(office=office, as_of=as_of, job_run=job_run)
    except Exception as error:  # an office's trouble is its own
        job_run.fail(where(error))
        logger.error("The daily round of office %s failed: %s", office.pk, where(error))
    else:
        with translation.override(office.language):
            job_run.finish(_note(done))
    return job_run


def _note(done):
    return _(
        "Relationships evaluated: %(evaluated)s. Alerts raised: %(raised)s, "
        "resolved: %(resolved)s. Digests: %(messages)s."
    ) % {
        "evaluated": sum(len(due.relationship_ids) for due in done.evaluated),
        "raised": len(done.raised),
        "resolved": len(done.resolved),
        "messages": len(done.messages),
    }


def where(error: BaseException) -> str:
    """The kind of an error and the line it came from; its words may hold personal data."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {last.filename.rpartition('/')[2]}:{last.lineno}"


def keep_done(name: str, *, note: str, office: Office | None = None) -> JobRun:
    """Keep that a job found something to do and did it."""
    now = timezone.now()
    return JobRun.objects.create(
        name=name, office=office, state=JobState.DONE, note=note,
        attempts=1, started_at=now, beat_at=now, finished_at=now,
    )  # fmt: skip


def sweep(*, now: datetime, queue_again: Mapping[str, Callable[[JobRun], None]]) -> list[JobRun]:
    """Queue again the jobs that nobody is at work on; park those that failed five times.

    ``queue_again`` tells for each name of job how. A job of another name is closed as failed:
    its work comes round by itself.
    """
    swept = [job for job in JobRun.objects.unfinished() if _is_stale(job, now)]
    return [job for job in swept if _take_up(job, now, queue_again)]


def offices_overlooked(now: datetime) -> bool:
    """Some office has had no round for 26 hours: the schedule or its clock has failed."""
    seen = JobRun.objects.filter(name=DAILY, queued_at__gte=now - LONGEST_SILENCE)
    return Office.objects.exclude(pk__in=seen.values("office")).exists()


def _is_stale(job, now):
    last_sign = max(filter(None, (job.queued_at, job.beat_at)))
    return now - last_sign > NO_SIGN_OF_LIFE[job.state]


def _take_up(job, now, queue_again) -> bool:
    """False if another sweep was quicker."""
    mine = JobRun.objects.filter(pk=job.pk, state=job.state, beat_at=job.beat_at)
    if job.name not in queue_again or job.attempts >= ATTEMPTS:
        note = _("Stopped without an end.")
        return bool(mine.update(state=JobState.FAILED, note=note, finished_at=now))
    if not mine.update(state=JobState.QUEUED, beat_at=now):
        return False
    queue_again[job.name](job)
    return True
