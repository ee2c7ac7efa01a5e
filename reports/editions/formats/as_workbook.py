import io
from datetime import date, datetime
from decimal import Decimal

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import override

from reports.editions.columns import (
    ACTIVITY_COLUMNS,
    CHANGE_COLUMNS,
    FINDING_COLUMNS,
    MONEY_COLUMNS,
    RECORD_COLUMNS,
    TIE_COLUMNS,
    TRAVEL_COLUMNS,
    TREND_COLUMNS,
    Column,
)


def as_workbook(content: dict) -> bytes:
    """Sheets for the summary, ties, flags, years, activities, money, travel and definitions.

    Dates are dates and numbers are numbers; every table has a frozen heading and a filter, and
    text is written as text, so that nothing in it is evaluated.
    """
    data = io.BytesIO()
    with override(content["language"]):
        book = new_book(data, content, of=content["office"]["name"])
        formats = formats_of(book)
        write_summary(book, formats, content, of=content["office"]["name"])
        write_table(book, formats, _("Ties"), _tie_columns(content), content["ties"])
        write_table(book, formats, _("Flags"), FINDING_COLUMNS, content["findings"])
        write_table(book, formats, _("Years"), TREND_COLUMNS, content["trend"])
        write_table(book, formats, _("Activities"), ACTIVITY_COLUMNS, content["activities"])
        if "spending" in content:
            money = content["spending"]["ties"]
            write_table(book, formats, _("Balance and cost"), MONEY_COLUMNS, money)
            write_table(book, formats, _("Travel"), TRAVEL_COLUMNS, _trips(content["travel"]))
        if "restatement" in content:
            said = content["restatement"]
            write_table(book, formats, _("Changes"), CHANGE_COLUMNS, said["lines"])
            write_table(book, formats, _("Records changed"), RECORD_COLUMNS, said["records"])
        write_definitions(book, formats, content)
        book.close()
    return data.getvalue()


def new_book(data, content, *, of):
    """A workbook that evaluates nothing, with the title of ``content`` and whom it is ``of``."""
    book = xlsxwriter.Workbook(
        data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties(
        {
            "title": content["title"],
            "company": of,
            # Not the day of making: the same content gives the same bytes.
            "created": datetime.fromisoformat(content["as_of"]),
        }
    )
    return book


def formats_of(book):
    return {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "heading": book.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        "amount": book.add_format({"num_format": "#,##0.00"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "bold": book.add_format({"bold": True, "valign": "top"}),
    }


def write_summary(book, formats, content, *, of):
    """The first sheet: the statement, the likelihoods and where the ties ``of`` them stand."""
    sheet = book.add_worksheet(_("Summary"))
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, 8, 11)
    sheet.write_string(0, 0, content["title"], formats["title"])
    sheet.write_string(1, 0, of)
    sheet.write_string(2, 0, _("As of"))
    sheet.write_datetime(2, 1, datetime.fromisoformat(content["as_of"]), formats["date"])
    row = 3
    for line in _imprint(content):
        sheet.write_string(row, 0, line, formats["text"])
        row += 1
    if content.get("is_demonstration"):
        sheet.write_string(row, 0, _("Demonstration record: these activities are made up."))
        row += 1
    for sentence in content["statement"]:
        row += 1
        sheet.write_string(row, 0, sentence, formats["text"])
    row = _likelihoods(sheet, formats, content, row + 2)
    for note in content.get("likelihood_notes", []):
        sheet.write_string(row, 0, note, formats["text"])
        row += 1
    for status in content["statuses"]:
        row += 1
        sheet.write_string(row, 0, status["label"])
        sheet.write_number(row, 1, status["ties"])
    sheet.fit_to_pages(1, 0)


def _imprint(content):
    """Draft or issued, and what a restatement gives as its reason."""
    if "imprint" in content:
        yield content["imprint"]["text"]
        yield f"SHA-256 {content['imprint']['sha256']}"
    if "restatement" in content:
        yield content["restatement"]["reason"]


def _likelihoods(sheet, formats, content, row):
    headings = [
        _("Likelihood of an activity in a year"),
        _("All tie-years: with"),
        _("of"),
        _("percent"),
        _("from"),
        _("to"),
        _("In force: with"),
        _("of"),
        _("percent"),
    ]
    sheet.write_row(row, 0, headings, formats["heading"])
    for found in content["likelihoods"]:
        row += 1
        panel, exposure = found["panel"], found["exposure"]
        sheet.write_string(row, 0, found["label"])
        figures = [*_figures(panel, interval=True), *_figures(exposure, interval=False)]
        sheet.write_row(row, 1, figures)
    return row + 1


def _figures(likelihood, *, interval):
    names = ["percent", "low", "high"] if interval else ["percent"]
    # The printed digits, as numbers; empty where too few tie-years allow a percent.
    shown = [None if likelihood[name] is None else float(likelihood[name]) for name in names]
    return [likelihood["n"], likelihood["of"], *shown]


def _tie_columns(content):
    """The columns of a tie, then one for each year of its strip."""
    strip = [
        Column(str(year), lambda tie, at=at: content["marks"][tie["marks"][at]], 14)
        for at, year in enumerate(content["strip_years"])
    ]
    return [*TIE_COLUMNS, *strip]


def write_table(book, formats, name, columns, rows):
    sheet = book.add_worksheet(name)
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width)
        sheet.write_string(0, index, str(column.heading), formats["heading"])
    for number, row in enumerate(rows, start=1):
        for index, column in enumerate(columns):
            _write(sheet, formats, number, index, column.value(row))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write(sheet, formats, row, column, value):
    if value is None:
        return
    if isinstance(value, date):
        sheet.write_datetime(
            row, column, datetime.combine(value, datetime.min.time()), formats["date"]
        )
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    elif isinstance(value, Decimal):
        sheet.write_number(row, column, value, formats["amount"])
    else:
        sheet.write_number(row, column, value)


def _trips(travel):
    return [*travel["taken"], *travel["called_off"]]


def write_definitions(book, formats, content):
    sheet = book.add_worksheet(_("Definitions"))
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    for row, definition in enumerate(content["definitions"]):
        sheet.write_string(row, 0, definition["term"], formats["bold"])
        sheet.write_string(row, 1, definition["text"], formats["text"])
