import pytest

from tests.factories import MembershipFactory


def test_who_comes_to_look_lands_on_the_dashboard(councillor_client):
    answer = councillor_client.get("/")

    assert answer.url == "/dashboard/"


@pytest.mark.parametrize("person", ["officer", "coordinator"])
def test_who_records_lands_on_the_desk(request, sign_in, person):
    answer = sign_in(request.getfixturevalue(person)).get("/")

    assert answer.url == "/desk/"


@pytest.mark.parametrize("person", ["administrator", "auditor"])
def test_who_answers_nothing_lands_on_the_relationships(request, sign_in, person):
    answer = sign_in(request.getfixturevalue(person)).get("/")

    assert answer.url == "/relationships/"


def test_one_working_role_is_enough(councillor, sign_in, other_office):
    MembershipFactory(user=councillor, office=other_office, role="officer")

    answer = sign_in(councillor).get("/", follow=True)

    assert answer.redirect_chain == [("/desk/", 302)]
    assert answer.context["office"] == other_office
