from datetime import date

import pytest
from django.utils import timezone

from tests.factories import (
    ActivityFactory,
    AgreementFactory,
    AlertFactory,
    CityFactory,
    CohortFactory,
    ContactFactory,
    DecisionFactory,
    ImportFactory,
    PolicyFactory,
    ReferenceTieFactory,
    RelationshipFactory,
)


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def tie(office):
    jinan = CityFactory(name="Jinan", native_name="济南", region="Shandong")
    return RelationshipFactory(
        office=office,
        home_city=CityFactory(name="Regina", country="CA"),
        partner_city=jinan,
        start_date=date(1987, 8, 10),
    )


def open_page(browser, tie, **query):
    answer = browser.get(tie.get_absolute_url(), query)
    assert answer.status_code == 200
    return answer


def page_of(browser, tie):
    return open_page(browser, tie).content.decode()


def test_the_facts_are_shown_with_both_kinds_of_status(officer_client, tie, officer):
    tie.owner = officer
    tie.save()

    page = page_of(officer_client, tie)

    for words in ["Regina – Jinan", "济南", "10 Aug 1987", "Shandong", "Sister city", "Odile"]:
        assert words in page
    assert "Legal status:" in page
    assert "s-notreported" in page


def test_the_years_reach_back_to_the_start(officer_client, tie):
    cells = open_page(officer_client, tie).context["cells"]

    assert [cells[0].year, cells[-1].year] == [1987, 2025]
    assert [cell.year for cell in cells if cell.in_window] == [2021, 2022, 2023, 2024, 2025]


def test_the_years_reach_back_to_what_happened_before_the_start(officer_client, tie):
    ActivityFactory(relationships=[tie], when="1980", students=1)

    cells = open_page(officer_client, tie).context["cells"]

    assert (cells[0].year, cells[0].mark) == (1980, "C")


def test_a_flag_says_why_by_which_rule_and_what_would_clear_it(officer_client, office, tie):
    PolicyFactory(office=office, valid_from=date(2024, 1, 1))
    ActivityFactory(relationships=[tie], when="2023", government_role="lead")

    answer = open_page(officer_client, tie)

    page = answer.content.decode()
    flags = {flag.finding.kind: flag.finding for flag in answer.context["flags"]}
    assert "official_only" in flags
    for words in [flags["official_only"].sentence, flags["official_only"].rule]:
        assert words in page
    assert "One activity in which citizens take part." in page
    assert "in force since 1 Jan 2024" in page
    assert "1 activity in the years that count" in page


def test_without_a_policy_the_page_says_whose_figures_hold(officer_client, tie):
    assert "the office has set none" in page_of(officer_client, tie)


def test_alerts_that_wait_are_one_step_away(officer_client, tie):
    waiting = AlertFactory(relationship=tie)
    AlertFactory(relationship=tie, period="2020", state="resolved", resolved_at=timezone.now())

    answer = open_page(officer_client, tie)

    assert [alert for alert, _ in answer.context["alerts"]] == [waiting]
    assert waiting.get_absolute_url() in answer.content.decode()


def test_what_happened_is_told_year_by_year_with_the_silences(officer_client, tie):
    ActivityFactory(relationships=[tie], title="Delegation", when="2015")
    ActivityFactory(relationships=[tie], title="Bronze", when="2010")

    page = page_of(officer_client, tie)

    assert "10 years without a record" in page
    assert "4 years without a record" in page
    assert page.index("Delegation") < page.index("Bronze")


def test_what_is_planned_waits_apart_from_what_should_have_been_confirmed(officer_client, tie):
    ahead = ActivityFactory(relationships=[tie], status="planned", when="2027")
    waiting = ActivityFactory(relationships=[tie], status="planned", when="2025")

    context = open_page(officer_client, tie).context

    assert list(context["ahead"]) == [ahead]
    assert list(context["waiting"]) == [waiting]
    assert context["timeline"] == []


def test_what_was_called_off_stays_in_sight(officer_client, tie):
    ActivityFactory(
        relationships=[tie], title="Choir", status="cancelled", reason_code="epidemic", when="2020"
    )

    page = page_of(officer_client, tie)

    assert "Choir" in page
    assert "Epidemic" in page


def test_void_records_are_not_shown(officer_client, tie):
    ActivityFactory(relationships=[tie], title="Typo", status="void", reason_code="mistake")

    assert "Typo" not in page_of(officer_client, tie)


def test_a_courtesy_moves_last_contact_only(officer_client, tie):
    ActivityFactory(relationships=[tie], when="2025-12-31", substance="courtesy")

    answer = open_page(officer_client, tie)

    assert "31 Dec 2025" in answer.content.decode()
    assert answer.context["last_activity"] is None


def test_the_last_contact_is_as_exact_as_the_record(officer_client, tie):
    ActivityFactory(relationships=[tie], when="2024-06", substance="courtesy")

    answer = open_page(officer_client, tie)

    assert answer.context["last_contact"].in_words() == "June 2024"
    assert "30 Jun 2024" not in answer.content.decode()


