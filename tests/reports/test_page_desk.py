"""The desk: what waits, whose it is, and the next step of each."""

import pytest

from tests.factories import (
    ActivityFactory,
    AgreementFactory,
    AlertFactory,
    CityFactory,
    ContactFactory,
    LeaderFactory,
    ProgrammeFactory,
    RelationshipFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-03-02T18:00:00+00:00")]


@pytest.fixture
def tie(office):
    home, jinan = CityFactory(name="Regina", country="CA"), CityFactory(name="Jinan")
    return RelationshipFactory(
        office=office, home_city=home, partner_city=jinan, start_date="1986-05-14"
    )


def text(answer):
    return " ".join(answer.content.decode().split())


def test_an_empty_desk_says_what_will_appear(officer_client):
    page = text(officer_client.get("/desk/"))

    assert "Nothing to answer." in page
    assert "Nothing to confirm." in page
    assert "No round anniversary within a year." in page


def test_a_new_mayor_on_either_side_waits_until_something_is_held(officer_client, tie):
    LeaderFactory(city=tie.partner_city, name="Sun", from_date="2017-05-01")
    LeaderFactory(city=tie.partner_city, name="Yu", from_date="2025-05-01")

    waiting = text(officer_client.get("/desk/"))
    ActivityFactory(relationships=[tie], when="2025-09-01")
    done = text(officer_client.get("/desk/"))

    assert "Jinan: Yu (Mayor) since 1 May 2025, after Sun." in waiting
    assert f"/activities/new/?relationship={tie.pk}&amp;status=planned" in waiting
    assert "Yu" not in done


def test_everything_that_waits_has_its_next_step(officer_client, tie):
    alert = AlertFactory(
        relationship=tie,
        kind="notice_ahead",
        figures={"renews": False, "title": "Pact", "agreement_kind": "sister", "days": 30,
                 "end": "2026-05-01", "day": "2026-04-01", "as_of": "2026-03-02"},
    )  # fmt: skip
    activity = ActivityFactory(relationships=[tie], when="2026-02-14", status="planned")

    page = text(officer_client.get("/desk/"))

    assert f'href="{alert.get_absolute_url()}#answer"' in page
    assert f'action="/activities/{activity.pk}/happened/"' in page
    assert "Return the one that is missing" in page
    assert "The relationship is 40 years old on" in page
    assert "Of the last one nothing is recorded." in page


def test_what_was_held_at_the_last_round_anniversary_is_told(officer_client, tie):
    ActivityFactory(
        relationships=[tie], when="2021-05-14", type="anniversary", title="Thirty-five years"
    )

    assert "At the last one: “Thirty-five years”." in text(officer_client.get("/desk/"))


def test_a_programme_that_is_due_and_not_planned_leads_to_its_plan(officer_client, tie):
    exchange = ProgrammeFactory(relationship=tie, name="Choir", first_year=2025)
    planned = ProgrammeFactory(relationship=tie, name="Judo", first_year=2025)
    ActivityFactory(relationships=[tie], when="2026-07", status="planned", programme=planned)

    answer = officer_client.get("/desk/")

    assert [one.programme for one in answer.context["programmes"].rows] == [exchange]
    assert "Missed in 2025. Due in 2026, and nothing is planned." in text(answer)
    assert f"?programme={exchange.pk}&amp;title=Choir%202026&amp;start=2026" in text(answer)


def test_a_list_that_is_cut_can_be_seen_whole(officer_client, tie):
    for day in range(1, 9):
        ActivityFactory(relationships=[tie], when=f"2026-02-0{day}", status="planned")

    cut, whole = officer_client.get("/desk/"), officer_client.get("/desk/?all=confirm")

    assert '?all=confirm#confirm">All 8</a>' in text(cut)
    assert (len(cut.context["to_confirm"].rows), len(whole.context["to_confirm"].rows)) == (6, 8)
    assert "All 8" not in text(whole)


def test_who_has_ties_of_their_own_sees_these_first(officer_client, officer, office, tie):
    own = RelationshipFactory(office=office, owner=officer)
    for one in (tie, own):
        ActivityFactory(relationships=[one], when="2026-02-14", status="planned")

    mine = officer_client.get("/desk/").context["to_confirm"]
    all_of_them = officer_client.get("/desk/?whose=office").context["to_confirm"]

    assert (mine.total, all_of_them.total) == (1, 2)


def test_the_number_of_queries_does_not_depend_on_that_of_rows(
    officer_client, office, django_assert_max_num_queries
):
    def fill(ties):
        for _tie in range(ties):
            tie = RelationshipFactory(office=office, start_date="1986-05-14")
            ActivityFactory(relationships=[tie], when="2026-02-14", status="planned")
            ActivityFactory(relationships=[tie], when="2024-04-02")
            AgreementFactory(relationship=tie, end_date="2026-04-01", notice_days=10)
            ContactFactory(office=office).relationships.add(tie)
            ProgrammeFactory(relationship=tie)

    def queries():
        with django_assert_max_num_queries(80) as asked:
            officer_client.get("/desk/")
        return len(asked)

    fill(2)
    two = queries()
    fill(18)

    assert queries() == two
