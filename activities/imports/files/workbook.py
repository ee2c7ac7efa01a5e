"""An Excel workbook as rows: one sheet of it, with cells of the kind Excel knows."""

import io

from django.utils.translation import gettext as _
from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from activities.imports.files.formula_errors import formula_errors
from activities.imports.files.table import MAX_CELL_LENGTH, Row, too_long
from activities.imports.files.workbook_guard import check_workbook
from activities.imports.refusals import UnusableFile


def rows_of_workbook(data: bytes, sheet: str = "") -> tuple[str, list[Row], list[str]]:
    """The name of the sheet read, its rows, and the visible sheets with cells left unread.

    Without ``sheet`` the first visible sheet with cells is read.
    """
    check_workbook(data)
    workbook = _opened(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data)))
    if sheet and sheet not in workbook.sheet_names:
        raise UnusableFile(
            _("The workbook has no sheet “%(sheet)s”. It has: %(names)s.")
            % {"sheet": sheet, "names": ", ".join(workbook.sheet_names)}
        )
    filled = {}
    for name in [sheet] if sheet else _visible_sheets(workbook):
        if cells := _cells(workbook, name):
            filled[name] = cells
    if not filled:
        raise UnusableFile(_("The workbook is empty."))
    first, *unread = filled
    _show_errors(filled[first], _opened(lambda: formula_errors(data, first)))
    return first, _rows(first, filled[first]), unread


def _visible_sheets(workbook) -> list[str]:
    return [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]


def _rows(name: str, table: list[list]) -> list[Row]:
    rows = []
    for line, cells in enumerate(table, start=1):
        for position, cell in enumerate(cells):
            if isinstance(cell, str) and len(cell) > MAX_CELL_LENGTH:
                raise UnusableFile(too_long(line, position, len(cell), name))
        rows.append(Row(line, cells))
    return rows


def _show_errors(table: list[list], errors: dict[tuple[int, int], str]) -> None:
    for (row, column), shown in errors.items():
        if row < len(table) and column < len(table[row]):
            table[row][column] = shown


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
