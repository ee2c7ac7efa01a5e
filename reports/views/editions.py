from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from accounts.current_office import office_for, today_in
from accounts.models import Office
from reports.editions.building import draft_of
from reports.editions.formats import CONTENT_TYPES
from reports.editions.imprint import imprint
from reports.editions.making import restart_edition
from reports.editions.page import edition_article
from reports.forms import EditionForm
from reports.metrics import last_complete_year
from reports.models import Edition, EditionFile
from reports.models.job_run import JobState
from reports.tasks import queue_edition

PAGE_SIZE = 50


@require_safe
@permission_required("reports.view_edition", raise_exception=True)
def edition_list(request):
    """The editions of the person's offices, or of the one that is asked for, newest year first."""
    editions = (
        Edition.objects.visible_to(request.user, "reports.view_edition")
        .select_related("office", "job_run", "requested_by", "restates")
        .prefetch_related("files")
        .defer("summary", "restates__summary")
    )
    if request.GET.get("office"):
        editions = editions.of_office(office_for(request))
    page = Paginator(editions, PAGE_SIZE).get_page(request.GET.get("page"))
    may_make = request.user.has_perm("reports.add_edition")
    return render(request, "reports/edition_list.html", {"page": page, "may_make": may_make})


def edition_create(request):
    """Ask for an edition; it is built by a worker while the next page shows how far it is."""
    office = office_for(request)
    if not request.user.has_perm("reports.add_edition", office):
        raise PermissionDenied
    today = today_in(office)
    first_month = office.fiscal_year_start_month
    initial = {"year": last_complete_year(today, first_month), "language": office.language}
    form = EditionForm(request.POST or None, initial=initial, office=office, today=today)
    if request.method == "POST" and form.is_valid():
        edition, is_new = draft_of(office=office, by=request.user, **form.cleaned_data)
        if not is_new:
            return led_to(request, edition)
        queue_edition(edition)
        messages.success(request, _("The edition is being made."))
        return redirect(edition)
    offices = Office.objects.visible_to(request.user, "reports.add_edition")
    context = {"form": form, "office": office, "offices": offices}
    return render(request, "reports/edition_form.html", context)


@require_safe
def edition_detail(request, pk):
    """One edition: how far it is, then its statement and its files.

    htmx asks for the progress alone; once there is none left it is told to load the page.
    """
    edition = edition_of(request, pk)
    if request.htmx:
        if edition.job_run.is_over:
            return HttpResponseClientRefresh()
        return render(request, "reports/edition_progress.html", {"edition": edition})
    context = {
        "edition": edition,
        "may_make": request.user.has_perm("reports.add_edition", edition),
        "may_issue": request.user.has_perm("reports.issue_edition", edition),
        "in_its_way": edition.stands_in_its_way(),
        "restated_by": edition.restatements.issued().defer("summary").first(),
    }
    if edition.job_run.state == JobState.DONE:
        context["article"] = edition_article(
            edition.summary | {"imprint": imprint(edition)}, request
        )
    return render(request, "reports/edition_detail.html", context)


@require_POST
def edition_retry(request, pk):
    """Build an edition again that failed."""
    edition = edition_of(request, pk)
    if not request.user.has_perm("reports.add_edition", edition):
        raise PermissionDenied
    if restart_edition(edition=edition):
        queue_edition(edition)
        messages.success(request, _("The edition is being made again."))
    else:
        messages.info(request, _("The edition did not fail; there is nothing to make again."))
    return redirect(edition)


@require_safe
def edition_file(request, pk, format):
    """Hand out one file of an edition, always as a download."""
    edition = edition_of(request, pk)
    kept = get_object_or_404(
        EditionFile.objects.visible_to(request.user), edition=edition, format=format
    )
    return FileResponse(
        kept.file.open("rb"),
        as_attachment=True,
        filename=edition.file_name(format),
        content_type=CONTENT_TYPES[format],
    )


def led_to(request, draft):
    """To the draft that is there, where one like it is asked for again."""
    messages.info(request, _("This draft is there already. It can be made again below."))
    return redirect(draft)


def edition_of(request, pk) -> Edition:
    """The edition if the person may read it: 404 outside their offices, 403 without the right."""
    editions = Edition.objects.visible_to(request.user).select_related(
        "office", "job_run", "requested_by", "issued_by", "restates"
    )
    edition = get_object_or_404(editions, pk=pk)
    if not request.user.has_perm("reports.view_edition", edition):
        raise PermissionDenied
    return edition
