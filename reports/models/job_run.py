from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Office
from reports.querysets import JobRunQuerySet


class JobState(models.TextChoices):
    QUEUED = "queued", _("queued")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class JobRun(models.Model):
    """One run of a job: how far it is, and how it ended. Written before the task is queued."""

    name = models.CharField(_("job"), max_length=40)
    office = models.ForeignKey(
        Office, verbose_name=_("office"), null=True, blank=True,
        on_delete=models.CASCADE, related_name="job_runs",
    )  # fmt: skip
    year = models.PositiveSmallIntegerField(_("policy year"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=JobState, default=JobState.QUEUED)
    done = models.PositiveIntegerField(_("steps done"), default=0)
    total = models.PositiveIntegerField(_("steps in all"), default=0)
    note = models.TextField(_("note"), blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    queued_at = models.DateTimeField(_("queued"), auto_now_add=True)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    beat_at = models.DateTimeField(_("last sign of life"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    objects = JobRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("job run")
        verbose_name_plural = _("job runs")
        ordering = ["-queued_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(total=0) | Q(done__lte=F("total")),
                name="job_run_within_its_steps",
                violation_error_message=_("A job cannot do more steps than it has."),
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.get_state_display()}"

    @property
    def is_over(self) -> bool:
        return self.state in {JobState.DONE, JobState.FAILED}

    def begin(self):
        self.state = JobState.RUNNING
        self.started_at = self.beat_at = timezone.now()
        self.attempts += 1
        self.save(update_fields=["state", "started_at", "beat_at", "attempts"])

    def finish(self, note=""):
        self._end(JobState.DONE, note)

    def fail(self, note):
        self._end(JobState.FAILED, note)

    def _end(self, state, note):
        self.state, self.note, self.finished_at = state, note, timezone.now()
        self.save(update_fields=["state", "note", "finished_at"])
