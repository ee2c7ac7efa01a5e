"""The documents of agreements: handed out, removed, brought back; none is ever lost."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import require
from relationships.agreements import bring_back_document, remove_document
from relationships.models import AgreementDocument
from twinportal.uploads import as_download


@require_safe
def agreement_document(request, pk):
    """Hand out a document, the one that stands or an earlier one, always as a download."""
    document = _document(request, "relationships.view_agreement", pk)
    return as_download(document.file, document.original_name, document.content_type)


@require_POST
def agreement_document_remove(request, pk):
    document = _document(request, "relationships.change_agreement", pk)
    removed = _(
        "Removed. The document stays under “Earlier documents”, where it can be brought back."
    )
    return _done(request, document, remove_document, removed)


@require_POST
def agreement_document_restore(request, pk):
    document = _document(request, "relationships.change_agreement", pk)
    return _done(request, document, bring_back_document, _("This document stands again."))


def _document(request, permission, pk):
    visible = AgreementDocument.objects.visible_to(request.user)
    document = get_object_or_404(visible.select_related("agreement__relationship__office"), pk=pk)
    require(request.user, permission, document)
    return document


def _done(request, document, act, sentence):
    try:
        act(document=document, by=request.user)
    except ValidationError as refused:
        messages.warning(request, refused.messages[0])
    else:
        messages.success(request, sentence)
    return redirect(document.agreement)
