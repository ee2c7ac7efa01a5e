from datetime import date

import pytest

from activities.models import Activity, Programme
from relationships.dates import PartialDate
from tests.factories import (
    ActivityFactory,
    OrganisationFactory,
    ProgrammeFactory,
    ReferenceTieFactory,
    RelationshipFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2015", None, date(2015, 1, 1), date(2015, 12, 31)),
        ("2015-02", None, date(2015, 2, 1), date(2015, 2, 28)),
        ("2015-02-03", None, date(2015, 2, 3), date(2015, 2, 3)),
        ("2015-02-03", "2015-03", date(2015, 2, 3), date(2015, 3, 31)),
        ("2014", "2015-03-04", date(2014, 1, 1), date(2015, 3, 4)),
    ],
)
def test_a_period_is_kept_as_the_first_and_last_day_it_allows(start, end, first, last):
    activity = Activity()

    activity.take_period(PartialDate.parse(start), PartialDate.parse(end) if end else None)

    assert (activity.start_date, activity.end_date) == (first, last)
    assert (str(activity.starts), str(activity.ends)) == (start, end or start)
    assert activity.ends.last == last


def test_a_lead_organisation_says_for_whom_it_leads():
    activity = ActivityFactory()
    activity.lead_organisation = OrganisationFactory(office=activity.office, kind="school")

    activity.full_clean()

    assert activity.led_by == "community"


def test_what_the_officer_says_of_the_lead_stands():
    activity = ActivityFactory(led_by="business")
    activity.lead_organisation = OrganisationFactory(office=activity.office, kind="school")

    activity.full_clean()

    assert activity.led_by == "business"


def test_a_year_takes_the_activities_that_have_a_day_in_it():
    before = ActivityFactory(when="2018-12-31")
    over_new_year = ActivityFactory(when="2018-12-31", until="2019-01-01")
    within = ActivityFactory(when="2019-06")

    found = set(Activity.objects.overlapping(date(2019, 1, 1), date(2019, 12, 31)))

    assert found == {over_new_year, within}
    assert before not in found


def test_planned_activities_whose_day_has_passed_wait_for_an_answer():
    waiting = ActivityFactory(status="planned", when="2019-05-14")
    ActivityFactory(status="planned", when="2019-05-15")
    ActivityFactory(status="held", when="2019-05-01")

    assert list(Activity.objects.awaiting_confirmation(date(2019, 5, 15))) == [waiting]


def test_live_activities_by_letter_and_by_tie():
    tie = RelationshipFactory()
    found = ActivityFactory(relationships=[tie], students=3)
    ActivityFactory(relationships=[tie], government_role="lead")
    ActivityFactory(students=3)

    assert list(Activity.objects.live().involving("C", "M").of_relationship(tie)) == [found]


def test_what_is_void_can_be_left_out():
    kept = ActivityFactory()
    ActivityFactory(status="void", reason_code="mistake")

    assert list(Activity.objects.not_void()) == [kept]


def test_activities_of_reference_ties_are_left_out_of_an_offices_own(officer, office):
    own = ActivityFactory(office=office)
    ActivityFactory(relationships=[ReferenceTieFactory()])

    assert Activity.objects.visible_to(officer).count() == 2
    assert list(Activity.objects.visible_to(officer).owned()) == [own]


@pytest.mark.parametrize(
    ("year", "is_due"), [(2014, False), (2015, True), (2016, False), (2017, True), (2021, False)]
)
def test_a_programme_is_due_every_so_many_years_from_first_to_last(year, is_due):
    programme = ProgrammeFactory(first_year=2015, every_years=2, last_year=2020)

    assert programme.is_due_in(year) == is_due


@pytest.mark.parametrize(
    ("year", "runs"), [(2014, False), (2015, True), (2020, True), (2021, False)]
)
def test_a_programme_runs_from_its_first_to_its_last_year(year, runs):
    ProgrammeFactory(first_year=2015, last_year=2020)

    assert Programme.objects.running_in(year).exists() == runs
