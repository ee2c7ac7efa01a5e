"""Agreements and their documents. No act here changes the legal status of the relationship."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.editing import hold
from relationships.models import Agreement, AgreementDocument
from twinportal.uploads import columns_of


@transaction.atomic
def keep_agreement(
    *, agreement: Agreement, by, paper=None, version: int | None = None
) -> Agreement:
    """Save ``agreement``, and with ``paper``, a file looked through by ``twinportal.uploads``, its
    document in place of the one before. Outdated if the record is no longer at ``version``.
    """
    if agreement.pk:
        hold(agreement, version)
    agreement.stamp(by)
    agreement.save()
    if paper is not None:
        _put_in_place(agreement, paper, by)
    return agreement


def _put_in_place(agreement, paper, by):
    _set_aside(agreement, by)
    document = AgreementDocument(agreement=agreement, **columns_of(paper))
    document.stamp(by)
    document.save()


def _set_aside(agreement, by):
    for document in agreement.documents.kept():
        _remove(document, by)


def _remove(document, by):
    document.removed_at, document.removed_by = timezone.now(), by
    document.stamp(by)
    document.save()


@transaction.atomic
def remove_document(*, document: AgreementDocument, by) -> None:
    """Let the agreement be without a document; the file stays and can be brought back."""
    _hold_agreement(document)
    document.refresh_from_db()
    if document.removed_at is not None:
        raise ValidationError(_("This document was removed already."))
    _remove(document, by)


@transaction.atomic
def bring_back_document(*, document: AgreementDocument, by) -> None:
    """Let an earlier document stand for the agreement again, in place of the one that does."""
    _hold_agreement(document)
    document.refresh_from_db()
    if document.removed_at is None:
        raise ValidationError(_("This is the document of the agreement already."))
    _set_aside(document.agreement, by)
    document.removed_at = document.removed_by = None
    document.stamp(by)
    document.save()


def _hold_agreement(document):
    """One change of the documents of an agreement at a time."""
    Agreement.objects.select_for_update().get(pk=document.agreement_id)


def renewal_of(agreement: Agreement) -> Agreement:
    """A new agreement that takes the place of ``agreement``, with its terms but not its dates."""
    return Agreement(
        relationship=agreement.relationship,
        kind=agreement.kind,
        title=agreement.title,
        notice_days=agreement.notice_days,
        renews_by_itself=agreement.renews_by_itself,
        goals=agreement.goals,
        effective_date=_day_after_its_end(agreement),
        supersedes=agreement,
    )


def _day_after_its_end(agreement):
    end = agreement.ended_date or agreement.end_date
    return end and end + timedelta(days=1)
