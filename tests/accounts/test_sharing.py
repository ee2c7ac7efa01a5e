import pytest

from accounts.models import Office

ADDRESS = "/settings/sharing/"


def test_the_administrator_switches_sharing_on_and_off(office, administrator_client):
    administrator_client.post(ADDRESS, {"shares_with_network": "on"})
    on = Office.objects.get(pk=office.pk).shares_with_network
    administrator_client.post(ADDRESS, {})

    assert on
    assert not Office.objects.get(pk=office.pk).shares_with_network


def test_the_page_names_who_reads_for_a_network(administrator_client, network_viewer):
    assert network_viewer.name in administrator_client.get(ADDRESS).content.decode()


@pytest.mark.parametrize("person", ["officer", "coordinator", "auditor", "network_viewer"])
def test_nobody_else_opens_it(person, request, sign_in):
    assert sign_in(request.getfixturevalue(person)).get(ADDRESS).status_code == 403


def test_a_demonstration_shares_nothing(office, administrator_client):
    Office.objects.update(is_demonstration=True)

    page = administrator_client.post(ADDRESS, {"shares_with_network": "on"}).content.decode()

    assert "its record is made up" in page
    assert not Office.objects.get(pk=office.pk).shares_with_network


def test_another_office_is_not_found(administrator_client, other_office):
    assert administrator_client.get(f"{ADDRESS}?office={other_office.slug}").status_code == 404
