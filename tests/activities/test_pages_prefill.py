"""How the form of a new activity begins."""

import datetime

import pytest

from activities.copying import as_next_year
from activities.models import Activity
from relationships.dates import PartialDate
from tests.activities.filled import filled
from tests.factories import ActivityFactory, ProgrammeFactory, RelationshipFactory

NEW = "/activities/new/"


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office)


@pytest.fixture
def last_year(tie):
    return ActivityFactory(
        relationships=[tie],
        title="Students 2025",
        type="student_exchange",
        start_date="2025-05-14",
        end_date="2025-05-28",
        students=15,
        outcome="Well done",
        place="Qingdao",
    )


def begins(client, query):
    form = client.get(f"{NEW}?{query}").context["form"]
    return {name: form[name].value() for name in form.fields}


def test_an_address_fills_the_boxes_it_names(officer_client, tie):
    found = begins(
        officer_client,
        f"relationship={tie.pk}&type=sports&title=Run&start=2026-07&status=planned"
        "&mode=virtual&direction=none&government_role=none",
    )

    assert found["relationships"] == [tie.pk]
    assert [found[name] for name in ["type", "title", "starts", "status"]] == [
        "sports",
        "Run",
        "2026-07",
        "planned",
    ]
    assert [found[name] for name in ["mode", "direction", "government_role"]] == [
        "virtual",
        "none",
        "none",
    ]


@pytest.mark.parametrize(
    "query",
    [
        "relationship=9999999",
        "relationship=x&programme=y&copy=z&alert=q",
        "start=soon&status=void&mode=teleport&title=" + "x" * 400,
        "copy=" + "9" * 40,
        "programme=%00&title=%00&type=%00",
        "start=99999-99&end=0000",
    ],
)
def test_what_an_address_says_wrongly_is_passed_over(officer_client, office, tie, query):
    assert officer_client.get(f"{NEW}?{query}").status_code == 200


def test_a_programme_brings_its_relationship_and_is_kept(officer_client, tie):
    programme = ProgrammeFactory(relationship=tie)

    found = begins(officer_client, f"programme={programme.pk}")
    officer_client.post(NEW, filled(tie, programme=programme.pk))

    assert (found["programme"], found["relationships"]) == (programme.pk, [tie.pk])
    assert Activity.objects.get().programme == programme


def test_a_programme_of_another_relationship_is_refused(officer_client, tie, office):
    programme = ProgrammeFactory(relationship=RelationshipFactory(office=office))

    answer = officer_client.post(NEW, filled(tie, programme=programme.pk))

    assert "another relationship" in answer.context["form"].errors["programme"][0]


def test_a_copy_is_planned_a_year_later_with_nobody_counted(officer_client, tie, last_year):
    found = begins(officer_client, f"copy={last_year.pk}")

    assert found["title"] == "Students 2026"
    assert (found["starts"], found["ends"]) == ("2026-05-14", "2026-05-28")
    assert found["status"] == "planned"
    assert found["relationships"] == [tie.pk]
    assert found["place"] == "Qingdao"
    assert not found["students"]
    assert not found["outcome"]


def test_nobody_copies_what_they_may_not_see(outsider_client, last_year):
    assert not begins(outsider_client, f"copy={last_year.pk}")["title"]


@pytest.mark.parametrize(
    ("start", "precision", "next_start"),
    [("2024-02-29", "day", "2025-02-28"), ("2024-02-01", "month", "2025-02")],
)
def test_dates_move_by_a_year_as_precisely_as_they_are_known(tie, start, precision, next_start):
    activity = ActivityFactory(relationships=[tie])
    activity.take_period(PartialDate(datetime.date.fromisoformat(start), precision))

    assert str(as_next_year(activity)["starts"]) == next_start


def test_what_answers_an_alert_leads_back_to_it(officer_client, tie):
    answer = officer_client.post(f"{NEW}?alert=12", filled(tie))

    assert answer.url == "/alerts/12/"
