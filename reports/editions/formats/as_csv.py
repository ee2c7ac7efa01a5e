import csv
import io

from django.utils.translation import override

from activities.formula_guard import guarded
from reports.editions.columns import TIE_COLUMNS


def as_csv(content: dict) -> bytes:
    """One row a tie, in UTF-8 with a byte order mark, which spreadsheets ask for.

    Dates are ISO 8601. The year strip follows the columns of the workbook, a column a year.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    with override(content["language"]):
        headings = [str(column.heading) for column in TIE_COLUMNS]
        writer.writerow([*headings, *content["strip_years"]])
        for tie in content["ties"]:
            values = [column.value(tie) for column in TIE_COLUMNS]
            marks = [content["marks"][mark] for mark in tie["marks"]]
            writer.writerow([guarded(value) for value in [*values, *marks]])
    return text.getvalue().encode("utf-8-sig")
