from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from activities.filters import ActivityFilter
from activities.models import Activity
from relationships.dates import PartialDate
from reports.metrics.years import counting_year, years_touched
from tests.factories import ActivityFactory, OfficeFactory, ReferenceTieFactory, RelationshipFactory

pytestmark = pytest.mark.django_db


def narrowed(user, **chosen):
    return ActivityFilter(
        data=chosen,
        queryset=Activity.objects.visible_to(user),
        request=SimpleNamespace(user=user),
    )


@pytest.mark.parametrize(
    ("chosen", "fields"),
    [
        ({"q": "choir"}, {"title": "A choir from Shanghai"}),
        ({"type": "performance"}, {"type": "performance"}),
        ({"status": "planned"}, {"status": "planned"}),
        ({"mode": "virtual"}, {"mode": "virtual"}),
        ({"field": "sport"}, {"fields": ["sport", "youth"]}),
        ({"involvement": "C"}, {"students": 12}),
        ({"live": "false"}, {"substance": "courtesy"}),
        ({"date_from": "2019-06-01"}, {"when": "2019-05-30", "until": "2019-06-01"}),
        ({"date_to": "2019-05-13"}, {"when": "2019-05-13", "until": "2019-05-20"}),
        ({"year": "2020"}, {"when": "2019-12-31", "until": "2020-01-01"}),
    ],
)
def test_a_choice_keeps_only_its_activities(officer, office, chosen, fields):
    found = ActivityFactory(office=office, **fields)
    ActivityFactory(office=office, government_role="lead")

    assert list(narrowed(officer, **chosen).qs) == [found]


@pytest.mark.parametrize(
    ("name", "letters"), [("government", "GM"), ("non_government", "BC"), ("community", "CM")]
)
def test_a_class_holds_the_letters_of_the_metrics(officer, office, name, letters):
    for role in ["none", "lead"]:
        ActivityFactory(office=office, government_role=role)
        ActivityFactory(office=office, government_role=role, students=3)
    ActivityFactory(office=office, business=2)

    found = narrowed(officer, involvement_class=name).qs

    assert sorted(found.values_list("involvement", flat=True)) == list(letters)


def test_the_policy_year_is_that_of_the_office_of_each_activity(officer, office):
    office.fiscal_year_start_month = 4
    office.save()
    march = ActivityFactory(office=office, when="2019-03-31")
    april = ActivityFactory(office=office, when="2019-04-01")
    reference = ActivityFactory(relationships=[ReferenceTieFactory()], when="2019-03-31")

    assert set(narrowed(officer, year=2018).qs) == {march}
    assert set(narrowed(officer, year=2019).qs) == {april, reference}


@pytest.mark.parametrize("year", ["19", "99999", "2019.5", "-5", "next"])
def test_a_year_has_four_figures(officer, year):
    assert "year" in narrowed(officer, year=year).errors


def test_the_relationship_may_be_a_reference_tie_but_only_own_ones_are_listed(officer, office):
    own, reference = RelationshipFactory(office=office), ReferenceTieFactory()
    found = ActivityFactory(relationships=[reference])

    chosen = narrowed(officer, relationship=reference.pk)
    listed = [value for value, _ in chosen.form.fields["relationship"].choices if value]

    assert list(chosen.qs) == [found]
    assert [value.value for value in listed] == [own.pk]


def test_what_belongs_to_another_office_is_no_choice(officer, other_office):
    tie = RelationshipFactory(office=other_office)

    errors = narrowed(officer, office=other_office.slug, relationship=tie.pk).errors

    assert set(errors) == {"office", "relationship"}


def test_an_activity_of_two_relationships_is_listed_once(officer, office):
    ties = [RelationshipFactory(office=office) for _ in range(2)]
    activity = ActivityFactory(relationships=ties, fields=["sport", "youth"])

    assert list(narrowed(officer, field="youth", relationship=ties[1].pk).qs) == [activity]


def partial_dates():
    days = st.dates(date(2017, 1, 1), date(2021, 12, 31)).map(str)
    return st.tuples(days, st.sampled_from([4, 7, 10])).map(
        lambda d: PartialDate.parse(d[0][: d[1]])
    )


class PolicyYears(TestCase):
    @given(partial_dates(), partial_dates(), st.integers(1, 12))
    def test_the_database_and_the_metrics_agree_on_the_years_of_a_date(self, one, other, month):
        start, end = sorted([one, other], key=lambda d: (d.first, d.last))
        office = OfficeFactory(fiscal_year_start_month=month)
        ActivityFactory(office=office, when=str(start), until=str(end))
        expected = years_touched(start.first, end.last, start.precision, end.precision, month)

        found = [year for year in range(2015, 2024) if Activity.objects.in_policy_year(year)]

        assert found == list(expected)

    @given(partial_dates(), partial_dates(), st.integers(1, 12))
    def test_the_database_and_the_metrics_agree_on_the_year_it_counts_in(self, one, other, month):
        start, end = sorted([one, other], key=lambda d: (d.first, d.last))
        office = OfficeFactory(fiscal_year_start_month=month)
        ActivityFactory(office=office, when=str(start), until=str(end))
        expected = counting_year(start.first, end.last, start.precision, end.precision, month)
        counted = Activity.objects

        found = [
            year
            for year in range(2014, 2024)
            if counted.counted_from(year).counted_until(year).exists()
        ]

        assert found == [expected]


def test_the_filters_of_ties_ask_for_one_tie_that_has_all_of_it(officer, office):
    chinese = RelationshipFactory(office=office, partner_city__country="CN", tier="friendship")
    japanese = RelationshipFactory(office=office, partner_city__country="JP", tier="sister")
    shared = ActivityFactory(relationships=[chinese, japanese])

    assert list(narrowed(officer, country="CN", tier="friendship").qs) == [shared]
    assert list(narrowed(officer, country="CN", tier="sister").qs) == []
    assert list(narrowed(officer, country="CN,JP").qs) == [shared]


@pytest.mark.parametrize("typed", ["éCOLE", "ecole", "Élèves de l'École", "ELEVES"])
def test_a_title_is_found_whatever_case_and_accents(typed, officer, office):
    tie = RelationshipFactory(office=office)
    activity = ActivityFactory(relationships=[tie], title="Élèves de l’école Œuvre")
    ActivityFactory(relationships=[tie], title="Choir")

    assert list(narrowed(officer, q=typed).qs) == [activity]


def test_a_title_is_found_however_it_was_written(officer, office):
    tie = RelationshipFactory(office=office)
    one, other = (ActivityFactory(relationships=[tie], title="Before") for _ in range(2))

    one.title = "ÉTÉ"
    one.save(update_fields=["title"])
    other.title = "L'ÉTÉ 2026"
    Activity.objects.bulk_update([other], ["title"])

    assert set(narrowed(officer, q="été").qs) == {one, other}
    assert not narrowed(officer, q="before").qs
