"""Breadth, balance and cost on the page of a tie."""

import pytest

from reports.balance_and_cost import balance_in_words
from tests.factories import ActivityFactory, FundingLineFactory, RelationshipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def tie(office):
    """Three activities; money is on record for one of them, and one more was cancelled."""
    tie = RelationshipFactory(office=office)
    trip = ActivityFactory(
        relationships=[tie], title="Trip", when="2024-05-01", until="2024-05-05", students=8,
        direction="outbound", fields=["youth", "sport"],
    )  # fmt: skip
    FundingLineFactory(activity=trip, amount=2000)
    FundingLineFactory(activity=trip, payer="grant", amount=1000)
    FundingLineFactory(activity=trip, payer="in_kind", amount=70)
    for title in ("Visit", "Concert"):
        ActivityFactory(relationships=[tie], title=title, when="2025", direction="inbound")
    ActivityFactory(
        relationships=[tie], title="Called off", when="2023-05-01", status="cancelled",
        reason_code="dispute", reason_side="partner",
    )  # fmt: skip
    return tie


@pytest.fixture
def money(officer_client, tie):
    return officer_client.get(tie.get_absolute_url()).context["money"]


def titles(browser, address):
    return [activity.title for activity in browser.get(address).context["page_obj"].object_list]


def plain(text):
    return " ".join(text.split())


def test_what_is_unknown_is_said(money):
    assert money["recorded"] == "Money is on record for 1 of 3 activities."


def test_sums_averages_and_what_stands_apart(money):
    (found,) = money["sums"]

    assert plain(found["total"]) == "3 000.00 CAD"
    assert [(label, plain(paid)) for label, paid, _ in found["shares"]] == [
        ("Our city", "2 000.00 CAD"),
        ("Grants", "1 000.00 CAD"),
    ]
    assert [plain(value) for _label, value in found["averages"]] == ["3 000.00 CAD", "75.00 CAD"]
    assert found["apart"] == [("In kind, in no total", "70.00 CAD")]


def test_what_was_cancelled_says_why_and_whose(money):
    assert money["cancelled"] == "Cancelled: 1 of 4 held or cancelled."
    assert money["causes"] == ["Diplomatic dispute 1", "Partner's side 1"]


def test_balance_is_said_with_its_number(money):
    assert money["visits"] == "reciprocity 0.67, where 1 is as many each way"
    assert money["people"] == "reciprocity 0.00: all one way"
    assert balance_in_words(None) == ""


def test_every_figure_has_a_door_to_its_rows(officer_client, tie):
    doors = officer_client.get(tie.get_absolute_url()).context["addresses"]

    assert titles(officer_client, doors["with_money"]) == ["Trip"]
    assert titles(officer_client, doors["cancelled"]) == ["Called off"]


def test_a_tie_without_anything_says_so(officer_client, office):
    bare = RelationshipFactory(office=office)

    money = officer_client.get(bare.get_absolute_url()).context["money"]

    assert money["recorded"] == "No activities, so nothing was spent on any."
    assert money["cancelled"] == "Nothing was held and nothing was cancelled."
