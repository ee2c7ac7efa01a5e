"""Next steps on the pages of the relationship and of the alert, and the draft resolution."""

from datetime import date

import pytest
from django.urls import reverse

from reports.next_steps import gather
from tests.factories import (
    ActivityFactory,
    AgreementFactory,
    AlertFactory,
    CityFactory,
    CohortFactory,
    FundingLineFactory,
    OfficeFactory,
    OrganisationFactory,
    ReferenceTieFactory,
    RelationshipFactory,
)
from tests.reports.silent_ties import silent_tie

pytestmark = pytest.mark.django_db
AS_OF = date(2026, 2, 3)


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def jinan():
    return CityFactory(name="Jinan")


@pytest.fixture
def tie(office, jinan):
    home = CityFactory(name="Regina", country="CA")
    return silent_tie(office, home_city=home, partner_city=jinan)


@pytest.fixture
def wakayama(jinan):
    """A reference tie with the same partner, which showed photographs on screens."""
    home = CityFactory(name="Wakayama", country="JP")
    peer = ReferenceTieFactory(home_city=home, partner_city=jinan)
    shown = {"type": "exhibition", "mode": "virtual", "residents": 40, "fields": ["culture"]}
    ActivityFactory(relationships=[peer], title="Photographs of Jinan", when="2024-01-30", **shown)
    return peer


def page_of(browser, record):
    return browser.get(record.get_absolute_url()).content.decode()


def test_a_flagged_tie_is_told_what_a_peer_did_what_it_would_do_and_how_to_plan_it(
    officer_client, tie, wakayama
):
    page = page_of(officer_client, tie)

    assert "Wakayama, twinned with Jinan too, did it in 2024." in page
    assert "Photographs of Jinan" in page
    assert "Held today, the tie would go from inactive to active." in page
    assert "It would clear: inactive." in page
    assert "start=2026-05&amp;title=Exhibition+with+Jinan&amp;status=planned" in page


def test_without_a_peer_the_card_says_so(officer_client, tie):
    page = page_of(officer_client, tie)

    assert "No tie known here with the same partner or country has done it yet." in page
    assert "Exhibition" not in page


def test_a_plan_from_an_alert_remembers_the_alert(officer_client, tie, wakayama):
    alert = AlertFactory(relationship=tie)

    page = page_of(officer_client, alert)

    assert f"&amp;alert={alert.pk}" in page


def test_an_alert_that_is_settled_needs_no_step(officer_client, officer, tie):
    alert = AlertFactory(relationship=tie)
    alert.resolve(by=officer, note="Settled.")

    assert "Next steps" not in page_of(officer_client, alert)


def test_a_councillor_reads_the_steps_and_is_offered_no_form_and_no_organisation(
    councillor_client, officer_client, office, tie, jinan
):
    OrganisationFactory(office=office, name="Canary School", city=jinan)

    page = page_of(councillor_client, tie)

    assert "Online classroom" in page
    assert "Plan it" not in page
    assert "Canary School" not in page
    assert "Canary School" in page_of(officer_client, tie)


def test_what_another_office_did_is_no_example_for_us(officer, tie, jinan, other_office):
    theirs = RelationshipFactory(office=other_office, partner_city=jinan)
    ActivityFactory(relationships=[theirs], when="2025-05-01", students=4)

    assert gather(tie, officer, AS_OF).deeds == []


def test_a_made_up_record_is_no_example_for_a_true_tie(officer, tie, jinan):
    made_up = ReferenceTieFactory(partner_city=jinan)
    ActivityFactory(relationships=[made_up], when="2025-05-01", students=4)
    CohortFactory(is_demonstration=True).relationships.add(made_up)

    assert gather(tie, officer, AS_OF).deeds == []


def test_who_paid_and_which_field_stand_with_the_example(officer, office, tie):
    """Another partner of our own in the same country."""
    suzhou = RelationshipFactory(office=office, home_city=tie.home_city)
    choir = ActivityFactory(relationships=[suzhou], when="2012-05", artists=30, fields=["culture"])
    FundingLineFactory(activity=choir, payer="participants")

    (found,) = gather(tie, officer, AS_OF).deeds

    assert (found.payers, found.fields) == ({"participants"}, {"culture"})
    assert (found.is_ours, found.is_same_partner) == (True, False)
    assert found.peer == str(suzhou.partner_city)


def test_what_is_too_old_planned_or_only_a_courtesy_is_no_example(officer, tie, wakayama):
    ActivityFactory(relationships=[wakayama], when="2011-02-02", students=4)
    ActivityFactory(relationships=[wakayama], when="2026-05-01", status="planned")
    ActivityFactory(relationships=[wakayama], when="2025-05-01", substance="courtesy")

    found = gather(tie, officer, AS_OF)

    assert [one.title for one in found.deeds] == ["Photographs of Jinan"]


def test_many_peers_ask_no_more_of_the_database(officer, tie, jinan, django_assert_num_queries):
    def add(number):
        for _ in range(number):
            peer = ReferenceTieFactory(partner_city=jinan)
            held = ActivityFactory(relationships=[peer], when="2024", students=3, fields=["youth"])
            FundingLineFactory(activity=held, payer="society")

    add(2)
    with django_assert_num_queries(7):
        gather(tie, officer, AS_OF)
    add(18)

    with django_assert_num_queries(7):
        assert len(gather(tie, officer, AS_OF).deeds) == 20


def test_a_reference_tie_has_no_office_to_take_a_step(officer_client, wakayama):
    assert "Next steps" not in page_of(officer_client, wakayama)


def test_a_silent_window_is_said_in_words(councillor_client, tie):
    page = councillor_client.get(reverse("draft_resolution", args=[tie.pk])).content.decode()

    assert "Whereas no activity was recorded from 2021 to 2025;" in page


def test_the_draft_resolution_says_what_the_record_says(councillor_client, tie):
    AgreementFactory(relationship=tie)

    page = councillor_client.get(reverse("draft_resolution", args=[tie.pk])).content.decode()

    assert "Draft resolution: Regina – Jinan, China" in page
    assert "partners since 10 Aug 1987" in page
    assert "Whereas the last activity on record was held in 3 Dec 2018;" in page
    assert "That the relationship with Jinan be recorded as historical;" in page


def test_a_resolution_about_a_tie_of_another_office_is_not_found(officer_client, other_office):
    theirs = RelationshipFactory(office=OfficeFactory())

    assert officer_client.get(reverse("draft_resolution", args=[theirs.pk])).status_code == 404
