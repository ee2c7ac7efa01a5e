import pytest

from accounts.history.forgetting import forget
from accounts.models import Change
from tests.factories import ContactFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact():
    """Li Wei, whose telephone number changed, and who was then anonymised."""
    contact = ContactFactory(given_name="Wei", family_name="Li", phone="+86 512 1", post="Director")
    contact.phone = "+86 512 2"
    contact.save()
    contact.given_name, contact.family_name, contact.phone = "", "Anonymous", ""
    contact.save()
    return contact


def said(contact):
    return str(list(Change.objects.of_record(contact).values("changes", "object_repr")))


def test_old_values_of_some_fields_are_gone_for_good(contact):
    forget(contact, ["given_name", "family_name", "phone"])

    assert "Wei" not in said(contact)
    assert "+86" not in said(contact)
    assert "Director" in said(contact)
    assert Change.objects.of_record(contact).count() == 3


def test_everything_can_be_forgotten_but_that_it_happened(contact):
    forget(contact)

    assert {str(change.changes) for change in Change.objects.of_record(contact)} == {"{}"}


def test_the_history_of_others_stays(contact):
    other = ContactFactory(given_name="Fang", family_name="Wang")

    forget(contact)

    assert "Fang" in said(other)
