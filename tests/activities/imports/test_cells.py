from datetime import date, datetime, time

import pytest

from activities.imports.refusals import CellRefused
from activities.imports.values import cells
from activities.imports.values.date_cells import partial_date
from activities.imports.values.vocabulary import yes_or_no


def sentence(read, cell):
    with pytest.raises(CellRefused) as raised:
        read(cell)
    return raised.value.sentence


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("1980", "1980"),
        (" 1980-07 ", "1980-07"),
        ("1980-07-20", "1980-07-20"),
        (1980.0, "1980"),
        (1980, "1980"),
        (date(1980, 7, 20), "1980-07-20"),
        (datetime(1980, 7, 20, 13, 5), "1980-07-20"),  # noqa: DTZ001
        ("1980-07-20T13:05:00Z", "1980-07-20"),
        ("1980-07-20 00:00:00", "1980-07-20"),
    ],
)
def test_a_date_is_kept_as_precisely_as_it_is_written(cell, kept):
    assert str(partial_date(cell)) == kept


@pytest.mark.parametrize(
    "cell",
    ["soon", "20/13/1980", "1980-13", "1980-02-30", "1980-7", "980", "0", True, time(12), 43831.0,
     1980.5, "T1", "20 July", "July"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_what_would_be_one(cell):
    assert "1980" in sentence(partial_date, cell)


def test_a_year_far_off_is_refused():
    assert "1800 to 2199" in sentence(partial_date, "2917-03-01")


@pytest.mark.parametrize("cell", ["Q340", "q340", "https://www.wikidata.org/wiki/Q340"])
def test_a_wikidata_number_is_taken_out_of_its_address(cell):
    assert cells.wikidata_id(cell) == "Q340"


def test_text_loses_marks_that_nobody_sees():
    assert cells.text("Granada\u200e ") == "Granada"


def test_text_is_kept_in_composed_letters():
    assert cells.text("Que\u0301bec") == "Québec"


@pytest.mark.parametrize("cell", ["#REF!", "#N/A", "#DIV/0!"])
def test_a_failed_formula_is_no_text(cell):
    assert "formula" in sentence(cells.text, cell)


def test_text_too_long_for_its_column_is_refused():
    assert "5 characters; 3" in sentence(cells.text_up_to(3), "abcde")


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("javascript:alert(1)", ""),
        ("Office of foreign affairs", ""),
        ("http://[broken", ""),
    ],
)
def test_only_web_addresses_become_links(cell, address):
    assert cells.link(cell).address == address


@pytest.mark.parametrize(
    ("cell", "answer"), [("Yes", True), ("oui", True), (True, True), ("NON", False), (0.0, False)]
)
def test_yes_and_no_are_read_in_both_languages(cell, answer):
    assert yes_or_no(cell) is answer


def test_neither_yes_nor_no_is_refused():
    assert "neither" in sentence(yes_or_no, "perhaps")
