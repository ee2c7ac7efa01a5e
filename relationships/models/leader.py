from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Stamped
from relationships.dates import PartialDate, first_day_kept, precision_field
from relationships.languages import language_of_name


class Post(models.TextChoices):
    MAYOR = "mayor", _("Mayor")
    GOVERNOR = "governor", _("Governor")
    HEAD_OF_OFFICE = "head_of_office", _("Head of the foreign affairs office")
    PARTY_SECRETARY = "party_secretary", _("Party secretary")


class Leader(Stamped):
    """A term of a leader of a city, from the public record. Shared by all offices."""

    city = models.ForeignKey("relationships.City", on_delete=models.PROTECT, related_name="leaders")
    post = models.CharField(_("post"), max_length=20, choices=Post)
    name = models.CharField(_("name"), max_length=150)
    native_name = models.CharField(_("name in its own script"), max_length=150, blank=True)
    from_date = models.DateField(_("in office from"))
    from_precision = precision_field(_("from, known to the"))
    to_date = models.DateField(_("in office until"), null=True, blank=True)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("leader")
        verbose_name_plural = _("leaders")
        ordering = ["city__name", "post", "from_date", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["city", "post", "from_date"],
                name="leader_one_at_a_time",
                violation_error_message=_("A term of this post begins on this day already."),
            ),
            models.CheckConstraint(
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="leader_leaves_after_arriving",
                violation_error_message=_("A term cannot end before it begins."),
            ),
            first_day_kept(
                "from_date",
                "from_precision",
                "leader_from_first_day",
                _("A date known to the month or year is kept as its first day."),
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.get_post_display()}, {self.city}"

    @property
    def since(self) -> PartialDate:
        return PartialDate(self.from_date, self.from_precision)

    @property
    def native_language(self) -> str:
        """Of the name in its own script, as the web writes it."""
        return language_of_name(self.native_name, self.city.country.code)
