from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from activities.imports.refusals import UnusableFile
from activities.incoming.downloads import CONTENT_TYPES, refused_file, template_file
from activities.models.imports import RowKind
from activities.views.imports.scope import visible_import
from twinportal.uploads import as_download

_TEMPLATE_NAMES = {RowKind.TIE: "relationships", RowKind.ACTIVITY: "activities"}


@require_safe
def import_template(request, kind, format):
    """An empty file with our columns."""
    if kind not in _TEMPLATE_NAMES or format not in CONTENT_TYPES:
        raise Http404
    return _handed_out(template_file(kind, format), _TEMPLATE_NAMES[kind], format)


@require_safe
def import_file(request, pk):
    """The file as it came."""
    source = visible_import(request, pk)
    format = "xlsx" if source.is_workbook else "csv"
    return as_download(source.file, source.file_name, CONTENT_TYPES[format])


@require_safe
def import_refused(request, pk):
    """The refused rows in the format they came in, with what to correct."""
    source = visible_import(request, pk)
    format = "xlsx" if source.is_workbook else "csv"
    try:
        data = refused_file(source, format)
    except UnusableFile:
        raise Http404 from None
    stem = source.file_name.rpartition(".")[0] or source.file_name
    return _handed_out(data, f"{stem}-to-correct", format)


def _handed_out(data, stem, format):
    headers = {"Cache-Control": "private, no-cache", "X-Content-Type-Options": "nosniff"}
    response = HttpResponse(data, content_type=CONTENT_TYPES[format], headers=headers)
    response.headers["Content-Disposition"] = content_disposition_header(True, f"{stem}.{format}")
    return response
