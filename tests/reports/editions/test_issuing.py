"""A draft becomes an issued edition, is made again or discarded; an issued one never changes."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from pypdf import PdfReader

from reports.editions.building import build_edition, request_edition
from reports.editions.issuing import (
    discard_draft,
    issue_edition,
    rebuild_draft,
    restate_edition,
)
from reports.models import Edition, JobRun
from tests.factories import ActivityFactory, CityFactory, RelationshipFactory

SECOND_OF_APRIL = datetime(2020, 4, 2, 15, tzinfo=UTC)


@pytest.fixture
def draft(office, ties):
    return built(office)


def built(office, language="en-ca"):
    edition = request_edition(office=office, year=2019, as_of=date(2019, 12, 31), language=language)
    build_edition(edition=edition)
    return Edition.objects.get(pk=edition.pk)


def issued(draft, by=None):
    build_edition(edition=issue_edition(edition=draft, by=by, at=SECOND_OF_APRIL))
    return Edition.objects.get(pk=draft.pk)


def text_of(edition, format):
    with edition.files.get(format=format).file.open("rb") as source:
        data = source.read()
    if format == "pdf":
        pages = PdfReader(io.BytesIO(data)).pages
        return " ".join(" ".join(page.extract_text().split()) for page in pages)
    return data.decode("utf-8-sig")


def test_a_draft_says_so_in_its_files(draft):
    for format in ("pdf", "txt", "json"):
        assert "Draft. Not issued: the figures may still change." in text_of(draft, format)
    assert "draft" in text_of(draft, "csv").splitlines()[1]


def test_issued_it_has_a_number_the_same_hash_and_says_both_in_its_files(draft, coordinator):
    edition = issued(draft, by=coordinator)

    assert (edition.number_text, edition.issued_by) == ("2019-1", coordinator)
    assert edition.sha256 == draft.sha256
    for format in ("pdf", "txt", "json"):
        assert "Issued as no. 2019-1 on 2 Apr 2020." in text_of(edition, format)
        assert "Not issued" not in text_of(edition, format)
    assert json.loads(text_of(edition, "json"))["imprint"]["sha256"] == edition.sha256
    assert text_of(edition, "csv").splitlines()[1].endswith("2019-1")


@pytest.mark.parametrize(
    ("name", "value"), [("as_of", date(2020, 1, 1)), ("summary", {}), ("number", 7)]
)
def test_nothing_of_an_issued_edition_changes(draft, name, value):
    edition = issued(draft)
    setattr(edition, name, value)

    with pytest.raises(ValidationError, match="does not change"):
        edition.save()


@pytest.mark.parametrize("values", [{"summary": {}}, {"restates": None}, {"issued_by_id": None}])
def test_nothing_of_an_issued_edition_changes_among_many(draft, values):
    issued(draft)

    with pytest.raises(ValidationError, match="does not change"):
        Edition.objects.update(**values)


def test_an_issued_edition_is_not_removed_among_many(draft, office):
    issued(draft)
    built(office)

    with pytest.raises(ValidationError, match="kept for good"):
        Edition.objects.all().delete()
    assert Edition.objects.count() == 2


@pytest.mark.parametrize("act", [rebuild_draft, discard_draft])
def test_an_issued_edition_is_neither_made_again_nor_discarded(draft, act):
    edition = issued(draft)

    with pytest.raises(ValidationError, match="no draft any more"):
        act(edition=edition)
    with pytest.raises(ValidationError, match="kept for good"):
        edition.delete()


def test_two_ties_of_one_name_are_told_apart_in_the_changes(office, ties):
    official, _sporting = ties
    namesake = CityFactory(name="Xi'an", country="CN", region="Elsewhere")
    twin = RelationshipFactory(office=office, home_city=official.home_city, partner_city=namesake)
    edition = issued(built(office))
    ActivityFactory(relationships=[twin], when="2018-01-01", students=3)
    draft, _ = restate_edition(edition=edition, reason="A trip was found.", by=None)
    build_edition(edition=draft)

    rows = csv.DictReader(io.StringIO(text_of(draft, "csv").removeprefix("\ufeff")))

    changes = {row["Number"]: row["Changed since no. 2019-1"] for row in rows}
    assert "2018: not reported → community" in changes[str(twin.pk)]
    assert changes[str(official.pk)] == ""


def test_a_second_edition_of_the_year_has_to_restate_the_first(draft, office):
    issued(draft)
    second = built(office)

    with pytest.raises(ValidationError, match=r"No\. 2019-1 stands"):
        issue_edition(edition=second, by=None, at=SECOND_OF_APRIL)


def test_each_language_counts_for_itself(draft, office):
    issued(draft)

    assert issued(built(office, "fr-ca")).number_text == "2019-1"


def test_what_is_not_built_is_not_issued(office, ties):
    waiting = request_edition(office=office, year=2019, as_of=date(2019, 12, 31), language="en-ca")

    with pytest.raises(ValidationError, match="not built yet"):
        issue_edition(edition=waiting, by=None, at=SECOND_OF_APRIL)


def test_a_draft_is_made_again_from_what_is_on_record_now(draft, ties):
    ActivityFactory(relationships=[ties[0]], when="2015-02-02", artists=3)

    build_edition(edition=rebuild_draft(edition=draft))

    again = Edition.objects.get()
    assert again.sha256 != draft.sha256
    assert len(again.summary["activities"]) == len(draft.summary["activities"]) + 1
    assert again.files.count() == draft.files.count()


def test_a_discarded_draft_leaves_neither_file_nor_run(draft, django_capture_on_commit_callbacks):
    file = draft.files.get(format="pdf").file

    with django_capture_on_commit_callbacks(execute=True):
        discard_draft(edition=draft)

    assert not Edition.objects.exists()
    assert not JobRun.objects.filter(name="edition").exists()
    assert not file.storage.exists(file.name)


def test_a_restatement_takes_the_place_of_the_first_and_says_what_changed_and_why(
    draft, ties, coordinator
):
    first = issued(draft)
    late = ActivityFactory(relationships=[ties[1]], title="Choir", when="2016-05-05", artists=9)
    revised, _ = restate_edition(edition=first, reason="The choir was forgotten.", by=coordinator)
    build_edition(edition=revised)

    second = issued(revised)

    first.refresh_from_db()
    said = second.summary["restatement"]
    assert (first.state, second.number_text) == ("restated", "2019-2")
    sentence, likelihood, *_rest = said["lines"]
    assert (sentence["part"], sentence["subject"]) == ("statement", "All relationships")
    assert {"part": "likelihood", "before": "4/10", "after": "5/10"}.items() <= likelihood.items()
    assert [(record["kind"], record["id"]) for record in said["records"]] == [("Activity", late.pk)]
    for format in ("pdf", "txt", "json"):
        text = text_of(second, format)
        assert "The choir was forgotten." in text
        assert "It restates no. 2019-1." in text
    assert "not reported → community" in text_of(second, "csv")


def test_only_what_stands_is_restated(draft):
    with pytest.raises(ValidationError, match="that stands"):
        restate_edition(edition=draft, reason="x", by=None)


def test_a_restatement_asked_for_twice_is_one_draft_with_the_first_reason(draft):
    first = issued(draft)
    kept, _ = restate_edition(edition=first, reason="The choir.", by=None)

    again, is_new = restate_edition(edition=first, reason="Another.", by=None)

    assert (again.pk, again.reason, is_new) == (kept.pk, "The choir.", False)
    assert Edition.objects.drafts().count() == 1
