import hashlib
from datetime import date

import pytest

from reports.editions import building
from reports.editions.building import build_edition, request_edition
from reports.editions.formats import RENDERERS
from reports.editions.making import restart_edition
from reports.models import Edition
from tests.factories import ActivityFactory


@pytest.fixture
def edition(office, ties, officer):
    return request_edition(
        office=office, year=2019, as_of=date(2019, 12, 31), language="en-ca", by=officer
    )


def test_an_edition_is_ordered_before_anything_runs(edition):
    assert edition.job_run.state == "queued"
    assert edition.job_run.total == 1 + len(RENDERERS)


def test_building_keeps_summary_hash_and_every_file(edition):
    build_edition(edition=edition)

    kept = Edition.objects.get()
    assert kept.job_run.state == "done"
    assert kept.job_run.done == kept.job_run.total
    assert len(kept.sha256) == 64
    assert {file.format for file in kept.files.all()} == set(RENDERERS)
    for file in kept.files.all():
        with file.file.open() as source:
            data = source.read()
        assert (file.size, file.sha256) == (len(data), hashlib.sha256(data).hexdigest())


def test_building_twice_changes_nothing(edition):
    build_edition(edition=edition)
    before = set(edition.files.values_list("pk", "sha256"))

    build_edition(edition=Edition.objects.get())

    assert set(edition.files.values_list("pk", "sha256")) == before


def test_a_failure_is_told_and_the_next_try_keeps_the_frozen_figures(edition, ties, monkeypatch):
    monkeypatch.setitem(building.RENDERERS, "csv", lambda content: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build_edition(edition=edition)
    failed = Edition.objects.get()
    frozen = failed.sha256
    ActivityFactory(relationships=[ties[0]], when="2015-02-02", artists=3)
    monkeypatch.undo()

    assert failed.job_run.state == "failed"
    assert "Try again" in failed.job_run.note
    assert restart_edition(edition=failed)
    build_edition(edition=Edition.objects.get())

    again = Edition.objects.get()
    assert again.job_run.state == "done"
    assert again.sha256 == frozen
    assert again.files.count() == len(RENDERERS)


def test_only_a_failed_edition_can_be_started_again(edition):
    build_edition(edition=edition)

    assert not restart_edition(edition=edition)
