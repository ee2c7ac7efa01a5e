"""What a person at the command line sees: sentences, exit status, report."""

import json
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from activities.models import Activity, Import
from relationships.models import City, Cohort, Relationship
from tests.activities.imports.making import ACTIVITY, TIE, csv_of, workbook_of
from tests.factories import CityFactory, HomeCityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    """``file(row, row)`` writes a CSV file and gives its path."""

    def write(*rows, name="rows.csv"):
        path = tmp_path / name
        path.write_bytes(csv_of(*rows))
        return path

    return write


def failure(*arguments, **options):
    """The exit status and the last sentence."""
    with pytest.raises(CommandError) as raised:
        call_command(*arguments, **options)
    return raised.value.returncode, str(raised.value)


def test_a_file_that_is_taken_says_how_many_rows_became_what(file, capsys):
    call_command("import_ties", file(TIE | {"mood": "sunny"}), "--cohort", "canada_china")

    told = capsys.readouterr().out
    assert "Rows read 1: created 1, already known 0, updated 0" in told
    assert "kept with each row: mood" in told
    assert Cohort.objects.get().relationships.count() == 1


def test_refused_rows_give_status_1_and_write_nothing(file, capsys):
    status, sentence = failure("import_ties", file(TIE, TIE | {"tie_id": "2", "country_b": "Q"}))

    assert (status, Relationship.objects.count()) == (1, 0)
    assert "nothing was written" in sentence
    assert "line 3, column country_b: refused. “Q” is not a country" in capsys.readouterr().err


def test_refused_rows_may_be_skipped(file):
    path = file(TIE, TIE | {"tie_id": "2", "country_b": "Q"})

    status, sentence = failure("import_ties", path, "--skip-refused")

    assert (status, Relationship.objects.count()) == (1, 1)
    assert sentence == "1 row was left out."


def test_a_workbook_s_refusals_name_the_sheet(tmp_path, capsys):
    path = tmp_path / "ties.xlsx"
    path.write_bytes(workbook_of(list(TIE), [*list(TIE.values())[:-1], "soon"], sheet="2025"))

    status, _sentence = failure("import_ties", path, "--sheet", "2025")

    assert status == 1
    assert "sheet “2025”, line 2, column start_date: refused" in capsys.readouterr().err


def test_a_dry_run_writes_nothing(file, capsys):
    call_command("import_ties", file(TIE), "--dry-run")

    assert "Dry run" in capsys.readouterr().out
    assert not City.objects.exists()


def test_the_report_has_one_object_for_each_row(file, tmp_path):
    report = tmp_path / "report.json"

    failure("import_ties", file(TIE, {}, TIE | {"city_b": "Harbin"}), "--report", report)

    assert json.loads(report.read_text()) == [
        {"sheet": "", "line": 2, "outcome": "created", "column": "", "sentence": ""},
        {"sheet": "", "line": 3, "outcome": "ignored", "column": "", "sentence": "blank row"},
        {
            "sheet": "",
            "line": 4,
            "outcome": "refused",
            "column": "tie_id",
            "sentence": "The key “T1” stands already on line 2.",
        },
    ]


def test_the_report_names_the_cities_to_choose_from(file, tmp_path):
    city = CityFactory(name="Taizhou", region="Jiangsu", country="CN")
    other = CityFactory(name="Taizhou", region="Zhejiang", country="CN")
    report = tmp_path / "report.json"

    failure("import_ties", file(TIE | {"city_b": "Taizhou", "region_b": ""}), "--report", report)

    (row,) = json.loads(report.read_text())
    assert row["cities"] == {
        str(city.pk): "Taizhou (Jiangsu)",
        str(other.pk): "Taizhou (Zhejiang)",
    }


