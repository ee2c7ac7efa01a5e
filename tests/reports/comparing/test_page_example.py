import pytest
from django.core.cache import cache
from django.test import Client

from tests.factories import CohortFactory, RelationshipFactory


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def small_demonstration(db, hold):
    """Two made-up cohorts with one partner in common; not the figures of the article."""
    canada, japan = RelationshipFactory.create_batch(2, office__is_demonstration=True)
    japan.partner_city = canada.partner_city
    japan.save()
    hold([canada], 1, students=3)
    hold([japan], 4, students=3)
    for name, tie in (("canada", canada), ("japan", japan)):
        cohort = CohortFactory(name=f"demonstration_{name}", is_demonstration=True)
        cohort.relationships.set([tie])


def test_without_the_demonstration_it_says_so(db):
    answer = Client().get("/example/")

    assert answer.status_code == 200
    assert "The example is not on this portal" in answer.content.decode()


def test_without_the_demonstration_compare_asks_for_two_groups(officer_client):
    answer = officer_client.get("/dashboard/compare/")

    assert "Choose two groups of ties" in answer.content.decode()


def test_a_changed_demonstration_is_not_taken_for_the_article(small_demonstration):
    page = Client().get("/example/").content.decode()

    assert "Somebody has changed the demonstration record on this portal." in page


def test_many_strangers_cost_the_database_one_count(
    small_demonstration, django_assert_max_num_queries
):
    Client().get("/example/")

    with django_assert_max_num_queries(2):  # the savepoint of a request, where there is one
        answer = Client().get("/example/")

    assert answer["Cache-Control"] == "max-age=300"


def test_the_example_names_no_tie(small_demonstration):
    assert "City " not in Client().get("/example/").content.decode()


def test_the_sign_in_page_leads_to_it(db):
    assert 'href="/example/"' in Client().get("/sign-in/").content.decode()
