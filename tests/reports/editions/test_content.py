import json
from datetime import date

from reports.editions.building import default_as_of, office_content
from reports.editions.content import canonical, hash_of
from tests.factories import ActivityFactory


def of_class(content, name):
    return next(row for row in content["likelihoods"] if row["class"] == name)


def test_the_likelihoods_are_those_one_counts_by_hand(content):
    figures = {
        row["class"]: (row["panel"]["n"], row["panel"]["of"]) for row in content["likelihoods"]
    }

    assert figures == {
        "any": (4, 10),
        "government": (3, 10),
        "community": (2, 10),
        "people_to_people": (1, 10),
        "non_government": (1, 10),
    }
    assert of_class(content, "government")["panel"]["percent"] == "30.0"


def test_each_tie_brings_its_figures_and_its_years(content):
    official, sporting = sorted(content["ties"], key=lambda tie: tie["country"])

    assert (official["official"], official["classified"]) == (3, 3)
    assert official["partner_native"] == "西安"
    assert official["native_language"] == "zh"
    assert official["marks"][-5:] == ["not_reported", "G", "not_reported", "G", "M"]
    assert sporting["counts"] == {"G": 0, "M": 0, "C": 1, "B": 0, "U": 0}
    assert sporting["last_activity"] == "2017"
    assert sporting["last_contact_date"] == "2019-01-01"
    assert sporting["last_activity_date"] == "2017"


def test_only_live_activities_of_the_window_stand_behind_it(content):
    assert [row["start"] for row in content["activities"]] == [
        "2019-05-14",
        "2018-06",
        "2017",
        "2016-03-01",
    ]


def test_the_content_says_when_and_by_which_thresholds(content):
    terms = {row["term"]: row["text"] for row in content["definitions"]}

    assert content["as_of"] == "2019-12-31"
    assert terms["Window"] == "The complete policy years 2015 to 2019."
    assert "70 %" in terms["Official-heavy"]


def test_an_activity_recorded_later_changes_the_hash(content, office, ties):
    again = office_content(office=office, year=2019, as_of=date(2019, 12, 31), language="en-ca")

    ActivityFactory(relationships=[ties[0]], when="2015-02-02", artists=3)
    later = office_content(office=office, year=2019, as_of=date(2019, 12, 31), language="en-ca")

    assert hash_of(again) == hash_of(content)
    assert hash_of(later) != hash_of(content)
    assert json.loads(canonical(content)) == content


def test_an_office_without_ties_has_an_edition_that_says_so(office):
    content = office_content(office=office, year=2019, as_of=date(2019, 12, 31), language="en-ca")

    assert content["statement"] == ["There are no relationships to report on yet."]
    assert content["activities"] == []


def test_an_edition_stands_at_the_end_of_its_year_or_today_while_it_runs(office):
    office.fiscal_year_start_month = 4

    assert default_as_of(office=office, year=2018, today=date(2020, 1, 5)) == date(2019, 3, 31)
    assert default_as_of(office=office, year=2019, today=date(2020, 1, 5)) == date(2020, 1, 5)
