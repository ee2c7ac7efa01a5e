from auditlog.models import AbstractLogEntry, LogEntryManager
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.history.parts import whole_of


class ChangeManager(LogEntryManager):
    """Notes with each change which whole record it belongs to."""

    def log_create(self, instance, force_log=False, **kwargs):
        return super().log_create(instance, force_log, **whole_of(instance), **kwargs)

    def log_m2m_changes(self, changed_queryset, instance, operation, field_name, **kwargs):
        """Of rows added or taken away the numbers, never the names: those of people must not
        outlive them here. Seen from the other end it is still a change of the field's own record.
        """
        others = list(changed_queryset)
        if field_name in {field.name for field in instance._meta.many_to_many}:
            changed = [(instance, others)] if others else []
        else:
            changed = [(other, [instance]) for other in others]
        for record, objects in changed:
            named = [str(one.pk) for one in objects]
            rows = {"type": "m2m", "operation": operation, "objects": named}
            self.log_create(record, action=Change.Action.UPDATE, changes={field_name: rows})


class ChangeQuerySet(models.QuerySet):
    def of_record(self, record):
        """The changes of a record and of its parts, those of removed parts too; newest first."""
        whole = ContentType.objects.get_for_model(record)
        return self.filter(whole_type=whole, whole_id=record.pk).order_by("-pk")


class Change(AbstractLogEntry):
    """One step in the history of a record: made, changed or removed; by whom, before and after.

    ``whole`` is the record on whose page it is told: for a funding line its activity.
    """

    whole_type = models.ForeignKey(
        ContentType, verbose_name=_("kind of record"), on_delete=models.CASCADE, related_name="+"
    )
    whole_id = models.BigIntegerField(_("number of the record"))

    objects = ChangeManager.from_queryset(ChangeQuerySet)()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-pk"]
        permissions = [("view_history", _("Can read who changed what"))]
        indexes = [models.Index(fields=["whole_type", "whole_id", "-id"], name="change_of_record")]
