from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Stamped
from activities.querysets import AttachmentQuerySet


class Attachment(Stamped):
    """A file kept with an activity, outside the web root, under a name the server gave.

    Removed it is no longer shown; row and file stay.
    """

    activity = models.ForeignKey(
        "activities.Activity", on_delete=models.PROTECT, related_name="attachments"
    )
    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(_("file"), upload_to="attachments/")
    original_name = models.CharField(_("name it came with"), max_length=255)
    content_type = models.CharField(_("kind of file"), max_length=100)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(max_length=64, editable=False)
    removed_at = models.DateTimeField(_("removed"), null=True, editable=False)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("removed by"), null=True, editable=False,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "sha256"],
                condition=Q(removed_at__isnull=True),
                name="attachment_once_per_activity",
                violation_error_message=_("This file is already attached."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def office(self):
        return self.activity.office

    @property
    def is_removed(self) -> bool:
        return self.removed_at is not None

    def remove(self, by):
        """Show it no longer; row and file stay."""
        self._keep(by, removed_at=timezone.now(), removed_by=by)

    def put_back(self, by):
        """Undo ``remove``."""
        self._keep(by, removed_at=None, removed_by=None)

    def _keep(self, by, **values):
        for name, value in values.items():
            setattr(self, name, value)
        self.stamp(by)
        self.save(update_fields=[*values, "updated_by", "updated_at", "version"])