def test_every_figure_of_the_window_opens_its_rows(officer_client, tie):
    ActivityFactory(relationships=[tie], when="2023", government_role="lead")
    ActivityFactory(relationships=[tie], when="2024", students=3)
    ActivityFactory(relationships=[tie], when="2014", students=3)
    ActivityFactory(relationships=[tie], when="2022", status="cancelled", reason_code="budget")

    context = open_page(officer_client, tie).context

    behind = {
        name: officer_client.get(address).context["paginator"].count
        for name, address in context["addresses"].items()
    }
    counts = context["tie"].counts
    assert behind == {
        "window": 2,
        "government": 1,
        "community": 1,
        "with_money": 0,
        "cancelled": 1,
    }
    assert (counts.total, counts.government, counts.community) == (2, 1, 1)


def test_agreements_decisions_and_the_legal_history_are_shown(officer_client, tie, officer):
    AgreementFactory(relationship=tie, title="Accord of 1987", end_date=date(2030, 1, 1))
    decision = DecisionFactory(relationship=tie, body="City council")
    tie.record_legal_status("suspended", on=date(2022, 3, 1), by=officer, decision=decision)

    page = page_of(officer_client, tie)

    for words in ["Accord of 1987", "ends 1 Jan 2030", "City council", "suspended", "1 Mar 2022"]:
        assert words in page


def test_it_says_from_which_rows_it_came(officer_client, office, tie):
    tie.source_rows.create(
        source=ImportFactory(office=office, file_name="ties.csv"),
        office=office, kind="tie", line=9, key="CACN014",
    )  # fmt: skip

    page = page_of(officer_client, tie)

    assert "ties.csv, row 9" in page
    assert "CACN014" in page


def test_people_are_shown_only_to_roles_that_reach_them(
    officer_client, councillor_client, office, tie
):
    contact = ContactFactory(office=office, name="Zhang Wei", email="zhang@example.org")
    contact.relationships.add(tie)

    assert "Zhang Wei" in page_of(officer_client, tie)
    for_councillors = page_of(councillor_client, tie)
    assert "Zhang Wei" not in for_councillors
    assert "zhang@example.org" not in for_councillors


def test_who_left_the_post_is_not_there_any_more(officer_client, office, tie):
    contact = ContactFactory(office=office, name="Zhang Wei", to_date=date(2020, 1, 1))
    contact.relationships.add(tie)

    assert "Zhang Wei" not in page_of(officer_client, tie)


def test_peers_are_those_with_the_same_partner_on_either_side(officer_client, tie, other_office):
    wakayama = ReferenceTieFactory(partner_city=tie.partner_city)
    haifa = ReferenceTieFactory(home_city=tie.partner_city)
    ActivityFactory(relationships=[haifa], when="2020", students=1)
    same_pair = {"home_city": tie.home_city, "partner_city": tie.partner_city}
    ReferenceTieFactory(**same_pair)
    RelationshipFactory(office=other_office, partner_city=tie.partner_city)

    peers = open_page(officer_client, tie).context["peers"]

    assert peers == [haifa, wakayama]
    assert [peer.peer_city for peer in peers] == [haifa.partner_city, wakayama.home_city]


def test_a_demonstration_cohort_says_so(officer_client):
    reference = ReferenceTieFactory()
    cohort = CohortFactory(title="Canada and China", is_demonstration=True)
    cohort.relationships.add(reference)

    page = page_of(officer_client, reference)

    assert "the activities of Canada and China are made up" in page


def test_only_who_records_is_offered_to_record(officer_client, councillor_client, tie):
    record = f"/activities/new/?relationship={tie.pk}"

    assert record in page_of(officer_client, tie)
    assert record not in page_of(councillor_client, tie)


def test_a_relationship_of_another_office_is_not_found(outsider_client, tie):
    assert outsider_client.get(tie.get_absolute_url()).status_code == 404


def test_a_reference_tie_is_for_everybody_to_read(outsider_client, councillor_client):
    reference = ReferenceTieFactory()

    assert "Record an activity" not in page_of(councillor_client, reference)
    assert "activities/new/?relationship" not in page_of(outsider_client, reference)


def test_a_network_viewer_sees_no_single_relationship(network_viewer, sign_in, tie):
    assert sign_in(network_viewer).get(tie.get_absolute_url()).status_code == 403


def test_a_long_story_is_told_in_pages(officer_client, tie):
    for year in range(1950, 2001):
        ActivityFactory(relationships=[tie], when=str(year), title=f"Event of {year}")

    first = open_page(officer_client, tie).content.decode()
    second = open_page(officer_client, tie, page=2).content.decode()

    assert "Event of 2000" in first
    assert "Event of 1950" not in first
    assert "Event of 1950" in second
    assert "25 years without a record" not in second


def test_a_longer_story_asks_no_more_of_the_database(
    officer_client, tie, django_assert_num_queries, django_assert_max_num_queries
):
    def tell(years):
        for year in years:
            ActivityFactory(relationships=[tie], when=str(year), students=1)
            ReferenceTieFactory(partner_city=tie.partner_city)

    tell(range(2000, 2002))
    with django_assert_max_num_queries(45) as few:
        open_page(officer_client, tie)
    tell(range(2002, 2020))

    with django_assert_num_queries(len(few)):
        open_page(officer_client, tie)

    assert tie.activities.count() == 20
