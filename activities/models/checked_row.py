from django.db import models
from django.utils.translation import gettext_lazy as _

from activities.choices import Involvement
from activities.imports.outcomes import Outcome
from activities.models.imports import Import
from activities.querysets import CheckedRowQuerySet

# What a person must look at comes first.
ORDER = [
    Outcome.REFUSED,
    Outcome.DUPLICATE,
    Outcome.CREATED,
    Outcome.UPDATED,
    Outcome.KNOWN,
    Outcome.IGNORED,
]

# What a person reads of a row that is not yet taken.
WORDS = {
    Outcome.REFUSED: _("to correct"),
    Outcome.DUPLICATE: _("possible duplicate"),
    Outcome.CREATED: _("new"),
    Outcome.UPDATED: _("changes"),
    Outcome.KNOWN: _("known"),
    Outcome.IGNORED: _("left out"),
}


class CheckedRow(models.Model):
    """What the last check of an import found of one row of its file.

    ``relationship``, ``first_day``, ``title`` and ``involvement`` tell of the record as it will
    be; of a refused row as the file writes it. ``cells`` are kept, in the order of the columns,
    where a person may have to correct them; ``faults`` are pairs of column and sentence, and
    ``question`` is what a person must decide about a city, with the answers to choose from.
    """

    source = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="checked_rows")
    line = models.PositiveIntegerField(_("row"))
    rank = models.PositiveSmallIntegerField(_("order"))
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome)
    sentence = models.TextField(_("what to know"), blank=True)
    faults = models.JSONField(_("faults"), default=list, blank=True)
    relationship = models.TextField(_("relationship"), blank=True)
    first_day = models.CharField(_("first day"), max_length=40, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    involvement = models.CharField(_("counts as"), max_length=1, choices=Involvement, blank=True)
    is_live = models.BooleanField(_("counts"), default=False)
    offers = models.BooleanField(_("the file says otherwise"), default=False)
    cells = models.JSONField(_("cells"), default=list, blank=True)
    question = models.JSONField(_("which city is meant"), null=True, blank=True)

    objects = CheckedRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("checked row")
        verbose_name_plural = _("checked rows")
        ordering = ["rank", "line"]
        indexes = [models.Index(fields=["source", "rank", "line"], name="checked_row_in_order")]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "line"],
                name="checked_row_once",
                violation_error_message=_("This row of the file is checked already."),
            ),
        ]

    def __str__(self):
        return f"{self.line}: {self.get_outcome_display()}"

    @property
    def word(self):
        return WORDS[self.outcome]

    @property
    def asks_about_new_city(self) -> bool:
        return bool(self.question) and self.question["doubt"] == "unknown"

    @property
    def office(self):
        return self.source.office
