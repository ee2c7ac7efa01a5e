import pytest

from reports.models import Alert
from tests.factories import (
    ActivityFactory,
    AlertFactory,
    CityFactory,
    PolicyFactory,
    RelationshipFactory,
)


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def alert(office):
    home, jinan = CityFactory(name="Regina", country="CA"), CityFactory(name="Jinan")
    tie = RelationshipFactory(office=office, home_city=home, partner_city=jinan)
    return AlertFactory(relationship=tie)


@pytest.fixture
def planned(alert):
    return ActivityFactory(
        relationships=[alert.relationship],
        title="Choir from Jinan",
        when="2026-05-20",
        status="planned",
        recorded_date="2026-02-03",
    )


def page_of(browser, alert):
    return browser.get(alert.get_absolute_url()).content.decode()


def answer(browser, alert, **given):
    """Answer the alert as somebody who saw it open, and follow to the page that comes."""
    return browser.post(alert.get_absolute_url(), {"seen": "open"} | given, follow=True)


def sentences(answer):
    """All that stands in the summary of errors."""
    return [error for errors in answer.context["form"].errors.values() for error in errors]


def test_it_says_why_by_which_rule_and_what_would_clear_it(officer_client, alert):
    page = page_of(officer_client, alert)

    assert "Inactive: Regina – Jinan" in page
    assert "Nothing has been held since 30 Nov 2014: 61 months on 31 Dec 2019." in page
    assert "60 months" in page
    assert "The portal&#x27;s own figures; the office has set none." in page
    assert "One activity of any kind" in page
    assert "These figures are frozen as of 31 Dec 2019." in page
    assert "Raised by the yearly check of 2019." in page


def test_it_names_the_policy_it_was_judged_by(officer_client, alert, office):
    Alert.objects.update(policy=PolicyFactory(office=office))

    assert "Montréal, all tiers, in force since 1 Jan 2015" in page_of(officer_client, alert)


def test_the_rows_behind_it_are_those_it_kept(officer_client, alert):
    kept = ActivityFactory(relationships=[alert.relationship], title="kept", when="2014-11")
    ActivityFactory(relationships=[alert.relationship], title="recorded later", when="2014-10")
    alert.activities.add(kept)

    page = page_of(officer_client, alert)

    assert kept.get_absolute_url() in page
    assert "recorded later" not in page


def test_no_row_behind_it_is_said_in_words(officer_client, alert):
    assert "No activity stands behind it" in page_of(officer_client, alert)


def test_what_lies_ahead_has_no_rows_behind_it(officer_client, alert):
    figures = {"day": "2026-05-14", "years": 40}
    rule = {"months": 12, "round_years": 5}
    Alert.objects.update(kind="anniversary_ahead", figures=figures, rule=rule)

    page = page_of(officer_client, alert)

    assert "The relationship is 40 years old on 14 May 2026." in page
    assert "The rows behind it" not in page


def test_seen_is_kept_with_who_and_with_the_note(officer_client, officer, alert):
    page = answer(officer_client, alert, answer="seen", note="I asked the school.")

    alert.refresh_from_db()
    step = alert.steps.get()
    assert (alert.state, step.taken_by, step.note) == (
        "acknowledged",
        officer,
        "I asked the school.",
    )
    assert "Your answer is kept." in page.content.decode()
    assert "Seen, Odile" in page.content.decode()


def test_planned_names_the_activity(officer_client, alert, planned):
    page = answer(officer_client, alert, answer="planned", activity=planned.pk)

    alert.refresh_from_db()
    assert (alert.state, alert.planned_activity) == ("planned", planned)
    assert f'<a href="{planned.get_absolute_url()}">Choir from Jinan</a>' in page.content.decode()


def test_planned_needs_no_activity_yet(officer_client, alert):
    answer(officer_client, alert, answer="planned", note="With the choir, in May.")

    alert.refresh_from_db()
    assert (alert.state, alert.planned_activity) == ("planned", None)


def test_snoozed_says_until_when_and_why(officer_client, alert):
    page = answer(
        officer_client, alert, answer="snoozed", until="2026-06-01", note="Elections there."
    )

    alert.refresh_from_db()
    assert (alert.state, str(alert.snoozed_until)) == ("snoozed", "2026-06-01")
    assert "Snoozed until 1 Jun 2026" in page.content.decode()
    assert "Elections there." in page.content.decode()


def test_settled_says_what_settled_it_and_takes_no_further_answer(officer_client, alert):
    page = answer(officer_client, alert, answer="resolved", note="Retired by council.")

    alert.refresh_from_db()
    assert alert.state == "resolved"
    assert "Retired by council." in page.content.decode()
    assert "On 3 Feb 2026. It takes no further answer." in page.content.decode()
    assert 'name="answer"' not in page.content.decode()


