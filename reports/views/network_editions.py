from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from reports.editions.formats import CONTENT_TYPES
from reports.editions.making import restart_edition
from reports.forms.network_edition import NetworkEditionForm
from reports.models import NetworkEdition, NetworkEditionFile
from reports.models.job_run import JobState
from reports.network.editions.building import edition_in_the_making, imprint
from reports.network.editions.page import network_article
from reports.network.sharing import VIEW, sharing_with
from reports.tasks import queue_network_edition

PAGE_SIZE = 50


def network_editions(request):
    """The editions that the person may read, and the form that asks for one."""
    if not request.user.has_perm(VIEW):
        raise PermissionDenied
    sharing, today = sharing_with(request.user), timezone.localdate()
    initial = {"language": request.user.language}
    form = NetworkEditionForm(
        request.POST or None, initial=initial, offices=sharing.offices, today=today
    )
    if request.method == "POST" and form.is_valid():
        return _made(request, form, sharing)
    found = NetworkEdition.objects.visible_to(request.user, VIEW)
    listed = found.shared().select_related("job_run").prefetch_related("files").defer("summary")
    context = {
        "page": Paginator(listed, PAGE_SIZE).get_page(request.GET.get("page")),
        "withheld": found.count() - found.shared().count(),
        "sharing": sharing,
        "form": form,
    }
    return render(request, "reports/network_editions.html", context)


def _made(request, form, sharing):
    try:
        edition, is_new = edition_in_the_making(sharing=sharing, by=request.user, **form.asked())
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("network_editions")
    if is_new:
        queue_network_edition(edition)
    messages.success(request, _("The edition is being made."))
    return redirect(edition)


@require_safe
def network_edition(request, pk):
    """One edition: how far it is, then what it says and its files.

    htmx asks for the progress alone; once there is none left it is told to load the page.
    """
    edition = _edition_of(request, pk)
    if request.htmx:
        if edition.job_run.is_over:
            return HttpResponseClientRefresh()
        return render(request, "parts/progress.html", _progress(edition))
    context = {"edition": edition, **_progress(edition)}
    if edition.job_run.state == JobState.DONE:
        context["article"] = network_article(edition.summary)
        context["imprint"] = imprint(edition)
    return render(request, "reports/network_edition.html", context)


@require_POST
def network_edition_retry(request, pk):
    """Build an edition again that failed."""
    edition = _edition_of(request, pk)
    if restart_edition(edition=edition):
        queue_network_edition(edition)
        messages.success(request, _("The edition is being made again."))
    else:
        messages.info(request, _("The edition did not fail; there is nothing to make again."))
    return redirect(edition)


@require_safe
def network_edition_file(request, pk, format):
    """Hand out one file of an edition, always as a download."""
    edition = _edition_of(request, pk)
    kept = get_object_or_404(
        NetworkEditionFile.objects.visible_to(request.user, VIEW), edition=edition, format=format
    )
    return FileResponse(
        kept.file.open("rb"),
        as_attachment=True,
        filename=edition.file_name(format),
        content_type=CONTENT_TYPES[format],
    )


def _progress(edition):
    return {"job": edition.job_run, "address": edition.get_absolute_url()}


def _edition_of(request, pk) -> NetworkEdition:
    """404 outside the person's offices, 403 without the right in every office, or while one of
    them does not share.
    """
    editions = NetworkEdition.objects.select_related("job_run", "requested_by")
    edition = get_object_or_404(editions.visible_to(request.user), pk=pk)
    if not editions.visible_to(request.user, VIEW).filter(pk=pk).exists():
        raise PermissionDenied
    if not editions.shared().filter(pk=pk).exists():
        raise PermissionDenied(
            _("An office of this edition does not share its figures any more, so it is withheld.")
        )
    return edition
