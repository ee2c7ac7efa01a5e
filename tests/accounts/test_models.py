import pytest
from django.core.exceptions import ValidationError

from accounts.models import Office, User
from tests.factories import OfficeFactory, OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_an_address_is_kept_in_lower_case():
    user = User.objects.create_user(" Ann@Example.ORG ", "a long password", name="Ann")

    assert user.email == "ann@example.org"
    assert User.objects.get_by_natural_key("ANN@example.org") == user


def test_a_person_needs_an_address():
    with pytest.raises(ValueError, match="e-mail"):
        User.objects.create_user("", name="Ann")


def test_a_superuser_may_open_the_administration():
    user = User.objects.create_superuser("root@example.org", "a long password", name="Root")

    assert user.is_staff
    assert user.is_superuser


def test_a_person_without_a_name_is_called_by_the_address():
    assert str(UserFactory(name="", email="ann@example.org")) == "ann@example.org"


@pytest.mark.parametrize("zone", ["America/Toronto", "Asia/Tokyo"])
def test_a_time_zone_is_one_of_the_worlds(zone):
    OfficeFactory(time_zone=zone).full_clean()


def test_a_made_up_time_zone_is_refused():
    office = OfficeFactory.build(time_zone="Montreal/Downtown")

    with pytest.raises(ValidationError, match="Montreal/Downtown"):
        office.full_clean()


def test_an_office_is_its_own_office():
    office = Office(name="Montréal")

    assert office.office is office


def test_a_record_notes_who_made_and_who_changed_it(officer, coordinator, office):
    school = OrganisationFactory.build(office=office)
    school.stamp(officer)
    school.save()

    school.stamp(coordinator)
    school.save()

    assert (school.created_by, school.updated_by, school.version) == (officer, coordinator, 2)
