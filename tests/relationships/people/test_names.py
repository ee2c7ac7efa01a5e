import pytest

from relationships.models import Contact
from tests.factories import ContactFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("order", "name"), [("family", "Zhang Wei"), ("given", "Wei Zhang")])
def test_a_name_stands_in_the_order_of_its_language(order, name):
    contact = Contact(family_name="Zhang", given_name="Wei", name_order=order)

    assert contact.name == name


def test_a_name_of_one_part_is_a_name():
    assert Contact(family_name="Suharto", name_order="given").name == "Suharto"


@pytest.mark.parametrize(
    "text", ["zhang wei", "Wei Zhang", "zhangwei", "張偉", "Direct", "affaires étrangères"]
)
def test_a_person_is_found_by_every_name_the_post_and_the_organisation(text):
    body = OrganisationFactory(name="Bureau des affaires etrangeres")
    contact = ContactFactory(name="Zhang Wei", native_name="張偉", organisation=body)
    ContactFactory(name="Anna Berg", post="Clerk")

    assert list(Contact.objects.named_like(text)) == [contact]


def test_the_folded_names_follow_a_change_of_some_fields():
    contact = ContactFactory(name="Zhang Wei")

    contact.family_name = "Łoś"
    contact.save(update_fields=["family_name"])

    assert list(Contact.objects.named_like("los")) == [contact]
