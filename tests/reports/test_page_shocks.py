import pytest

from relationships.models import Shock
from tests.factories import ShockFactory

SHOCKS = "/dashboard/shocks/"


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def marked():
    return {
        "name": "Dispute over islands",
        "kind": "dispute",
        "countries": ["CN", "KR"],
        "start_date": "2012-09-11",
        "end_date": "",
        "source": "",
    }


def test_own_shocks_and_those_for_everybody_are_listed(officer_client, office, other_office):
    ShockFactory(name="ours", office=office)
    ShockFactory(name="for all", office=None)
    ShockFactory(name="theirs", office=other_office)

    listed = officer_client.get(SHOCKS).context["shocks"]

    assert {shock.name for shock in listed} == {"ours", "for all"}


def test_an_officer_marks_a_shock(officer_client, officer, office, marked):
    answer = officer_client.post(f"{SHOCKS}new/", marked)

    shock = Shock.objects.get()
    assert answer["Location"] == shock.get_absolute_url()
    assert (shock.office, shock.created_by) == (office, officer)
    assert [country.code for country in shock.countries] == ["CN", "KR"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"start_date": "2026-02-04"}, "It cannot begin after today."),
        ({"end_date": "2011-01-01"}, "A shock cannot end before it begins."),
        ({"name": ""}, "Say what happened."),
        ({"kind": "flood"}, "Select a valid choice"),
        ({"countries": ["XX"]}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_is_said(officer_client, marked, wrong, sentence):
    answer = officer_client.post(f"{SHOCKS}new/", marked | wrong)

    assert sentence in answer.content.decode()
    assert not Shock.objects.exists()


def test_the_second_of_two_editors_is_told(officer_client, office, marked):
    shock = ShockFactory(office=office, version=2)

    answer = officer_client.post(f"{SHOCKS}{shock.pk}/edit/", marked | {"version": 1})

    assert answer.status_code == 409


def test_a_removed_shock_is_hidden_and_comes_back(officer_client, office):
    shock = ShockFactory(office=office)

    answer = officer_client.post(f"{SHOCKS}{shock.pk}/remove/", follow=True)

    assert not answer.context["shocks"]
    assert officer_client.get(f"{SHOCKS}{shock.pk}/").status_code == 404
    officer_client.post(f"{SHOCKS}{shock.pk}/restore/")
    assert officer_client.get(f"{SHOCKS}{shock.pk}/").status_code == 200


@pytest.mark.parametrize("act", ["remove", "restore", "edit"])
def test_a_shock_for_everybody_is_only_read(coordinator_client, act):
    shock = ShockFactory(office=None)

    assert coordinator_client.post(f"{SHOCKS}{shock.pk}/{act}/").status_code == 404


@pytest.mark.parametrize("began", ["0001-01-01", "1799-12-31"])
def test_a_shock_of_a_year_that_nobody_means_is_refused(officer_client, marked, began):
    answer = officer_client.post(f"{SHOCKS}new/", marked | {"start_date": began})

    assert "Give a year from 1800 to 2100." in answer.content.decode()
    assert not Shock.objects.exists()
