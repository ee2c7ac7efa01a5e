import zoneinfo

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.history.change import Change as Change  # a model of this app
from accounts.querysets import MembershipQuerySet, OfficeQuerySet, UserQuerySet
from accounts.roles import Role


class Language(models.TextChoices):
    ENGLISH = "en-ca", _("English")
    FRENCH = "fr-ca", _("French")


class Rhythm(models.TextChoices):
    """How often a person is sent the council digest of an office."""

    NONE = "none", _("none")
    MONTHLY = "monthly", _("each month")
    YEARLY = "yearly", _("once a year")


def validate_time_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("“%(name)s” is not a time zone."), params={"name": name})


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """People by e-mail address, which is kept in lower case."""

    def create_user(self, email, password=None, **fields):
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email=email.strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in by e-mail. What they may do comes from their memberships."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=150)
    language = models.CharField(
        _("language"), max_length=5, choices=Language, default=Language.ENGLISH
    )
    is_staff = models.BooleanField(_("may open the administration pages"), default=False)
    is_active = models.BooleanField(_("may sign in"), default=True)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now, editable=False)

    objects = UserManager()
    history_parts = ()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")),
                name="user_email_in_lower_case",
                violation_error_message=_("An e-mail address is kept in lower case."),
            ),
        ]

    def __str__(self):
        return self.name or self.email

    def clean(self):
        self.email = self.email.strip().lower()

    def get_short_name(self):
        return self.name


class Licence(models.TextChoices):
    """On what terms anybody may use the open data of a public register."""

    CC_BY = "cc_by", _("Creative Commons Attribution 4.0")
    CC0 = "cc0", _("Creative Commons Zero 1.0: no conditions")
    OGL_CANADA = "ogl_canada", _("Open Government Licence – Canada 2.0")


class Office(models.Model):
    """A city's international-relations office. Every record belongs to one office."""

    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    time_zone = models.CharField(
        _("time zone"), max_length=60, default="UTC", validators=[validate_time_zone]
    )
    language = models.CharField(
        _("first language"), max_length=5, choices=Language, default=Language.ENGLISH
    )
    currency = models.CharField(
        _("currency"),
        max_length=3,
        default="CAD",
        validators=[RegexValidator(r"^[A-Z]{3}$", _("Use the three letters of ISO 4217."))],
    )
    fiscal_year_start_month = models.PositiveSmallIntegerField(
        _("first month of the policy year"), default=1
    )
    has_public_register = models.BooleanField(_("public register is open"), default=False)
    publishes_titles = models.BooleanField(
        _("public register shows the titles of activities"),
        default=False,
        help_text=_("Titles are free text and may name people; read them before you say yes."),
    )
    register_licence = models.CharField(
        _("licence of the open data"), max_length=12, choices=Licence, default=Licence.CC_BY
    )
    shares_with_network = models.BooleanField(
        _("shares its figures with networks"),
        default=False,
        help_text=_("Network viewers then read sums of this office, never a relationship."),
    )
    is_demonstration = models.BooleanField(
        _("demonstration record"),
        default=False,
        help_text=_("The activities are made up to show the portal; every page says so."),
    )
    demonstration_date = models.DateField(
        _("day of the demonstration"),
        null=True,
        blank=True,
        help_text=_("A demonstration stands still on this day: its pages take it for today."),
    )

    objects = OfficeQuerySet.as_manager()
    history_parts = ()

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fiscal_year_start_month__range=(1, 12)),
                name="office_fiscal_month_is_a_month",
                violation_error_message=_("The first month of the policy year is 1 to 12."),
            ),
            models.CheckConstraint(
                condition=models.Q(demonstration_date__isnull=True)
                | models.Q(is_demonstration=True),
                name="office_stands_still_only_as_demonstration",
                violation_error_message=_("Only a demonstration can stand still on a day."),
            ),
            models.CheckConstraint(
                condition=models.Q(shares_with_network=False) | models.Q(is_demonstration=False),
                name="office_shares_no_demonstration",
                violation_error_message=_("A demonstration shares nothing: its record is made up."),
            ),
            models.CheckConstraint(
                condition=models.Q(has_public_register=False) | models.Q(is_demonstration=False),
                name="office_publishes_no_demonstration",
                violation_error_message=_(
                    "A demonstration has no public register: its record is made up."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(register_licence__in=Licence.values),
                name="office_register_licence_is_known",
                violation_error_message=_("Choose one of the listed licences."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def office(self):
        """Itself, so that permissions can be asked about an office as about its records."""
        return self


class Membership(models.Model):
    """What a person is in an office: exactly one role."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    wants_digest = models.BooleanField(_("receives the alert digest"), default=True)
    council_digest = models.CharField(
        _("council digest"), max_length=7, choices=Rhythm, default=Rhythm.NONE
    )

    objects = MembershipQuerySet.as_manager()
    history_parts = ()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["office__name", "user__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "office"],
                name="membership_once_per_office",
                violation_error_message=_("This person already has a role in this office."),
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values),
                name="membership_role_is_known",
                violation_error_message=_("Choose one of the listed roles."),
            ),
            models.CheckConstraint(
                condition=models.Q(council_digest__in=Rhythm.values),
                name="membership_council_digest_is_known",
                violation_error_message=_("Choose how often the council digest comes."),
            ),
        ]

    def __str__(self):
        return f"{self.user}, {self.get_role_display()}, {self.office}"


class Stamped(models.Model):
    """Who made a record and who changed it last, and how often it was changed."""

    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)
    created_by = models.ForeignKey(
        User, verbose_name=_("recorded by"), null=True, editable=False,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    updated_at = models.DateTimeField(_("changed"), auto_now=True)
    updated_by = models.ForeignKey(
        User, verbose_name=_("changed by"), null=True, editable=False,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    # Related names of the rows that are told in the history of this record.
    history_parts = ()

    class Meta:
        abstract = True

    def stamp(self, by):
        """Note who saves; call before ``save``."""
        if self._state.adding:
            self.created_by = by
        else:
            self.version += 1
        self.updated_by = by
