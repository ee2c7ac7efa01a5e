from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Office, Stamped
from activities import derived
from activities.choices import (
    NOT_HELD,
    ActivityType,
    Direction,
    Evidence,
    FieldOfWork,
    GovernmentRole,
    Involvement,
    Mode,
    Reason,
    ReasonSide,
    Status,
    Substance,
)
from activities.models.counts import Counts, never_negative, number_or_presence
from activities.querysets import ActivityQuerySet
from relationships.dates import PartialDate, first_day_kept, last_day_kept, precision_field
from relationships.folded_field import FoldedField
from relationships.models.people import Sector


class Activity(Stamped, Counts):
    """What two or more cities did together, or meant to do.

    ``start_date`` is the first day that the record allows for the start and ``end_date`` the
    last day it allows for the end: 2015 alone is kept as 2015-01-01 to 2015-12-31, both known
    to the year. ``is_live``, ``involvement`` and ``participants`` are derived by the database.
    """

    office = models.ForeignKey(
        Office, verbose_name=_("office"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="activities",
        help_text=_("Empty for an activity of reference ties."),
    )  # fmt: skip
    relationships = models.ManyToManyField(
        "relationships.Relationship",
        verbose_name=_("relationships"),
        through="activities.ActivityRelationship",
        related_name="activities",
    )
    title = models.CharField(_("title"), max_length=300)
    search_text = FoldedField(of="title")
    type = models.CharField(_("type"), max_length=20, choices=ActivityType)
    mode = models.CharField(_("mode"), max_length=16, choices=Mode, default=Mode.IN_PERSON)
    direction = models.CharField(
        _("direction"), max_length=12, choices=Direction, default=Direction.NONE
    )
    start_date = models.DateField(_("start"))
    start_precision = precision_field(_("start, known to the"))
    end_date = models.DateField(_("end"))
    end_precision = precision_field(_("end, known to the"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.HELD)
    recorded_date = models.DateField(
        _("stated on"), help_text=_("The day on which the office last stated the status.")
    )
    ask_again_date = models.DateField(
        _("ask again on"), null=True, blank=True,
        help_text=_("Until then nobody is asked whether a planned activity took place."),
    )  # fmt: skip
    reason_code = models.CharField(_("reason"), max_length=12, choices=Reason, blank=True)
    reason_side = models.CharField(_("whose reason"), max_length=8, choices=ReasonSide, blank=True)
    reason_note = models.TextField(_("reason in words"), blank=True)
    decision = models.ForeignKey(
        "relationships.Decision", verbose_name=_("decision"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="activities",
    )  # fmt: skip
    government_role = models.CharField(
        _("government's part"), max_length=12, choices=GovernmentRole,
        default=GovernmentRole.NONE,
    )  # fmt: skip
    substance = models.CharField(
        _("substance"), max_length=12, choices=Substance, default=Substance.SUBSTANTIVE
    )
    led_by = models.CharField(_("led by"), max_length=10, choices=Sector, blank=True)
    lead_organisation = models.ForeignKey(
        "relationships.Organisation", verbose_name=_("lead organisation"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="led_activities",
    )  # fmt: skip
    programme = models.ForeignKey(
        "activities.Programme", verbose_name=_("programme"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="activities",
    )  # fmt: skip
    place = models.CharField(_("place"), max_length=150, blank=True)
    evidence = models.CharField(
        _("evidence"), max_length=18, choices=Evidence, default=Evidence.SELF_REPORTED
    )
    outcome = models.TextField(_("outcome"), blank=True)
    source_url = models.URLField(_("link"), max_length=1000, blank=True)
    note = models.TextField(_("note"), blank=True)

    is_live = models.GeneratedField(
        expression=derived.is_live(), output_field=models.BooleanField(), db_persist=True
    )
    involvement = models.GeneratedField(
        expression=derived.involvement(),
        output_field=models.CharField(max_length=1, choices=Involvement),
        db_persist=True,
    )
    participants = models.GeneratedField(
        expression=derived.participants(), output_field=models.IntegerField(), db_persist=True
    )
    is_unnumbered = models.GeneratedField(
        expression=derived.has_unnumbered(), output_field=models.BooleanField(), db_persist=True
    )

    objects = ActivityQuerySet.as_manager()
    history_parts = (
        "activity_relationships", "fields", "funding_lines", "travel_lines", "aid_lines",
        "attachments",
    )  # fmt: skip

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["-start_date", "-pk"]
        indexes = [
            models.Index(fields=["office", "-start_date", "-id"], name="activity_newest"),
            models.Index(fields=["type", "-start_date", "-id"], name="activity_by_type"),
            models.Index(
                fields=["id", "start_date"],
                include=["start_precision", "end_date", "end_precision", "involvement",
                         "participants", "direction", "is_unnumbered"],
                condition=Q(is_live=True),
                name="activity_live",
            ),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__gte=F("start_date")),
                name="activity_ends_after_it_starts",
                violation_error_message=_("The end cannot lie before the start."),
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.HELD)
                | Q(end_precision="day", end_date__lte=F("recorded_date"))
                | (~Q(end_precision="day") & Q(start_date__lte=F("recorded_date"))),
                name="activity_held_is_past",
                violation_error_message=_(
                    "An activity that has not ended yet cannot be recorded as held; "
                    "record it as planned."
                ),
            ),
            models.CheckConstraint(
                condition=Q(reason_code="", reason_side="") | Q(status__in=NOT_HELD),
                name="activity_reason_only_if_not_held",
                violation_error_message=_(
                    "A reason belongs to a postponed, declined, cancelled or void activity."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.VOID) | ~Q(reason_code=""),
                name="activity_void_says_why",
                violation_error_message=_("Say why the activity is made void."),
            ),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="activity_has_a_title",
                violation_error_message=_("An activity needs a title."),
            ),
            first_day_kept(
                "start_date",
                "start_precision",
                "activity_start_first_day",
                _("A start known to the month or year is kept as its first day."),
            ),
            last_day_kept(
                "end_date",
                "end_precision",
                "activity_end_last_day",
                _("An end known to the month or year is kept as its last day."),
            ),
            *number_or_presence(),
            *never_negative(),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("activity_detail", args=[self.pk])

    def save(self, *args, update_fields=None, **kwargs):
        if update_fields and "title" in update_fields:
            update_fields = {*update_fields, "search_text"}
        super().save(*args, update_fields=update_fields, **kwargs)

    @property
    def starts(self) -> PartialDate:
        return PartialDate(self.start_date, self.start_precision)

    @property
    def ends(self) -> PartialDate:
        """The end; its ``last`` is ``end_date``."""
        first = self.end_date
        if self.end_precision != "day":
            first = first.replace(day=1)
        if self.end_precision == "year":
            first = first.replace(month=1)
        return PartialDate(first, self.end_precision)

    def take_period(self, start: PartialDate, end: PartialDate | None = None):
        """Keep when it took place; without ``end`` it ends when it starts."""
        end = end or start
        self.start_date, self.start_precision = start.first, start.precision
        self.end_date, self.end_precision = end.last, end.precision

    def clean(self):
        if self.lead_organisation and not self.led_by:
            self.led_by = self.lead_organisation.sector


class ActivityRelationship(models.Model):
    """One activity shared by one relationship; an activity may have several."""

    activity = models.ForeignKey(
        Activity, on_delete=models.CASCADE, related_name="activity_relationships"
    )
    relationship = models.ForeignKey(
        "relationships.Relationship",
        on_delete=models.PROTECT,
        related_name="activity_relationships",
    )

    class Meta:
        verbose_name = _("relationship of an activity")
        verbose_name_plural = _("relationships of an activity")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "activity"],
                name="activity_once_per_relationship",
                violation_error_message=_("The activity already belongs to this relationship."),
            ),
        ]

    def __str__(self):
        return f"{self.activity}: {self.relationship}"


class ActivityField(models.Model):
    """A field of work an activity lies in; of two fields each counts one half."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="fields")
    field = models.CharField(_("field"), max_length=16, choices=FieldOfWork)

    class Meta:
        verbose_name = _("field of an activity")
        verbose_name_plural = _("fields of an activity")
        ordering = ["field"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "field"],
                name="activity_field_once",
                violation_error_message=_("The activity already lies in this field."),
            ),
        ]

    def __str__(self):
        return self.get_field_display()
