from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Stamped
from relationships.querysets import OfRelationshipQuerySet


class Result(models.TextChoices):
    CARRIED = "carried", _("carried")
    LOST = "lost", _("lost")
    DEFERRED = "deferred", _("deferred")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Decision(Stamped):
    """What a council or committee decided about a relationship."""

    relationship = models.ForeignKey(
        "relationships.Relationship", on_delete=models.CASCADE, related_name="decisions"
    )
    body = models.CharField(_("body"), max_length=150)
    decided_date = models.DateField(_("date"))
    motion = models.TextField(_("motion"))
    result = models.CharField(_("result"), max_length=10, choices=Result)
    votes_for = models.PositiveSmallIntegerField(_("votes for"), null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(_("votes against"), null=True, blank=True)
    abstentions = models.PositiveSmallIntegerField(_("abstentions"), null=True, blank=True)
    minutes_url = models.URLField(_("minutes"), max_length=500, blank=True)

    objects = OfRelationshipQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-decided_date", "-pk"]

    def __str__(self):
        return f"{self.body}, {self.decided_date:%Y-%m-%d}: {self.get_result_display()}"

    @property
    def office(self):
        return self.relationship.office
