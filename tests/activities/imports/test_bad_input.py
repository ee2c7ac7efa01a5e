"""Every bad file of the list ends in a sentence and a status, and leaves nothing behind."""

import pytest
from django.core.management import CommandError, call_command

from activities.models import Activity, Import, SourceRow
from relationships.models import City, Relationship
from tests.activities.imports.making import (
    ACTIVITY,
    TIE,
    cell,
    csv_of,
    sheet_of,
    without,
    workbook_of,
    workbook_with,
)

MEGABYTE = 1024 * 1024

pytestmark = pytest.mark.django_db


SECOND = TIE | {"tie_id": "T2", "city_b": "Harbin", "region_b": "Heilongjiang"}
LONG_CELL = sheet_of(b'<row r="7">' + cell("C7", b"x" * 10 * MEGABYTE) + b"</row>")
BAD_TIES = {
    "not what it says": ("t.xlsx", csv_of(TIE), 2, "named like an Excel workbook"),
    "a picture": ("t.csv", b"\x89PNG\r\n", 2, "a picture"),
    "empty": ("t.csv", b"", 2, "empty"),
    "only a header": ("t.csv", csv_of(TIE).split(b"\n")[0], 2, "no row below"),
    "a missing column": ("t.csv", csv_of(without(TIE, "city_b")), 2, "lacks the column city_b"),
    "a wrong date": ("t.csv", csv_of(SECOND, TIE | {"start_date": "31/02/1985"}), 1,
                     "line 3, column start_date"),
    "an unknown country": ("t.csv", csv_of(SECOND, TIE | {"country_a": "Atlantis"}), 1,
                           "line 3, column country_a"),
    "a duplicate": ("t.csv", csv_of(TIE, TIE), 1, "line 3, column tie_id"),
    "a duplicate without key": ("t.csv", csv_of(without(TIE, "tie_id"), without(TIE, "tie_id")), 1,
                                "line 3: possible duplicate. The same two cities as on line 2."),
    "an end before a start": ("t.csv", csv_of(SECOND, TIE | {"end_date": "1984-01"}), 1,
                              "line 3, column end_date"),
    "10 MB in a cell": ("t.csv", csv_of(TIE | {"note": "x" * 10 * MEGABYTE}), 2,
                        "Line 2, column J"),
    "10 MB in a workbook's cell": ("t.xlsx", workbook_with(LONG_CELL), 2,
                                   "Sheet “Sheet1”, line 7, column C"),
    "a workbook bomb": ("t.xlsx", workbook_with(zeros=b"<a>" + b" " * 200 * MEGABYTE + b"</a>"), 2,
                        "unpacks to far more"),
    "a damaged workbook": ("t.xlsx", workbook_of(["a"])[:900], 2, "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_TIES)
def test_a_bad_file_of_ties_ends_in_a_sentence(tmp_path, capsys, case):
    name, data, status, words = BAD_TIES[case]
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(CommandError) as raised:
        call_command("import_ties", path)

    assert raised.value.returncode == status
    assert words in capsys.readouterr().err + str(raised.value)
    for model in (City, Relationship, Import, SourceRow):
        assert not model.objects.exists()


BAD_ACTIVITIES = {
    "a negative count": ({"artists": "-4"}, "column artists: refused. “-4” is negative"),
    "an end before a start": ({"date_end": "2018-05-03"}, "column date_end"),
    "a wrong date": ({"date_start": "2018-02-30"}, "column date_start"),
    "an unknown tie": ({"tie_id": "T99"}, "column tie_id"),
    "an unknown type": ({"type": "hovercraft"}, "column type"),
    "a formula that failed": ({"title": "#REF!"}, "column title"),
}


@pytest.mark.parametrize("case", BAD_ACTIVITIES)
def test_a_bad_row_of_activities_is_named_and_nothing_is_half_written(tmp_path, capsys, case):
    changes, words = BAD_ACTIVITIES[case]
    (tmp_path / "ties.csv").write_bytes(csv_of(TIE))
    (tmp_path / "rows.csv").write_bytes(
        csv_of(ACTIVITY, ACTIVITY | {"activity_id": "E2", "date_start": "2018-06-01"} | changes)
    )
    call_command("import_ties", tmp_path / "ties.csv")

    with pytest.raises(CommandError) as raised:
        call_command("import_activities", tmp_path / "rows.csv")

    assert raised.value.returncode == 1
    assert f"line 3, {words}" in capsys.readouterr().err
    assert not Activity.objects.exists()
