import pytest

from activities.quick_record import read
from tests.factories import CityFactory, RelationshipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def towada():
    return RelationshipFactory(partner_city=CityFactory(name="Towada", native_name="十和田"))


def test_a_kind_a_tie_and_a_day_are_read(towada):
    begun = read("students, Towada, 8 July 2024", [towada])

    assert begun == {
        "type": "student_exchange", "relationship": towada.pk, "start": "2024-07-08",
    }  # fmt: skip


def test_what_is_not_understood_goes_into_the_title(towada):
    begun = read("Choir in Towada, 2024-07", [towada])

    assert begun == {"relationship": towada.pk, "start": "2024-07", "title": "Choir in Towada"}


def test_a_name_of_two_ties_is_not_guessed(towada):
    other = RelationshipFactory(partner_city=towada.partner_city)

    assert read("十和田", [towada, other]) == {"title": "十和田"}


@pytest.mark.parametrize("words", ["", " , ,", "\x00", "x" * 5000, "99/99/9999", "03/04/2024"])
def test_odd_words_do_no_harm(words, towada):
    assert set(read(words, [towada])) <= {"title"}
