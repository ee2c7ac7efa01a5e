"""Search: any script and spelling, each kind of record by right, a fixed number of queries."""

import pytest
from django.urls import reverse

from accounts.roles import ROLES
from activities.search import GROUPS, Question, search
from relationships.models import City
from tests.conftest import member
from tests.factories import (
    ActivityFactory,
    AgreementFactory,
    CityAliasFactory,
    CityFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    ProgrammeFactory,
    ReferenceTieFactory,
    RelationshipFactory,
)

pytestmark = pytest.mark.django_db


def tie_with(office, **city):
    home = City.objects.filter(name="Montréal").first()
    home = home or CityFactory(name="Montréal", country="CA")
    return RelationshipFactory(office=office, home_city=home, partner_city=CityFactory(**city))


def found(person, text):
    """Names of groups with the names of what was found in them."""
    results = search(Question.of(text), person)
    return {result.group.name: [hit.name for hit in result.hits] for result in results}


@pytest.fixture
def canaries(office):
    """One of everything, each named after the same bird."""

    def keep(office, mark):
        tie = tie_with(office, name=f"Canary {mark}")
        ActivityFactory(relationships=[tie], title=f"Canary visit {mark}")
        ProgrammeFactory(relationship=tie, name=f"Canary exchange {mark}")
        AgreementFactory(relationship=tie, title=f"Canary accord {mark}")
        OrganisationFactory(office=office, name=f"Canary choir {mark}")
        ContactFactory(office=office, family_name=f"Canary {mark}", given_name="")

    return keep


@pytest.mark.parametrize("typed", ["Xi'an", "xian", "XI AN", "西安", "xi’an", "Sian", "China"])
def test_a_city_is_found_by_any_of_its_names_and_by_its_country(officer, office, typed):
    tie = tie_with(office, name="Xi'an", native_name="西安")
    CityAliasFactory(city=tie.partner_city, name="Sian")

    assert found(officer, typed)["ties"] == ["Montréal – Xi'an"]
    assert found(officer, typed)["cities"][-1] == "Xi'an"


@pytest.mark.parametrize("typed", ["montreal xian", "Xi'an Montréal", "mont xi"])
def test_several_words_are_all_looked_for(officer, office, typed):
    tie_with(office, name="Xi'an")
    tie_with(office, name="Lijiang")

    assert found(officer, typed)["ties"] == ["Montréal – Xi'an"]


@pytest.mark.parametrize("typed", ["échange", "Echange", "ECHANGE"])
def test_titles_and_names_are_found_without_their_accents(officer, office, typed):
    tie = tie_with(office, name="Lille", country="FR")
    ProgrammeFactory(relationship=tie, name="Échange scolaire")
    AgreementFactory(relationship=tie, title="Accord d'échange")
    ActivityFactory(relationships=[tie], title="L'échange des écoles")

    assert found(officer, typed)["activities"] == ["L'échange des écoles"]
    assert found(officer, typed)["programmes"] == ["Échange scolaire"]
    assert found(officer, typed)["agreements"] == ["Accord d'échange"]


def test_an_agreement_without_a_title_is_found_by_its_kind(officer, office):
    AgreementFactory(relationship=tie_with(office, name="Lille"), kind="memorandum")

    assert found(officer, "MEMO")["agreements"] == ["Memorandum of understanding"]


@pytest.mark.parametrize("role", list(ROLES))
def test_each_role_finds_what_it_may_read_and_nothing_of_another_office(
    office, other_office, canaries, role
):
    person = member(office, role, "Pat")
    canaries(office, "ours")
    canaries(other_office, "theirs")

    everything = found(person, "canary")

    allowed = {group.name for group in GROUPS if group.permission in ROLES[role].permissions}
    assert set(everything) == allowed
    assert "theirs" not in str(everything)


def test_a_councillor_never_finds_a_person(councillor_client, office, canaries):
    canaries(office, "ours")

    page = councillor_client.get(reverse("search"), {"q": "canary"}).content.decode()
    asked_for = councillor_client.get(reverse("search"), {"q": "canary", "group": "contacts"})

    for answer in (page, asked_for.content.decode()):
        assert "Canary visit ours" in answer
        assert "choir" not in answer
        assert "Contacts" not in answer


def test_the_officer_of_one_office_finds_people_there_only(officer, other_office, canaries):
    """Councillor of the other office."""
    MembershipFactory(user=officer, office=other_office, role="councillor")
    canaries(other_office, "theirs")

    assert set(found(officer, "canary")) == {
        "ties", "activities", "cities", "programmes", "agreements"
    }  # fmt: skip


def test_an_anonymised_contact_and_a_void_activity_are_not_found(officer, office):
    contact = ContactFactory(office=office, family_name="Canary", given_name="")
    contact.family_name = contact.post = ""
    contact.anonymised_at = "2026-01-01T00:00Z"
    contact.save()
    tie = tie_with(office, name="Lijiang")
    ActivityFactory(relationships=[tie], title="Canary", status="void", reason_code="mistake")

    assert found(officer, "canary") == {}


def test_reference_ties_come_after_the_office_s_own(officer, office):
    jinan = CityFactory(name="Jinan")
    ReferenceTieFactory(home_city=CityFactory(name="Akita", country="JP"), partner_city=jinan)
    RelationshipFactory(
        office=office, home_city=CityFactory(name="Regina", country="CA"), partner_city=jinan
    )

    assert found(officer, "jinan")["ties"] == ["Regina – Jinan", "Akita – Jinan"]


def test_groups_are_counted_and_all_of_one_can_be_shown(officer_client, office):
    tie = tie_with(office, name="Lijiang")
    for number in range(53):
        ActivityFactory(relationships=[tie], title=f"Visit {number}")

    page = officer_client.get(reverse("search"), {"q": "visit"}).content.decode()
    second = officer_client.get(reverse("search"), {"q": "visit", "group": "activities", "page": 2})

    assert "All 53 activities" in page
    assert page.count(">Visit ") == 5
    assert len(second.context["hits"]) == 3


def test_while_one_types_only_the_answer_comes(officer_client, office):
    tie_with(office, name="Lijiang")

    answer = officer_client.get(reverse("search"), {"q": "lij"}, headers={"HX-Request": "true"})

    assert "Montréal – Lijiang" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_nothing_found_says_what_to_try(officer_client):
    page = officer_client.get(reverse("search"), {"q": "<b>nowhere"}).content.decode()

    assert "Nothing is found for “&lt;b&gt;nowhere”." in page
    assert "the city's other name" in page


@pytest.mark.parametrize(
    "query",
    ["", "?q=", "?q=%00", "?q=%25_%27%22", "?q=" + "a" * 5000, "?q=a&group=nobody",
     "?q=a&group=ties&page=9999999999999999999999", "?q=a+b+c+d+e+f+g+h+i", "?group=ties"],
)  # fmt: skip
def test_an_odd_question_is_answered_all_the_same(officer_client, office, query):
    tie_with(office, name="Lijiang")

    assert officer_client.get(f"{reverse('search')}{query}").status_code == 200


def test_twenty_of_everything_ask_no_more_than_two(
    officer_client, office, canaries, django_assert_num_queries, django_assert_max_num_queries
):
    for number in range(2):
        canaries(office, str(number))
    with django_assert_max_num_queries(22) as few:
        officer_client.get(reverse("search"), {"q": "canary"})
    for number in range(2, 20):
        canaries(office, str(number))

    with django_assert_num_queries(len(few)):
        page = officer_client.get(reverse("search"), {"q": "canary"}).content.decode()

    assert "All 20 contacts" in page
