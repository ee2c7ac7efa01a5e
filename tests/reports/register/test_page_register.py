"""The register of an office, read by somebody without an account."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import ActivityFactory, RelationshipFactory

pytestmark = pytest.mark.django_db

PAGE = "/register/montreal/"


@pytest.fixture
def tie(open_office):
    return RelationshipFactory(
        office=open_office, home_city__name="Montréal", partner_city__name="Shanghai"
    )


def address_of(tie, name="register_tie"):
    return reverse(name, args=["montreal", tie.pk, "montreal-shanghai"])


def text(answer):
    return answer.content.decode()


def test_a_closed_register_and_an_unknown_office_answer_alike(client, office):
    closed, unknown = client.get(PAGE), client.get("/register/nowhere/")

    assert closed.status_code == unknown.status_code == 404
    assert text(closed) == text(unknown)
    assert "no-store" in closed["Cache-Control"]


def test_closing_holds_at_once_though_the_page_was_kept(client, open_office, tie):
    assert client.get(PAGE).status_code == 200
    open_office.has_public_register = False
    open_office.save()

    answers = [PAGE, f"{PAGE}ties.csv", address_of(tie), address_of(tie, "register_strip")]

    assert {client.get(address).status_code for address in answers} == {404}


def test_it_shows_every_tie_but_those_only_proposed(client, open_office, tie):
    proposed = RelationshipFactory(office=open_office, legal_status="proposed")
    ActivityFactory(relationships=[proposed])

    page = text(client.get(PAGE))

    assert "Montréal – Shanghai" in page
    assert "nothing on record" in page
    assert str(proposed.partner_city) not in page
    refused = reverse("register_tie", args=["montreal", proposed.pk, "x"])
    assert client.get(refused).status_code == 404


@pytest.mark.parametrize(
    ("when", "year"), [("2020-02-10", "2019"), ("2020-05-10", "2020"), ("2020", "2019–2020")]
)
def test_activities_stand_under_the_policy_year_of_the_office(client, open_office, tie, when, year):
    open_office.fiscal_year_start_month = 4
    open_office.save()
    ActivityFactory(relationships=[tie], when=when, students=9)

    page = text(client.get(address_of(tie)))

    assert f'<h3 class="register-year">{year}</h3>' in page


def test_a_title_is_shown_only_where_the_office_publishes_titles(client, open_office, tie):
    ActivityFactory(relationships=[tie], title="Choir of Mrs Tremblay", type="performance")
    before = [text(client.get(PAGE)), text(client.get(address_of(tie)))]
    open_office.publishes_titles = True
    open_office.save()

    after = [text(client.get(PAGE)), text(client.get(address_of(tie)))]

    assert all("Tremblay" not in page and "Performance" in page for page in before)
    assert all("Tremblay" in page for page in after)


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "planned", "start_date": date(2019, 5, 2), "end_date": date(2019, 5, 2)},
        {"status": "void", "reason_code": "mistake"},
        {"status": "cancelled", "reason_code": "budget"},
    ],
)
def test_what_was_not_held_is_not_shown(client, open_office, tie, fields):
    ActivityFactory(relationships=[tie], type="homestay", **fields)

    assert "Homestay" not in text(client.get(PAGE)) + text(client.get(address_of(tie)))


def test_an_address_with_other_words_leads_to_the_right_one(client, tie):
    answer = client.get(reverse("register_tie", args=["montreal", tie.pk, "old-name"]))

    assert answer.status_code == 302
    assert answer["Location"] == f"{address_of(tie)}?lang=en"


def test_another_offices_tie_is_not_found(client, open_office, other_office):
    tie = RelationshipFactory(office=other_office)

    assert client.get(reverse("register_tie", args=["montreal", tie.pk, "x"])).status_code == 404


def test_no_cookie_is_read_or_set_and_any_cache_may_keep_it(coordinator_client, tie):
    answer = coordinator_client.get(PAGE)

    assert answer["Cache-Control"] == "public, max-age=300"
    assert not answer.cookies
    assert not answer.has_header("Vary")
    assert "Corinne" not in text(answer)


def test_whoever_has_the_page_is_told_so(client, tie):
    etag = client.get(PAGE)["ETag"]

    answer = client.get(PAGE, headers={"if-none-match": etag})

    assert answer.status_code == 304
    assert not answer.content


def test_the_language_stands_in_the_address(client, tie):
    assert 'lang="fr-ca"' in text(client.get(f"{PAGE}?lang=fr"))
    assert 'lang="en-ca"' in text(client.get(f"{PAGE}?lang=en", headers={"accept-language": "fr"}))


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("page=2", 404),
        ("page=0", 404),
        ("page=9999999999", 200),
        ("page=%00", 200),
        ("lang=%00", 200),
        ("x=1", 200),
    ],
)
def test_an_odd_question_breaks_nothing(client, tie, query, status):
    assert client.get(f"{PAGE}?{query}").status_code == status


def queries_of(client, address):
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("page", ["", "ties.json", "activities.csv"])
def test_reading_costs_the_same_for_two_ties_and_twenty(client, open_office, tie, page):
    ActivityFactory(relationships=[tie])
    ActivityFactory(relationships=[RelationshipFactory(office=open_office)])
    of_two = queries_of(client, PAGE + page)
    for _ in range(18):
        ActivityFactory(relationships=[RelationshipFactory(office=open_office)])

    assert queries_of(client, PAGE + page) == of_two <= 24


def test_a_page_that_was_kept_costs_one_query(client, tie):
    client.get(PAGE)

    with CaptureQueriesContext(connection) as asked:
        client.get(PAGE)

    # A request of its own transaction also begins and ends a savepoint.
    assert len([query for query in asked if query["sql"].startswith("SELECT")]) == 1
