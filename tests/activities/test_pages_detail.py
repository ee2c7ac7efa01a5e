import pytest

from tests.factories import (
    ActivityFactory,
    AidLineFactory,
    FundingLineFactory,
    ImportFactory,
    ReferenceTieFactory,
    RelationshipFactory,
    TravelLineFactory,
)


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office)


def page_of(browser, activity):
    answer = browser.get(activity.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def test_everything_recorded_is_shown(officer_client, tie):
    activity = ActivityFactory(
        relationships=[tie],
        fields=["youth"],
        title="Pupils in Lachine",
        place="Lachine",
        students=15,
        teachers_unnumbered=True,
        travellers=16,
        outcome="Two songs",
        note="In the rain",
        source_url="https://example.org/news",
    )

    page = page_of(officer_client, activity)

    for words in [
        "Pupils in Lachine", "Lachine", "Youth", "Students", "15", "Teachers",
        "number not known", "Travellers", "Two songs", "In the rain", "https://example.org/news",
        str(tie),
    ]:  # fmt: skip
        assert words in page


def test_it_says_what_it_counts_as_and_why(officer_client, tie):
    activity = ActivityFactory(relationships=[tie], students=15, government_role="courtesy")

    answer = officer_client.get(activity.get_absolute_url())

    counted = answer.context["counts_as"]
    assert counted.word == "community"
    assert counted.strict_word == "mixed"
    assert counted.reason in answer.content.decode()


def test_it_says_from_which_row_of_which_file_it_came(officer_client, office, tie):
    activity = ActivityFactory(relationships=[tie])
    activity.source_rows.create(
        source=ImportFactory(office=office, kind="activity", file_name="2019.xlsx"),
        office=office, kind="activity", sheet="Visits", line=7, key="A7",
    )  # fmt: skip

    page = page_of(officer_client, activity)

    assert "2019.xlsx, sheet Visits, row 7" in page
    assert "A7" in page


def test_it_says_who_recorded_and_who_changed_it(officer_client, officer, coordinator, tie):
    activity = ActivityFactory(relationships=[tie], created_by=officer)
    activity.stamp(coordinator)
    activity.save()

    page = page_of(officer_client, activity)

    assert "Odile" in page
    assert "Corinne" in page


def test_money_travel_and_aid_are_shown(officer_client, tie):
    activity = ActivityFactory(relationships=[tie])
    FundingLineFactory(activity=activity)
    TravelLineFactory(activity=activity)
    AidLineFactory(activity=activity)

    page = page_of(officer_client, activity)

    assert "Our city" in page
    assert "The mayor" in page
    assert "Masks" in page


def test_only_who_may_change_it_is_offered_to(officer_client, councillor_client, tie):
    activity = ActivityFactory(relationships=[tie])
    edit = f"{activity.get_absolute_url()}edit/"

    assert edit in page_of(officer_client, activity)
    assert edit not in page_of(councillor_client, activity)


def test_an_activity_of_another_office_is_not_found(outsider_client, tie):
    activity = ActivityFactory(relationships=[tie])

    assert outsider_client.get(activity.get_absolute_url()).status_code == 404


def test_an_activity_of_a_reference_tie_is_for_everybody(outsider_client, councillor_client):
    activity = ActivityFactory(relationships=[ReferenceTieFactory()])

    assert "edit/" not in page_of(outsider_client, activity)
    assert activity.title in page_of(councillor_client, activity)


def test_a_network_viewer_sees_no_single_activity(network_viewer, sign_in, tie):
    activity = ActivityFactory(relationships=[tie])

    assert sign_in(network_viewer).get(activity.get_absolute_url()).status_code == 403
