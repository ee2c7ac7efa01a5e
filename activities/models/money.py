from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from activities.querysets import FundingLineQuerySet, OfActivityQuerySet


def currency_field():
    return models.CharField(
        _("currency"),
        max_length=3,
        validators=[RegexValidator(r"^[A-Z]{3}$", _("Use the three letters of ISO 4217."))],
    )


def amount_field(label, **kwargs):
    return models.DecimalField(label, max_digits=14, decimal_places=2, **kwargs)


class Payer(models.TextChoices):
    OUR_CITY = "our_city", _("Our city")
    PARTNER_CITY = "partner_city", _("Partner city")
    GRANT = "grant", _("Grant")
    SPONSOR = "sponsor", _("Sponsor")
    SOCIETY = "society", _("Society")
    PARTICIPANTS = "participants", _("Participants")
    IN_KIND = "in_kind", _("In kind")


class FundingLine(models.Model):
    """Who pays how much for an activity, in the currency it was paid in."""

    activity = models.ForeignKey(
        "activities.Activity", on_delete=models.CASCADE, related_name="funding_lines"
    )
    payer = models.CharField(_("payer"), max_length=12, choices=Payer)
    payer_name = models.CharField(_("name of the payer"), max_length=150, blank=True)
    amount = amount_field(_("amount"))
    currency = currency_field()
    rate = models.DecimalField(
        _("rate to the office's currency"), max_digits=14, decimal_places=6, default=1
    )
    rate_date = models.DateField(_("date of the rate"), null=True, blank=True)
    is_planned = models.BooleanField(_("planned, not yet spent"), default=False)

    objects = FundingLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("funding line")
        verbose_name_plural = _("funding lines")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="funding_not_negative",
                violation_error_message=_("An amount cannot be negative."),
            ),
            models.CheckConstraint(
                condition=Q(rate__gt=0),
                name="funding_rate_positive",
                violation_error_message=_("A rate is greater than zero."),
            ),
        ]

    def __str__(self):
        return f"{self.get_payer_display()}: {self.amount} {self.currency}"


class TravelLine(models.Model):
    """The travel of one elected member, as it is published."""

    activity = models.ForeignKey(
        "activities.Activity", on_delete=models.CASCADE, related_name="travel_lines"
    )
    member = models.CharField(_("elected member"), max_length=150)
    destination = models.CharField(_("destination"), max_length=150)
    from_date = models.DateField(_("left"))
    to_date = models.DateField(_("returned"))
    cost_to_council = amount_field(_("cost to council"))
    total_cost = amount_field(_("total cost"))
    currency = currency_field()
    reason = models.TextField(_("reason"))

    objects = OfActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("travel line")
        verbose_name_plural = _("travel lines")
        ordering = ["from_date", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_date__gte=F("from_date")),
                name="travel_returns_after_leaving",
                violation_error_message=_("A traveller cannot return before leaving."),
            ),
            models.CheckConstraint(
                condition=Q(cost_to_council__gte=0, total_cost__gte=F("cost_to_council")),
                name="travel_council_pays_part_of_total",
                violation_error_message=_(
                    "The cost to council is not negative and is part of the total cost."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.member}, {self.destination}"


class AidKind(models.TextChoices):
    REQUEST = "request", _("Request")
    OFFER = "offer", _("Offer")
    DONATION = "donation", _("Donation")
    PROCUREMENT = "procurement", _("Procurement")


class AidLine(models.Model):
    """One item of aid asked for, offered or sent. Units are never added across kinds."""

    activity = models.ForeignKey(
        "activities.Activity", on_delete=models.CASCADE, related_name="aid_lines"
    )
    kind = models.CharField(_("kind"), max_length=12, choices=AidKind)
    item = models.CharField(_("item"), max_length=150)
    quantity = models.DecimalField(
        _("quantity"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    requested_date = models.DateField(_("requested"), null=True, blank=True)
    shipped_date = models.DateField(_("shipped"), null=True, blank=True)
    arrived_date = models.DateField(_("arrived"), null=True, blank=True)
    in_return_of = models.ForeignKey(
        "self", verbose_name=_("in return of"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="returned_by",
    )  # fmt: skip

    objects = OfActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("aid line")
        verbose_name_plural = _("aid lines")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__isnull=True) | (Q(quantity__gt=0) & ~Q(unit="")),
                name="aid_quantity_has_a_unit",
                violation_error_message=_("A quantity is greater than zero and has a unit."),
            ),
            models.CheckConstraint(
                condition=Q(arrived_date__isnull=True)
                | Q(shipped_date__isnull=True)
                | Q(arrived_date__gte=F("shipped_date")),
                name="aid_arrives_after_shipping",
                violation_error_message=_("Aid cannot arrive before it is shipped."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.item}"
