from django.utils.translation import gettext as _
from django.utils.translation import override

from activities.formula_guard import guarded_csv
from reports.editions.columns import MONEY_COLUMNS, TIE_COLUMNS, Column


def as_csv(content: dict) -> bytes:
    """One row a tie, in UTF-8 with a byte order mark, which spreadsheets ask for.

    Dates are ISO 8601. The year strip follows the columns of the workbook, a column a year; then
    balance and cost, the number of the edition, and what a restatement changed in the tie.
    """
    with override(content["language"]):
        columns = [*TIE_COLUMNS, *_years(content), *_money(content), *_edition(content)]
        headings = [str(column.heading) for column in columns]
        rows = ([column.value(tie) for column in columns] for tie in content["ties"])
        return guarded_csv([headings, *rows])


def _years(content):
    return [
        Column(str(year), lambda tie, at=at: content["marks"][tie["marks"][at]])
        for at, year in enumerate(content["strip_years"])
    ]


def _money(content):
    """The columns of money but those of the relationship, which stand already."""
    if "spending" not in content:
        return []
    rows = {row["id"]: row for row in content["spending"]["ties"]}
    return [
        Column(column.heading, lambda tie, value=column.value: value(rows[tie["id"]]))
        for column in MONEY_COLUMNS[2:]
    ]


def _edition(content):
    imprint = content.get("imprint")
    if imprint:
        number = imprint["number"] or _("draft")
        yield Column(_("Edition"), lambda tie: number)
    if "restatement" in content:
        said = content["restatement"]
        heading = _("Changed since no. %(number)s") % {"number": said["number"]}
        yield Column(heading, lambda tie: _changes(said, tie))


def _changes(said, tie):
    return "; ".join(
        f"{line['figure_label']}: {line['before_text']} → {line['after_text']}"
        for line in said["lines"]
        if line["part"] in {"tie", "finding", "spending"} and _is_of(line, tie)
    )


def _is_of(line, tie):
    """Whether a line is of this tie: by number, in older restatements by name."""
    return line["id"] == tie["id"] if "id" in line else line["subject"] == tie["name"]
