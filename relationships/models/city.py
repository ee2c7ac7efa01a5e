from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from accounts.models import Office
from relationships.folding import search_text
from relationships.languages import language_of_name
from relationships.querysets import CityQuerySet, HomeCityQuerySet


class CityKind(models.TextChoices):
    CITY = "city", _("City")
    DISTRICT = "district", _("District")
    COUNTY = "county", _("County")
    PREFECTURE = "prefecture", _("Prefecture or province")
    PORT = "port", _("Port")
    OTHER = "other", _("Other")


class City(models.Model):
    """A place that twins. Shared by all offices; Taizhou (Jiangsu) is not Taizhou (Zhejiang)."""

    name = models.CharField(_("name"), max_length=150)
    native_name = models.CharField(_("name in its own script"), max_length=150, blank=True)
    native_language = models.CharField(
        _("language of that name"),
        max_length=10,
        blank=True,
        help_text=_("As on the web: zh, ja, ru."),
    )
    country = CountryField(_("country"))
    region = models.CharField(_("region"), max_length=150, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=CityKind, default=CityKind.CITY)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    wikidata_id = models.CharField(_("Wikidata number"), max_length=20, blank=True)
    successor = models.ForeignKey(
        "self",
        verbose_name=_("continued by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="predecessors",
    )
    search_text = models.TextField(editable=False, default="")

    objects = CityQuerySet.as_manager()

    class Meta:
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["country", "name"], name="city_by_country")]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                "country",
                Lower("region"),
                name="city_once_per_region",
                violation_error_message=_("This city of this region is already on record."),
            ),
            models.UniqueConstraint(
                fields=["wikidata_id"],
                condition=~Q(wikidata_id=""),
                name="city_wikidata_once",
                violation_error_message=_("Another city already has this Wikidata number."),
            ),
            models.CheckConstraint(
                # Half a pair is neither true nor false to a database, which would let it pass.
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="city_coordinates_whole_and_on_earth",
                violation_error_message=_(
                    "Give both latitude (-90 to 90) and longitude (-180 to 180), or neither."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="city_has_a_name",
                violation_error_message=_("A city needs a name."),
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.refold()
        if not self.native_language:
            self.native_language = language_of_name(self.native_name, self.country.code)
        super().save(*args, **kwargs)

    @property
    def whereabouts(self) -> str:
        """Region and country, by which cities of one name are told apart."""
        return ", ".join(str(place) for place in (self.region, self.country.name) if place)

    def refold(self, aliases=()):
        """Bring ``search_text`` up to date; call before ``bulk_create``, which skips ``save``."""
        if self.pk and not aliases:
            aliases = self.aliases.values_list("name", flat=True)
        self.search_text = search_text(self.name, self.native_name, *aliases)


class CityAlias(models.Model):
    """Another name under which a city is known: an older one, another spelling."""

    city = models.ForeignKey(City, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=150)

    class Meta:
        verbose_name = _("other name of a city")
        verbose_name_plural = _("other names of cities")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["city", "name"],
                name="city_alias_once",
                violation_error_message=_("This city already has this name."),
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        self.city.save(update_fields=["search_text"])


class HomeCity(models.Model):
    """The city an office works for: in its relationships always the home side."""

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="home_cities")
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="home_of")

    objects = HomeCityQuerySet.as_manager()

    class Meta:
        verbose_name = _("home city")
        verbose_name_plural = _("home cities")
        ordering = ["office__name", "city__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "city"],
                name="home_city_once",
                violation_error_message=_("This office already works for this city."),
            ),
        ]

    def __str__(self):
        return f"{self.city} ({self.office})"