def test_a_file_in_a_named_encoding_comes_in(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_bytes(csv_of(TIE | {"name_local_b": "上海"}, encoding="gb18030"))

    call_command("import_ties", path, "--encoding", "gb18030", verbosity=0)

    assert City.objects.get(name="Shanghai").native_name == "上海"


def test_how_the_file_was_understood_is_told(tmp_path, capsys):
    path = tmp_path / "ties.csv"
    row = {"Our city": "Montréal", "Our country": "Canada", "Partner": "x", "Partner city": "Wuhan",
           "Partner country": "Chine", "Since": "1999"}  # fmt: skip
    path.write_bytes(csv_of(row, encoding="cp1252"))

    call_command("import_ties", path)

    told = capsys.readouterr().out
    assert "it is read as Windows-1252" in told
    assert "Columns understood by their wording: “Our city” = city_a" in told


def test_a_report_that_cannot_be_written_stops_before_anything_is(file, tmp_path):
    status, _sentence = failure("import_ties", file(TIE), "--report", tmp_path / "no" / "r.json")

    assert (status, Relationship.objects.count()) == (2, 0)


def test_a_file_that_cannot_be_used_leaves_no_report(tmp_path):
    (tmp_path / "ties.csv").write_bytes(b"")

    failure("import_ties", tmp_path / "ties.csv", "--report", tmp_path / "report.json")

    assert not (tmp_path / "report.json").exists()


def test_an_office_goes_by_its_short_name(file, office):
    HomeCityFactory(office=office, city=CityFactory(name="Montreal", country="CA"))

    call_command("import_ties", file(TIE), "--office", "montreal")

    assert Relationship.objects.get().office == office


def test_an_unknown_office_is_told_with_those_there_are(file, office):
    status, sentence = failure("import_ties", file(TIE), "--office", "atlantis")

    assert status == 2
    assert "There are: montreal" in sentence


def test_an_office_without_a_home_city_takes_no_ties(file, office):
    status, sentence = failure("import_ties", file(TIE), "--office", "montreal")

    assert status == 2
    assert "no home city" in sentence


def test_a_cohort_without_a_name_is_refused(file):
    status, sentence = failure("import_ties", file(TIE), "--cohort", "!!")

    assert status == 2
    assert "not a name for a cohort" in sentence


def test_a_map_renames_columns_and_words(file, tmp_path):
    call_command("import_ties", file(TIE))
    path = tmp_path / "map.json"
    path.write_text(json.dumps({"Quoi": "title", "type": {"show": "exhibition"}}))
    row = {name: value for name, value in ACTIVITY.items() if name != "title"}

    call_command("import_activities", file(row | {"Quoi": "x", "type": "show"}), "--map", path)

    activity = Activity.objects.get()
    assert (activity.title, activity.type) == ("x", "exhibition")


def test_possible_duplicates_give_status_1_unless_they_are_kept(file):
    call_command("import_ties", file(TIE))
    path = file(ACTIVITY, ACTIVITY | {"activity_id": "E2"})

    status, _sentence = failure("import_activities", path)
    call_command("import_activities", path, "--keep-duplicates")

    assert status == 1
    assert Activity.objects.count() == 2


def test_sheets_left_unread_are_named(tmp_path, capsys):
    path = tmp_path / "ties.xlsx"
    path.write_bytes(workbook_of(list(TIE), [*TIE.values()], more={"Notes": [["b"]]}))

    call_command("import_ties", path)

    assert "Sheets not read: Notes" in capsys.readouterr().out


def test_a_long_file_shows_how_far_it_is(file, capsys):
    rows = [TIE | {"tie_id": str(number), "city_b": f"City {number}"} for number in range(5001)]

    call_command("import_ties", file(*rows), "--dry-run")

    assert "checked: 5000 / 5001" in capsys.readouterr().out


def test_the_process_ends_with_the_status_and_without_a_traceback(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_bytes(b"%PDF-1.7")

    ended = subprocess.run(
        [sys.executable, settings.BASE_DIR / "manage.py", "import_ties", path],
        capture_output=True,
        text=True,
    )

    assert ended.returncode == 2
    assert "is a PDF document" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_file_with_a_strange_name_comes_in(tmp_path):
    path = tmp_path / "ties\udce9.csv"
    path.write_bytes(csv_of(TIE))

    call_command("import_ties", path)

    assert Import.objects.get().file_name == "ties.csv"


def test_a_database_without_tables_is_named_as_the_reason(file, monkeypatch):
    monkeypatch.setattr(type(connection.introspection), "table_names", lambda self: [])

    status, sentence = failure("import_ties", file(TIE))

    assert status == 2
    assert "manage.py migrate" in sentence
