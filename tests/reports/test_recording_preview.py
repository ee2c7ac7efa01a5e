"""What is said of an activity while it is typed."""

import datetime

import pytest

from activities.models import Activity
from tests.activities.filled import filled
from tests.factories import ActivityFactory, RelationshipFactory

PREVIEW = "/activities/preview/"
TODAY = datetime.date(2026, 2, 3)


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office, start_date=datetime.date(1990, 1, 1))


def said(client, sent, query=""):
    answer = client.post(PREVIEW + query, sent)
    assert answer.status_code == 200
    return answer.context


def test_nothing_is_saved(officer_client, tie):
    found = said(officer_client, filled(tie))

    assert found["counts_as"].letter == "C"
    assert found["counts_as"].strict_letter == "M"
    assert not Activity.objects.exists()


def test_a_form_half_filled_says_what_it_can(officer_client, tie):
    empty = said(officer_client, {})
    kind = said(officer_client, {"type": "sports", "athletes": "8", "starts": "no date"})

    assert empty["counts_as"] is None
    assert kind["counts_as"].letter == "C"
    assert kind["changes"] == []


def test_of_what_is_planned_it_says_what_it_counts_as_once_held(officer_client, tie):
    page = officer_client.post(PREVIEW, filled(tie, status="planned", starts="2026-07-14"))

    text = page.content.decode()
    assert "Once held, this counts as" in text
    assert "Community" in text


def test_a_courtesy_counts_in_no_figure_and_changes_nothing(officer_client, tie):
    found = said(officer_client, filled(tie, substance="courtesy"))

    assert found["counts_as"].letter == ""
    assert found["changes"] == []


@pytest.mark.parametrize(
    ("starts", "after"),
    [
        ("2026-01-14", "active"),
        ("2026-07-14", "active"),
        ("2024-06-01", "cooling"),
        ("2018-06-01", "not_reported"),
    ],
)
def test_the_status_of_the_tie_before_and_after(officer_client, tie, starts, after):
    (change,) = said(officer_client, filled(tie, status="planned", starts=starts))["changes"]

    assert change.before == "not_reported"
    assert change.after == after
    assert len(change.cells) == 14


def test_an_activity_before_the_last_one_changes_nothing(officer_client, tie):
    ActivityFactory(relationships=[tie], start_date=TODAY, end_date=TODAY, recorded_date=TODAY)

    (change,) = said(officer_client, filled(tie, starts="2019-05-14"))["changes"]

    assert not change.is_one
    assert change.after == "active"


def test_of_a_correction_the_tie_knows_already(officer_client, tie):
    activity = ActivityFactory(relationships=[tie])

    found = said(officer_client, filled(tie), f"?activity={activity.pk}")

    assert found["changes"] == []
    activity.refresh_from_db()
    assert activity.version == 1


def test_it_keeps_to_the_office(outsider_client, councillor_client, tie):
    activity = ActivityFactory(relationships=[tie])

    assert outsider_client.post(f"{PREVIEW}?activity={activity.pk}").status_code == 404
    assert outsider_client.post(f"{PREVIEW}?office=montreal").status_code == 404
    assert councillor_client.post(f"{PREVIEW}?activity={activity.pk}").status_code == 403
    assert said(outsider_client, filled(tie))["changes"] == []


@pytest.mark.parametrize(
    "sent",
    [
        {"title": "\x00", "students": "9" * 40},
        {"relationships": ["x", "9" * 30], "starts": "9999-99"},
        {"students": "-1", "status": "held", "type": "no such"},
    ],
)
def test_odd_words_are_no_error(officer_client, tie, sent):
    assert officer_client.post(PREVIEW, sent).status_code == 200


@pytest.mark.parametrize("number", [1, 3, 8])
def test_several_ties_cost_as_much_as_one(
    officer_client, tie, office, number, django_assert_max_num_queries
):
    ties = [tie, *(RelationshipFactory(office=office) for _ in range(number - 1))]

    with django_assert_max_num_queries(22):
        officer_client.post(PREVIEW, filled(tie, relationships=[one.pk for one in ties]))
