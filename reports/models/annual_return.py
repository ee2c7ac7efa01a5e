from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Stamped
from reports.querysets import AnnualReturnQuerySet


class ReturnState(models.TextChoices):
    RETURNED = "returned", _("returned with its activities")
    NIL = "nil", _("nil: nothing happened")
    TAKEN_BACK = "taken_back", _("taken back")


class AnnualReturn(Stamped):
    """An office's word for one relationship and policy year: that its record is complete.

    Nil is a real answer. A year without a word that stands is not reported. A word that was
    taken back stays on record, with who took it back and when, and says nothing.
    """

    relationship = models.ForeignKey(
        "relationships.Relationship", on_delete=models.CASCADE, related_name="annual_returns"
    )
    year = models.PositiveSmallIntegerField(_("policy year"))
    state = models.CharField(_("return"), max_length=10, choices=ReturnState)
    attested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("attested by"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    attested_date = models.DateField(_("attested on"))
    note = models.TextField(_("note"), blank=True)

    objects = AnnualReturnQuerySet.as_manager()
    history_parts = ()

    class Meta:
        verbose_name = _("annual return")
        verbose_name_plural = _("annual returns")
        ordering = ["-year", "relationship", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "year"],
                name="annual_return_once_a_year",
                violation_error_message=_("This year is already returned."),
            ),
        ]

    def __str__(self):
        return f"{self.relationship}, {self.year}: {self.get_state_display()}"

    @property
    def stands(self) -> bool:
        return self.state != ReturnState.TAKEN_BACK

    @property
    def office(self):
        return self.relationship.office
