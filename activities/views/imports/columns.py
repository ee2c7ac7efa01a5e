from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from activities.forms.imports import ColumnsForm
from activities.imports.refusals import UnusableFile
from activities.incoming.arrival import keep_mapping, read_other_letters, read_other_sheet
from activities.incoming.kept_file import mapping_of, schema_of, table_of
from activities.incoming.letters import LETTERS
from activities.views.imports.scope import (
    PREPARE,
    start_check,
    visible_import,
)


@require_http_methods(["GET", "HEAD", "POST"])
def import_columns(request, pk):
    """Say what the columns of a file mean, and the words of it that are none of ours."""
    source = visible_import(request, pk, PREPARE)
    if not source.is_open or not source.file:
        return redirect(source)
    if "sheet" in request.POST:
        return _other_sheet(request, source)
    if "encoding" in request.POST and not source.is_workbook:
        return _other_letters(request, source)
    try:
        table = table_of(source)
    except UnusableFile as unusable:
        messages.error(request, unusable.sentence)
        return redirect("import_list")
    options = {
        "table": table,
        "schema": schema_of(source),
        "office": source.office,
        "mapping": mapping_of(source),
        "initial": {"version": source.version},
    }
    form = ColumnsForm(request.POST or None, **options)
    if request.method == "POST" and form.is_valid():
        return _keep(request, source, form, options)
    return _page(request, source, form)


def _keep(request, source, form, options):
    if form.cleaned_data["version"] != source.version:
        return _show_both(request, source, form, options)
    keep_mapping(source=source, mapping=form.mapping())
    asked = {strange.word for strange in form.words}
    now = ColumnsForm(**options | {"mapping": mapping_of(source)})
    if {strange.word for strange in now.words} - asked:
        messages.info(request, _("The columns are kept. Some of their words are none of ours."))
        return redirect("import_columns", source.pk)
    start_check(request, source)
    return redirect(source)


def _show_both(request, source, form, options):
    """Somebody settled the columns meanwhile: the form as it was sent, and where theirs differ."""
    theirs = ColumnsForm(**options)
    differing = [
        (yours.label, dict(_flat(other.field.choices)).get(other.initial, ""))
        for yours, other in zip(form.visible_fields(), theirs.visible_fields(), strict=False)
        if (yours.data or "") != (other.initial or "")
    ]
    sent = request.POST.copy()
    sent["version"] = source.version
    form = ColumnsForm(sent, **options)
    return _page(request, source, form, differing=differing, status=409)


def _flat(choices):
    for value, words in choices:
        if isinstance(words, list | tuple):
            yield from words
        else:
            yield value, words


def _other_sheet(request, source):
    try:
        read_other_sheet(source=source, sheet=request.POST["sheet"].replace("\0", ""))
    except UnusableFile as unusable:
        messages.error(request, unusable.sentence)
    return redirect("import_columns", source.pk)


def _other_letters(request, source):
    try:
        read_other_letters(source=source, encoding=request.POST["encoding"].replace("\0", "")[:20])
    except UnusableFile as unusable:
        messages.error(request, unusable.sentence)
    return redirect("import_columns", source.pk)


def _page(request, source, form, *, differing=(), status=200):
    context = {"source": source, "form": form, "differing": differing, "letters": LETTERS}
    return render(request, "activities/imports/columns.html", context, status=status)
