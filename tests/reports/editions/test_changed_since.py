"""Why a restatement differs: the records behind its figures that were changed since."""

from datetime import UTC, date, datetime

import pytest
from django.db.models import QuerySet

from reports.editions.building import build_edition, request_edition
from reports.editions.issuing import issue_edition, restate_edition
from reports.models import Edition
from tests.factories import ActivityFactory, AnnualReturnFactory, OfficeFactory, PolicyFactory


@pytest.fixture
def first(office, ties):
    draft = request_edition(office=office, year=2019, as_of=date(2019, 12, 31), language="en-ca")
    build_edition(edition=draft)
    draft.refresh_from_db()
    moment = datetime(2020, 4, 2, 15, tzinfo=UTC)
    build_edition(edition=issue_edition(edition=draft, by=None, at=moment))
    return Edition.objects.get(pk=draft.pk)


def records_of_restated(first):
    first.refresh_from_db()
    draft, _ = restate_edition(edition=first, reason="A correction.", by=None)
    build_edition(edition=draft)
    said = Edition.objects.get(pk=draft.pk).summary["restatement"]
    return [(record["kind"], record["name"]) for record in said["records"]]


def test_nothing_is_told_if_nothing_was_changed(first):
    assert records_of_restated(first) == []


def test_an_activity_that_was_removed_is_told_by_the_title_it_had(first, ties):
    activity = ties[1].activities.order_by("start_date").first()
    title = activity.title

    activity.delete()

    assert records_of_restated(first) == [("Activity", title)]


def test_an_activity_that_left_the_tie_is_told_by_the_title_it_had(first, ties):
    activity = ties[1].activities.order_by("start_date").first()
    title = activity.title

    activity.activity_relationships.all().delete()
    activity.title = "Of another office now"
    activity.save()

    assert records_of_restated(first) == [("Activity", title)]


def test_a_return_and_thresholds_are_told_as_they_change_figures_too(first, ties, office):
    AnnualReturnFactory(relationship=ties[1], year=2018, state="nil")
    AnnualReturnFactory(relationship=ties[1], year=2020, state="nil")
    PolicyFactory(office=office, valid_from=date(2016, 1, 1))

    assert records_of_restated(first) == [
        ("Annual return", "Québec – Sapporo, 2018: nil: nothing happened"),
        ("Policy", "Montréal, all tiers, 2016-01-01"),
    ]


def test_what_another_office_changed_is_not_told(first):
    PolicyFactory(office=OfficeFactory())
    ActivityFactory()

    assert records_of_restated(first) == []


def test_an_edition_without_the_moment_of_its_figures_counts_from_when_it_was_asked_for(
    first, ties
):
    QuerySet(Edition).filter(pk=first.pk).update(frozen_at=None)
    late = ActivityFactory(relationships=[ties[1]], when="2016-05-05", artists=9)

    assert ("Activity", late.title) in records_of_restated(first)