def test_what_an_activity_resolved_says_which(officer_client, alert):
    activity = ActivityFactory(relationships=[alert.relationship], title="Choir", when="2026-01")
    alert.resolve(by=None, note="An activity resolves it.", activity=activity)

    page = page_of(officer_client, alert)

    assert f'Resolved by: <a href="{activity.get_absolute_url()}">Choir</a>' in page
    assert "An activity resolves it." in page


SNOOZED = {"answer": "snoozed", "until": "2026-06-01", "note": "Elections there."}


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "This field is required."),
        ({"answer": "nonsense"}, "Select a valid choice."),
        (SNOOZED | {"until": ""}, "Choose the day on which to be asked again."),
        (SNOOZED | {"until": "next week"}, "Enter a valid date."),
        (SNOOZED | {"until": "2026-02-03"}, "Choose a day after today to be asked again."),
        (SNOOZED | {"until": "2019-01-01"}, "Choose a day after today to be asked again."),
        (SNOOZED | {"note": " "}, "Say why the alert can wait."),
        ({"answer": "resolved", "note": ""}, "Say what resolved the alert."),
        ({"answer": "seen", "note": "x" * 2001}, "Ensure this value has at most 2000 characters"),
        ({"answer": "planned", "activity": "0"}, "Choose one of those offered."),
        ({"answer": "planned", "activity": "first"}, "Choose one of those offered."),
    ],
)
def test_an_answer_that_lacks_something_is_told_what(officer_client, alert, given, sentence):
    page = answer(officer_client, alert, **given)

    alert.refresh_from_db()
    assert alert.state == "open"
    assert not alert.steps.exists()
    assert len(sentences(page)) == 1
    assert sentences(page)[0].startswith(sentence)
    assert 'role="alert"' in page.content.decode()


def test_nothing_typed_is_lost_with_an_error(officer_client, alert):
    page = answer(officer_client, alert, **SNOOZED | {"until": "2019-01-01"}).content.decode()

    assert "Elections there.</textarea>" in page
    assert 'value="2019-01-01"' in page


@pytest.mark.parametrize("whose", ["another tie", "another office"])
def test_a_plan_of_another_relationship_is_no_answer(
    officer_client, alert, office, other_office, whose
):
    owner = office if whose == "another tie" else other_office
    elsewhere = ActivityFactory(
        relationships=[RelationshipFactory(office=owner)],
        title="Elsewhere",
        when="2026-05-20",
        status="planned",
        recorded_date="2026-02-03",
    )

    page = answer(officer_client, alert, answer="planned", activity=elsewhere.pk)

    assert sentences(page) == ["Choose one of those offered."]
    assert "Elsewhere" not in page.content.decode()


def test_who_answers_second_is_told_who_was_first_and_may_answer_to_that(
    officer_client, alert, coordinator
):
    Alert.objects.get().acknowledge(by=coordinator)

    told = answer(officer_client, alert, answer="seen")
    again = answer(officer_client, alert, answer="resolved", note="Retired.", seen="acknowledged")

    assert sentences(told) == ["Corinne has answered this alert in the meantime: seen."]
    assert '<input type="hidden" name="seen" value="acknowledged"' in told.content.decode()
    assert "Your answer is kept." in again.content.decode()


def test_who_answers_what_is_resolved_meanwhile_is_told_by_whom(officer_client, alert, coordinator):
    Alert.objects.get().resolve(by=coordinator, note="Retired by council.")

    page = answer(officer_client, alert, answer="seen").content.decode()

    assert "Corinne has answered this alert in the meantime: resolved." in page
    assert "On 3 Feb 2026. It takes no further answer." in page
    assert "Retired by council." in page


def test_a_councillor_reads_and_does_not_answer(councillor_client, alert):
    page = page_of(councillor_client, alert)
    refused = answer(councillor_client, alert, answer="seen")

    assert 'name="answer"' not in page
    assert "The officers and coordinators of the office do." in page
    assert refused.status_code == 403
    assert Alert.objects.get().state == "open"


def test_an_alert_of_another_office_is_not_found(outsider_client, alert):
    assert outsider_client.get(alert.get_absolute_url()).status_code == 404
    assert answer(outsider_client, alert, answer="seen").status_code == 404
    assert Alert.objects.get().state == "open"


def test_many_rows_and_steps_ask_no_more_of_the_database(
    officer_client, officer, alert, django_assert_num_queries, django_assert_max_num_queries
):
    def add(number):
        for _ in range(number):
            row = ActivityFactory(relationships=[alert.relationship], when="2014")
            alert.activities.add(row)
            alert.plan(by=officer, note="Again.")

    add(2)
    with django_assert_max_num_queries(28) as few:
        page_of(officer_client, alert)
    add(18)

    with django_assert_num_queries(len(few)):
        page = page_of(officer_client, alert)

    assert page.count("Again.") == 20
