"""An Excel workbook as rows: one sheet of it, with cells of the kind Excel knows."""

import io
from datetime import date

from django.utils.translation import gettext as _
from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from activities.imports.files.merged_cells import fill_merged
from activities.imports.files.number_formats import MONTH, YEAR_HIDDEN
from activities.imports.files.sheet_xml import SheetXml
from activities.imports.files.table import (
    MAX_CELL_LENGTH,
    Row,
    Table,
    column_letters,
    in_ranges,
    is_empty,
    too_long,
)
from activities.imports.files.workbook_guard import check_workbook
from activities.imports.refusals import UnusableFile

_FIRST_OF_1904 = date(1904, 1, 1)


def table_of_workbook(data: bytes, sheet: str = "") -> Table:
    """One sheet of a workbook: ``sheet``, or else the first visible one with cells."""
    check_workbook(data)
    workbook = _opened(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data)))
    if sheet and sheet not in workbook.sheet_names:
        raise UnusableFile(
            _("The workbook has no sheet “%(sheet)s”. It has: %(names)s.")
            % {"sheet": sheet, "names": ", ".join(workbook.sheet_names)}
        )
    filled = _filled_sheets(workbook, [sheet] if sheet else _sheets(workbook, visible=True))
    hidden = list(_filled_sheets(workbook, _sheets(workbook, visible=False)))
    if not filled:
        raise UnusableFile(_empty(hidden))
    first, *unread = filled
    cells = filled[first]
    read = Table(first, _rows(first, cells), unread_sheets=unread)
    hidden = [name for name in hidden if name != first]
    if hidden:
        read.remarks.append(
            _("Hidden sheets are not read: %(names)s.") % {"names": ", ".join(hidden)}
        )
    _opened(lambda: _complete(read, cells, SheetXml(data, first)))
    merged = _opened(lambda: workbook.get_sheet_by_name(first).merged_cell_ranges or [])
    read.merged = fill_merged(cells, merged)
    return read


def _empty(hidden: list[str]) -> str:
    if not hidden:
        return _("The workbook is empty.")
    return _("The workbook shows no cells; these sheets are hidden: %(names)s.") % {
        "names": ", ".join(hidden)
    }


def _sheets(workbook, *, visible: bool) -> list[str]:
    return [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet
        and (sheet.visible == SheetVisibleEnum.Visible) is visible
    ]


def _filled_sheets(workbook, names: list[str]) -> dict[str, list[list]]:
    tables = {name: _cells(workbook, name) for name in names}
    return {name: cells for name, cells in tables.items() if cells}


def _rows(name: str, table: list[list]) -> list[Row]:
    rows = []
    for line, cells in enumerate(table, start=1):
        for position, cell in enumerate(cells):
            if isinstance(cell, str) and len(cell) > MAX_CELL_LENGTH:
                raise UnusableFile(too_long(line, position, len(cell), name))
        rows.append(Row(line, cells))
    return rows


def _complete(read: Table, table: list[list], xml: SheetXml) -> None:
    """Put into ``table`` what the reader of values leaves out, and say what is hidden."""
    if xml.counts_from_1904:
        read.day_zero = _FIRST_OF_1904
    for (row, column), shown in xml.formula_errors.items():
        if row < len(table) and column < len(table[row]):
            table[row][column] = shown
    _show_coarse_dates(read, table, xml)
    lines = [
        line
        for line in xml.hidden_lines
        if line <= len(table) and not all(map(is_empty, table[line - 1]))
    ]
    read.hidden_lines = frozenset(lines)
    if lines:
        read.remarks.append(
            _("Hidden rows are read like the others: %(rows)s.") % {"rows": in_ranges(lines)}
        )
    columns = [
        at
        for at in xml.hidden_columns
        if any(at < len(row) and not is_empty(row[at]) for row in table)
    ]
    if columns:
        read.remarks.append(
            _("Hidden columns are read like the others: %(columns)s.")
            % {"columns": ", ".join(map(column_letters, columns))}
        )


def _show_coarse_dates(read: Table, table: list[list], xml: SheetXml) -> None:
    """A cell that shows “Mar-16” tells a month, whatever day lies behind it."""
    without_year = {}
    for (row, column), shown in xml.coarse_dates():
        cell = table[row][column] if row < len(table) and column < len(table[row]) else None
        if not isinstance(cell, date):
            continue
        if shown == YEAR_HIDDEN:
            without_year[column] = f"{cell:%Y-%m-%d}"
        else:
            table[row][column] = f"{cell:%Y-%m}" if shown == MONTH else f"{cell:%Y}"
    for column, example in without_year.items():
        read.remarks.append(
            _("Column %(column)s shows days without their year; the workbook keeps %(day)s.")
            % {"column": column_letters(column), "day": example}
        )


def _cells(workbook, name: str) -> list[list]:
    return _opened(lambda: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))


def _opened(act):
    """The reader is compiled code: whatever it stumbles over, the person reads one sentence."""
    try:
        return act()
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:
        raise UnusableFile(_("The workbook is damaged and cannot be opened.")) from None
