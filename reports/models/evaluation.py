from django.db import models
from django.utils.translation import gettext_lazy as _

from reports.querysets import EvaluationQuerySet


class Evaluation(models.Model):
    """What the yearly run found for one relationship, frozen as of the end of the year."""

    relationship = models.ForeignKey(
        "relationships.Relationship", on_delete=models.CASCADE, related_name="evaluations"
    )
    year = models.PositiveSmallIntegerField(_("policy year"))
    rule_version = models.PositiveSmallIntegerField(_("version of the rules"))
    policy = models.ForeignKey(
        "reports.Policy", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    job_run = models.ForeignKey(
        "reports.JobRun", null=True, blank=True, on_delete=models.SET_NULL,
        related_name="evaluations",
    )  # fmt: skip
    as_of = models.DateField(_("as of"))
    activity_status = models.CharField(_("activity status"), max_length=12)
    figures = models.JSONField(_("figures"), default=dict)
    evaluated_at = models.DateTimeField(_("evaluated"), auto_now_add=True)

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")
        ordering = ["-year", "relationship", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "year", "rule_version"],
                name="evaluation_once_a_year",
                violation_error_message=_("This year is already evaluated."),
            ),
        ]

    def __str__(self):
        return f"{self.relationship}, {self.year}"

    @property
    def office(self):
        return self.relationship.office
