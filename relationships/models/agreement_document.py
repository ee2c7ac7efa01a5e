from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Stamped
from relationships.querysets import AgreementDocumentQuerySet


class AgreementDocument(Stamped):
    """The paper of an agreement, with the hash of its content.

    Replaced or removed it stands for the agreement no longer; the file stays.
    """

    agreement = models.ForeignKey(
        "relationships.Agreement", on_delete=models.PROTECT, related_name="documents"
    )
    file = models.FileField(_("file"), upload_to="agreements/")
    original_name = models.CharField(_("name it came with"), max_length=255)
    content_type = models.CharField(_("kind of file"), max_length=100)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(max_length=64, editable=False)
    removed_at = models.DateTimeField(_("removed"), null=True, editable=False)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("removed by"), null=True, editable=False,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip

    objects = AgreementDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document of an agreement")
        verbose_name_plural = _("documents of agreements")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement"],
                condition=Q(removed_at__isnull=True),
                name="agreement_one_document_at_a_time",
                violation_error_message=_(
                    "An agreement has one document at a time; earlier ones are kept."
                ),
            ),
        ]

    def __str__(self):
        return self.original_name

    def get_absolute_url(self):
        return reverse("agreement_document", args=[self.pk])

    @property
    def office(self):
        return self.agreement.office
