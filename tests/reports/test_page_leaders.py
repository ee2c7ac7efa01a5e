import html
import re
from datetime import date

import pytest

from relationships.models import Leader
from tests.factories import ActivityFactory, CityFactory, LeaderFactory, RelationshipFactory

LEADERS = "/dashboard/leaders/"


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def jinan(office):
    home = CityFactory(name="Regina", country="CA")
    return RelationshipFactory(
        office=office, home_city=home, partner_city=CityFactory(name="Jinan")
    )


@pytest.fixture
def changed(jinan):
    """A mayor came in 2012 and in 2020 in Regina, and in May 2025 in Jinan."""
    for name, city, day in (
        ("Fiacco", jinan.home_city, date(2000, 11, 1)),
        ("Fougere", jinan.home_city, date(2012, 11, 1)),
        ("Masters", jinan.home_city, date(2020, 11, 23)),
        ("Sun", jinan.partner_city, date(2017, 5, 1)),
        ("Yu", jinan.partner_city, date(2025, 5, 1)),
    ):
        LeaderFactory(city=city, name=name, from_date=day)


@pytest.fixture
def term(jinan):
    return {
        "city": jinan.partner_city_id,
        "post": "mayor",
        "name": "Yu Haitian",
        "native_name": "于海田",
        "since": "2021",
        "to_date": "",
        "source": "https://example.org/mayors",
    }


def opened(browser, **query):
    answer = browser.get(LEADERS, query)
    assert answer.status_code == 200
    return answer


def test_every_change_on_either_side_opens_a_watch(officer_client, jinan, changed):
    ActivityFactory(relationships=[jinan], when="2012-05", students=9)
    ActivityFactory(relationships=[jinan], when="2014-05", government_role="lead")

    context = opened(officer_client).context

    found = [(one.change.leader.name, one.is_ours) for one, _address in context["rows"]]
    assert found == [("Yu", False), ("Masters", True), ("Fougere", True)]
    assert context["survival"].all == (1, 2)
    assert context["survival"].with_community == (1, 1)
    assert [one.change.leader.name for one, _days in context["open"]] == ["Yu"]
    assert "1 of 2 changes of leader were followed by an activity" in context["statement"][0]


def test_a_watch_closes_when_an_activity_is_held(officer_client, jinan, changed):
    ActivityFactory(relationships=[jinan], when="2025-09", title="choir", students=9)

    answer = opened(officer_client)

    assert answer.context["open"] == []
    assert "not counted yet" in answer.content.decode()
    listed = officer_client.get(answer.context["rows"][0][1]).context["page_obj"].object_list
    assert [activity.title for activity in listed] == ["choir"]


def test_a_change_before_the_tie_began_is_none_of_it(officer_client, jinan, changed):
    jinan.start_date = date(2015, 1, 1)
    jinan.save()

    rows = opened(officer_client).context["rows"]

    assert [one.change.leader.name for one, _address in rows] == ["Yu", "Masters"]


def test_of_a_tie_that_is_over_no_watch_is_open(officer_client, jinan, changed):
    jinan.legal_status = "ended"
    jinan.save()

    assert opened(officer_client).context["open"] == []


def test_a_term_known_to_the_year_begins_on_its_last_day(officer_client, jinan):
    LeaderFactory(city=jinan.home_city, name="Fiacco", from_date=date(2000, 1, 1))
    LeaderFactory(
        city=jinan.home_city, name="Fougere", from_date=date(2012, 1, 1), from_precision="year"
    )

    (one, _address), *_ = opened(officer_client).context["rows"]

    assert one.watch.since == date(2012, 12, 31)


def test_an_officer_adds_a_term(officer_client, officer, jinan, term):
    answer = officer_client.post(f"{LEADERS}new/", term)

    leader = Leader.objects.get()
    assert answer.status_code == 302
    assert (str(leader.since), leader.city, leader.created_by) == (
        "2021", jinan.partner_city, officer,
    )  # fmt: skip


def test_a_term_is_removed_and_undo_enters_it_as_it_was(officer_client, jinan):
    term = LeaderFactory(
        city=jinan.partner_city, name="孫", native_name="孫", from_date=date(2021, 5, 1),
        from_precision="month", to_date=date(2025, 4, 30), source="https://example.org/",
    )  # fmt: skip

    said = officer_client.post(f"{LEADERS}{term.pk}/remove/", follow=True).content.decode()
    assert not Leader.objects.exists()

    (form,) = re.findall(
        r'<form class="d-inline" method="post" action="([^"]+)">(.*?)</form>', said
    )
    sent = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form[1]))
    officer_client.post(html.unescape(form[0]), sent)

    back = Leader.objects.get()
    for name in ("city", "post", "name", "native_name", "since", "to_date", "source"):
        assert getattr(back, name) == getattr(term, name)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"since": "soon"}, "Write a year, a month or a day"),
        ({"since": ""}, "Say from when, if only the year."),
        ({"to_date": "2019-01-01"}, "A term cannot end before it begins."),
        ({"source": ""}, "Say where the public record says so."),
        ({"city": "999999999999999999999"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_is_said(officer_client, term, wrong, sentence):
    answer = officer_client.post(f"{LEADERS}new/", term | wrong)

    assert sentence in answer.content.decode()
    assert not Leader.objects.exists()


def test_a_term_that_begins_on_the_same_day_is_refused(officer_client, jinan, term):
    LeaderFactory(city=jinan.partner_city, from_date=date(2021, 1, 1), from_precision="year")

    page = officer_client.post(f"{LEADERS}new/", term).content.decode()

    assert "A term of this post begins on this day already." in page


def test_the_second_of_two_editors_is_told(officer_client, jinan, term):
    leader = LeaderFactory(city=jinan.partner_city, version=2)

    answer = officer_client.post(f"{LEADERS}{leader.pk}/edit/", term | {"version": 1})

    assert answer.status_code == 409


def test_a_corrected_term_is_saved_with_who(officer_client, officer, jinan, term):
    leader = LeaderFactory(city=jinan.partner_city)

    officer_client.post(f"{LEADERS}{leader.pk}/edit/", term | {"version": 1})

    leader.refresh_from_db()
    assert (leader.name, leader.updated_by, leader.version) == ("Yu Haitian", officer, 2)


def test_the_page_of_a_tie_names_its_leaders_and_its_open_watch(officer_client, jinan, changed):
    page = officer_client.get(jinan.get_absolute_url()).content.decode()

    assert "Masters" in page
    assert "Fougere" not in page
    assert "Nothing has been held since Yu came into office." in page


def test_without_a_term_the_page_says_what_to_add(officer_client, jinan):
    page = opened(officer_client).content.decode()

    assert "No change of leader is on record" in page
    assert "No term is on record." in page


def test_twenty_ties_ask_no_more_of_the_database_than_two(
    officer_client, office, django_assert_num_queries, django_assert_max_num_queries
):
    def add(number):
        for _ in range(number):
            tie = RelationshipFactory(office=office)
            LeaderFactory(city=tie.partner_city, from_date=date(2010, 1, 1))
            LeaderFactory(city=tie.partner_city, from_date=date(2019, 1, 1))
            ActivityFactory(relationships=[tie], when="2019-05", students=3)

    add(2)
    with django_assert_max_num_queries(18) as few:
        opened(officer_client)
    add(18)

    with django_assert_num_queries(len(few)):
        assert opened(officer_client).context["survival"].all == (20, 20)
