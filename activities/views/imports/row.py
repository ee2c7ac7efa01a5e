from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from activities.incoming.correcting import (
    Overtaken,
    all_cells,
    cells_sent,
    correct_row,
)
from activities.models.imports import ImportState
from activities.views.imports.scope import PAGE_SIZE, PREPARE, check_afresh, visible_import


@require_http_methods(["GET", "HEAD", "POST"])
def import_row(request, pk, line):
    """All cells of one row, to be corrected; the file itself stays as it came."""
    source = visible_import(request, pk, PREPARE)
    row = source.checked_rows.filter(line=line).first()
    if row is None:
        raise Http404
    if source.state != ImportState.CHECKED or not row.cells:
        messages.info(request, _("This row cannot be corrected now."))
        return redirect(source)
    if request.method == "POST":
        return _correct(request, source, row)
    return _page(request, source, row, _with_new_city(request, all_cells(source, row)))


def _correct(request, source, row):
    cells = cells_sent(source, row, request.POST)
    if any(cell.fault for cell in cells):
        return _page(request, source, row, cells, status=200)
    try:
        correct_row(source=source, row=row, cells=cells)
    except Overtaken:
        row.refresh_from_db()
        source.refresh_from_db()
        return _page(request, source, row, cells_sent(source, row, request.POST, anew=True),
                     overtaken=True, status=409)  # fmt: skip
    check_afresh(request, source)
    return redirect(address_of_row(source, row.line))


def _with_new_city(request, cells):
    """Back from putting a city on record: it stands in its cell, ready to be kept."""
    city = request.GET.get("city", "")
    for cell in cells:
        if cell.place == f"city_id_{request.GET.get('side', '')}" and city.isdecimal():
            cell.sent = city[:15]
    return cells


def new_city_address(source, row) -> str:
    """Where the unknown city of a row is put on record; from there it leads back to the row."""
    asked = row.question or {}
    back = reverse("import_row", args=[source.pk, row.line])
    words = {name: asked.get(name, "") for name in ("name", "country", "region", "native_name")}
    query = words | {"next": f"{back}?{urlencode({'side': asked.get('side', '')})}"}
    return f"{reverse('city_create')}?{urlencode(query)}"


def address_of_row(source, line) -> str:
    """The preview at this row, on whichever page it now stands."""
    row = source.checked_rows.filter(line=line).first()
    before = row and source.checked_rows.filter(rank__lt=row.rank).count()
    same = row and source.checked_rows.filter(rank=row.rank, line__lt=line).count()
    page = (before + same) // PAGE_SIZE + 1 if row else 1
    return f"{reverse('import_detail', args=[source.pk])}?page={page}#row-{line}"


def _page(request, source, row, cells, *, overtaken=False, status=200):
    row.new_city_address = new_city_address(source, row)
    context = {"source": source, "row": row, "cells": cells, "overtaken": overtaken}
    return render(request, "activities/imports/row.html", context, status=status)
