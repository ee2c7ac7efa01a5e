import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Office
from accounts.querysets import OfficeScopedQuerySet


def digest(token: str) -> str:
    """What is kept of a secret: who reads the database cannot read the calendar with it."""
    return hashlib.sha256(token.encode()).hexdigest()


class CalendarFeedQuerySet(OfficeScopedQuerySet):
    def opened_by(self, token: str):
        """The feed that ``token`` opens, if its owner may still sign in."""
        return self.filter(token_sha256=digest(token), user__is_active=True)


class CalendarFeed(models.Model):
    """The secret link by which a person's other calendar reads the one of an office."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feeds"
    )
    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="calendar_feeds")
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("made"), auto_now=True)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar link")
        verbose_name_plural = _("calendar links")
        ordering = ["office", "user", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "office"],
                name="calendar_feed_once_per_office",
                violation_error_message=_("This person already has a link for this office."),
            ),
        ]

    def __str__(self):
        return f"{self.user}, {self.office}"

    @classmethod
    def renew(cls, *, user, office) -> str:
        """A new secret for ``user`` in ``office``, said only now; an older one opens nothing."""
        token = secrets.token_urlsafe(32)
        cls.objects.update_or_create(
            user=user, office=office, defaults={"token_sha256": digest(token)}
        )
        return token
