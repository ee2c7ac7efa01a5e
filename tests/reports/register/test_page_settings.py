"""Opening and closing the register of an office."""

import pytest

from accounts.history.change import Change

pytestmark = pytest.mark.django_db

PAGE = "/settings/register/"
OPEN = {"register": "open", "register_licence": "cc0"}


def test_an_administrator_opens_it_and_takes_that_back(administrator_client, office):
    answer = administrator_client.post(PAGE, OPEN | {"publishes_titles": "on"}, follow=True)
    office.refresh_from_db()
    assert (office.has_public_register, office.publishes_titles) == (True, True)
    assert "Undo" in answer.content.decode()

    administrator_client.post(PAGE, {"register": "closed", "register_licence": "cc_by"})

    office.refresh_from_db()
    assert (office.has_public_register, office.publishes_titles) == (False, False)


def test_of_two_administrators_the_second_is_told_what_the_first_saved(
    administrator_client, office
):
    seen = administrator_client.get(PAGE).context["form"].now
    administrator_client.post(PAGE, OPEN | {"seen": seen})
    mine = {"register": "closed", "register_licence": "cc_by", "publishes_titles": "on"}

    told = administrator_client.post(PAGE, mine | {"seen": seen})
    office.refresh_from_db()
    assert office.has_public_register
    assert "Open: anybody may read it; without titles" in told.content.decode()

    administrator_client.post(PAGE, mine | {"seen": told.context["form"].now})
    office.refresh_from_db()
    assert (office.has_public_register, office.publishes_titles) == (False, True)


def test_who_opened_it_is_in_the_history(administrator_client, administrator, office):
    administrator_client.post(PAGE, OPEN)

    change = Change.objects.of_record(office).latest("timestamp")
    assert change.actor == administrator
    assert change.changes["has_public_register"] == [False, True]


def test_it_can_be_seen_before_it_opens(administrator_client, client, office):
    answer = administrator_client.get(f"{PAGE}preview/")

    assert "Preview: this is what everybody sees" in answer.content.decode()
    assert client.get("/register/montreal/").status_code == 404


@pytest.mark.parametrize("data", [{}, {"register": "ajar"}, OPEN | {"register_licence": "mine"}])
def test_what_is_not_offered_is_not_taken(administrator_client, office, data):
    answer = administrator_client.post(PAGE, data)

    office.refresh_from_db()
    assert answer.status_code == 200
    assert not office.has_public_register


def test_a_demonstration_stays_closed(administrator_client, office):
    office.is_demonstration, office.shares_with_network = True, False
    office.save()

    answer = administrator_client.post(PAGE, OPEN)

    assert "its record is made up" in answer.content.decode()


def test_the_sign_in_page_leads_to_an_open_register(client, open_office):
    assert 'href="/register/"' in client.get("/sign-in/").content.decode()
