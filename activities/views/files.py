"""The files of an activity: shown, added, handed out, removed and put back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import may, require
from activities.attaching import attach, call_documented
from activities.forms import AttachForm
from activities.models import Activity, Attachment
from activities.views.acts import say
from twinportal.uploads import as_download


@require_http_methods(["GET", "HEAD", "POST"])
def files(request, pk):
    rows = Activity.objects.visible_to(request.user).select_related("office")
    activity = get_object_or_404(rows, pk=pk)
    require(request.user, "activities.view_activity", activity)
    may_change = may(request.user, "activities.change_activity", activity)
    form = None
    if request.method == "POST":
        require(request.user, "activities.change_activity", activity)
        form = AttachForm(request.POST, request.FILES, activity=activity)
        if form.is_valid():
            _keep(request, activity, form.cleaned_data)
            return redirect("activity_files", pk=pk)
    elif may_change:
        form = AttachForm(activity=activity)
    context = {"activity": activity, "files": activity.attachments.kept(), "form": form}
    return render(request, "activities/activity_files.html", context)


def _keep(request, activity, said):
    new = attach(activity=activity, files=said["files"], by=request.user, title=said["title"])
    if said.get("documented"):
        call_documented(activity=activity, by=request.user)
    if new:
        words = ngettext("%d file is kept.", "%d files are kept.", len(new))
        messages.success(request, words % len(new))
    if known := _not_among(new, said["files"]):
        messages.info(request, _("Already attached: %(files)s.") % {"files": known})


def _not_among(new, files) -> str:
    """The names of the files that were there before, or were chosen twice."""
    kept = {attachment.original_name for attachment in new}
    known = [file.original_name for file in files if file.original_name not in kept]
    return get_text_list(known, _("and"))


@require_safe
def file(request, pk, file):
    """Hand out one file, always as a download; a removed one to those who may put it back."""
    attachment = _attachment(request, pk, file)
    require(request.user, "activities.view_activity", attachment.activity)
    if attachment.is_removed and not may(
        request.user, "activities.change_activity", attachment.activity
    ):
        raise Http404
    return as_download(attachment.file, attachment.original_name, attachment.content_type)


@require_POST
def remove(request, pk, file):
    attachment = _attachment(request, pk, file)
    require(request.user, "activities.change_activity", attachment.activity)
    if not attachment.is_removed:
        attachment.remove(request.user)
    undo = reverse("activity_file_put_back", args=[pk, file])
    say(request, _("“%(title)s” is shown no longer.") % {"title": attachment}, undo)
    return redirect("activity_files", pk=pk)


@require_POST
def put_back(request, pk, file):
    attachment = _attachment(request, pk, file)
    require(request.user, "activities.change_activity", attachment.activity)
    attachment.removed_at, removed_at = None, attachment.removed_at
    try:
        attachment.validate_constraints()
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
        return redirect("activity_files", pk=pk)
    if removed_at:
        attachment.put_back(request.user)
    say(request, _("“%(title)s” is shown again.") % {"title": attachment})
    return redirect("activity_files", pk=pk)


def _attachment(request, pk, file):
    rows = Attachment.objects.visible_to(request.user).select_related("activity__office")
    return get_object_or_404(rows, activity=pk, pk=file)
