"""Records that may be of one person or body: found, made one, and taken apart again."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.editing import Outdated
from accounts.models import Office
from accounts.permissions import require
from accounts.undo import with_undo
from relationships.forms.people.merge import CHANGED_MEANWHILE, MergeForm
from relationships.models import Contact, Organisation
from relationships.people.duplicates import Suspicion, suspicions
from relationships.people.merging import merge, undo_merge
from relationships.views.people.ask import contact_to, office_of_people, organisation_to

TWO_WAYS = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def people_duplicates(request):
    """The pairs of an office that may be one."""
    office = office_of_people(request, "relationships.change_contact")
    contacts = Contact.objects.visible_to(request.user).of_office(office).named()
    bodies = Organisation.objects.visible_to(request.user).of_office(office)
    people = suspicions(contacts.select_related("organisation"))
    organisations = suspicions(bodies.select_related("city"))
    context = {
        "office": office,
        "offices": Office.objects.visible_to(request.user, "relationships.change_contact"),
        "office_query": f"?office={office.slug}" if request.GET.get("office") else "",
        "contacts": [pair for pair in people if not pair.told_apart],
        "organisations": [pair for pair in organisations if not pair.told_apart],
        "told_apart": [pair for pair in people + organisations if pair.told_apart],
    }
    return render(request, "relationships/people/duplicates.html", context)


@TWO_WAYS
def contact_merge(request, pk, other):
    right = "relationships.change_contact"
    return _merge(
        request, contact_to(request.user, right, pk), contact_to(request.user, right, other)
    )


@TWO_WAYS
def organisation_merge(request, pk, other):
    right = "relationships.change_organisation"
    return _merge(
        request,
        organisation_to(request.user, right, pk),
        organisation_to(request.user, right, other),
    )


@require_POST
def contact_apart(request, pk, other):
    right = "relationships.change_contact"
    return _tell_apart(
        request, contact_to(request.user, right, pk), contact_to(request.user, right, other)
    )


@require_POST
def organisation_apart(request, pk, other):
    right = "relationships.change_organisation"
    return _tell_apart(
        request,
        organisation_to(request.user, right, pk),
        organisation_to(request.user, right, other),
    )


def _tell_apart(request, one, other):
    """Remember that two records are not the same, or with ``answer=undo`` ask again."""
    if one == other or one.office != other.office:
        raise Http404
    yes = request.POST.get("answer") != "undo"
    pair = Suspicion(one, other)
    pair.tell_apart(yes)
    if yes:
        said = _("Kept apart: %(one)s and %(other)s.") % {"one": one, "other": other}
        messages.success(request, with_undo(request, said, pair.address, answer="undo"))
    return redirect(f"{reverse('people_duplicates')}?{urlencode({'office': one.office.slug})}")


def _merge(request, kept, merged):
    """Both side by side; ``kept`` stays and says what is chosen."""
    if kept == merged or kept.office != merged.office:
        raise Http404
    if any(getattr(record, "is_anonymised", False) for record in (kept, merged)):
        raise Http404
    form = MergeForm(request.POST or None, kept=kept, merged=merged)
    if request.method == "POST" and form.is_valid() and _merged(request, form):
        messages.success(request, _said(request, kept, merged))
        return redirect(kept)
    kind = _kind(kept)
    context = {
        "form": form,
        "kept": kept,
        "merged": merged,
        "the_other_way": reverse(f"{kind}_merge", args=[merged.pk, kept.pk]),
        "on_two_sides": kept.side != merged.side,
    }
    return render(request, "relationships/people/merge.html", context)


def _merged(request, form) -> bool:
    """Whether the two could be made one; if not, the form says why."""
    model, pks = type(form.kept), (form.kept.pk, form.merged.pk)
    kept, merged = (model.objects.get(pk=pk) for pk in pks)
    try:
        merge(
            kept=kept,
            merged=merged,
            values=form.values(),
            by=request.user,
            now=timezone.now(),
            versions=form.versions(),
        )
    except Outdated:
        form.add_error(None, CHANGED_MEANWHILE)
    except ValidationError as refused:
        form.add_error(None, refused.messages)
    return not form.errors


def _said(request, kept, merged):
    sentence = _("%(merged)s was merged into %(kept)s, with all that belongs to it.")
    address = reverse(f"{_kind(kept)}_unmerge", args=[merged.pk])
    return with_undo(request, sentence % {"merged": merged, "kept": kept}, address)


def _kind(record) -> str:
    return record._meta.model_name


def merged_contact(request, pk):
    """The page of a contact that was merged into another; None for all others."""
    return _pointer(request, Contact, "relationships.view_contact", pk)


def merged_organisation(request, pk):
    return _pointer(request, Organisation, "relationships.view_organisation", pk)


def _pointer(request, model, permission, pk):
    merged = model.with_merged.visible_to(request.user).filter(merged_into__isnull=False, pk=pk)
    record = merged.select_related("office", "merged_into", "updated_by").first()
    if record is None:
        return None
    require(request.user, permission, record)
    change = permission.replace("view_", "change_")
    context = {
        "record": record,
        "zone": record.office.time_zone,
        "unmerge": reverse(f"{_kind(record)}_unmerge", args=[record.pk]),
        "may_undo": request.user.has_perm(change, record) and record.moved_by_merge is not None,
    }
    return render(request, "relationships/people/merged.html", context)


@require_POST
def contact_unmerge(request, pk):
    return _unmerge(request, Contact, "relationships.change_contact", pk)


@require_POST
def organisation_unmerge(request, pk):
    return _unmerge(request, Organisation, "relationships.change_organisation", pk)


def _unmerge(request, model, permission, pk):
    records = model.with_merged.visible_to(request.user).select_related("office", "merged_into")
    record = get_object_or_404(records, pk=pk)
    require(request.user, permission, record)
    if not record.is_merged:
        return redirect(record)
    try:
        undo_merge(merged=record, by=request.user)
    except ValidationError as refused:
        messages.warning(request, " ".join(refused.messages))
    else:
        messages.success(request, _("Undone: they are two records again."))
    return redirect(record)
