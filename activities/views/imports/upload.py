from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.current_office import office_for
from accounts.permissions import require
from activities.forms.imports import UploadForm
from activities.incoming.arrival import is_plain, receive_file
from activities.views.imports.scope import PREPARE, start_check


@require_http_methods(["GET", "HEAD", "POST"])
def import_create(request):
    """Send a file in. One whose columns are all known goes straight to its check."""
    office = office_for(request)
    require(request.user, PREPARE, office)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        source = receive_file(
            office=office,
            kind=form.cleaned_data["kind"],
            data=form.data_of_file,
            name=form.name,
            by=request.user,
            encoding=form.cleaned_data["encoding"],
        )
        if not is_plain(source):
            return redirect("import_columns", source.pk)
        start_check(request, source)
        return redirect(source)
    return render(request, "activities/imports/upload.html", {"form": form, "office": office})
