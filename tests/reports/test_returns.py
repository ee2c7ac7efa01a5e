"""Giving the yearly return: what is kept, what is refused, and what it changes."""

from datetime import date

import pytest

from reports.models import Alert, AnnualReturn
from reports.returns import ReturnsRefused, Word, attest, undo
from reports.summary import annual_summary
from tests.factories import (
    ActivityFactory,
    AlertFactory,
    AnnualReturnFactory,
    OfficeFactory,
    RelationshipFactory,
)
from tests.reports.silent_ties import silent_tie

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office)


def give(tie, state, *, by, year=2025, today=TODAY, **words):
    return attest(
        office=tie.office, year=year, words={tie.pk: Word(state, **words)}, by=by, today=today
    )


def mark(tie, year=2025):
    """What the strip of the tie shows for the year."""
    summary = annual_summary(
        year=year, as_of=TODAY, relationships=type(tie).objects.filter(pk=tie.pk)
    )
    return dict(summary.cells(summary.ties[0]))[year]


def test_nil_is_an_answer_with_who_when_and_a_note(tie, officer):
    before = mark(tie)

    give(tie, "nil", by=officer, note="The partner had no budget.")

    kept = AnnualReturn.objects.get()
    assert (kept.state, kept.attested_by, kept.attested_date) == ("nil", officer, TODAY)
    assert kept.note == "The partner had no budget."
    assert (before, mark(tie)) == ("not_reported", "silent")


def test_all_ties_are_returned_in_one_act(office, officer):
    active, quiet, later = (RelationshipFactory(office=office) for _ in range(3))
    ActivityFactory(relationships=[active], when="2025-05-14")
    words = {active.pk: Word("returned"), quiet.pk: Word("nil"), later.pk: Word("taken_back")}

    attest(office=office, year=2025, words=words, by=officer, today=TODAY)

    kept = AnnualReturn.objects.values_list("relationship", "state")
    assert set(kept) == {(active.pk, "returned"), (quiet.pk, "nil")}


def test_nil_is_refused_where_something_is_on_record(tie, officer):
    ActivityFactory(relationships=[tie], when="2025-05-14", title="Choir in Suzhou")

    with pytest.raises(ReturnsRefused) as refused:
        give(tie, "nil", by=officer)

    assert "“Choir in Suzhou” is on record" in refused.value.of_tie[tie.pk]


def test_that_is_all_is_refused_where_nothing_counts(tie, officer):
    ActivityFactory(relationships=[tie], when="2025-05-14", substance="courtesy")

    with pytest.raises(ReturnsRefused, match="Nothing that counts is on record"):
        give(tie, "returned", by=officer)


@pytest.mark.parametrize("state", ["nil", "returned"])
def test_what_was_planned_must_be_answered_first(state, tie, officer):
    ActivityFactory(relationships=[tie], when="2025-05-14", title="Visit", status="planned")

    with pytest.raises(ReturnsRefused, match="Say first whether “Visit” took place"):
        give(tie, state, by=officer)


def test_one_tie_in_the_way_keeps_all_from_being_returned(office, tie, officer):
    ActivityFactory(relationships=[tie], when="2025-05-14")
    words = {tie.pk: Word("nil"), RelationshipFactory(office=office).pk: Word("nil")}

    with pytest.raises(ReturnsRefused) as refused:
        attest(office=office, year=2025, words=words, by=officer, today=TODAY)

    assert list(refused.value.of_tie) == [tie.pk]
    assert not AnnualReturn.objects.exists()


def test_a_year_that_is_not_over_takes_no_return(tie, officer):
    with pytest.raises(ReturnsRefused, match="not over"):
        give(tie, "nil", by=officer, year=2026)


def test_a_policy_year_goes_by_the_office(officer):
    office = OfficeFactory(fiscal_year_start_month=4)
    tie = RelationshipFactory(office=office)

    with pytest.raises(ReturnsRefused, match="not over"):
        give(tie, "nil", by=officer, today=date(2026, 3, 31))
    give(tie, "nil", by=officer, today=date(2026, 4, 1))

    assert AnnualReturn.objects.get().state == "nil"


def test_a_later_activity_makes_a_nil_year_one_with_activity(tie, officer):
    give(tie, "nil", by=officer)

    ActivityFactory(relationships=[tie], when="2025-05-14", students=4)

    assert mark(tie) == "C"
    assert AnnualReturn.objects.get().state == "nil"


def test_a_return_taken_back_says_nothing_and_stays_on_record(tie, officer, coordinator):
    give(tie, "nil", by=officer)

    give(tie, "taken_back", by=coordinator, seen=1)

    kept = AnnualReturn.objects.get()
    assert (kept.state, kept.updated_by, kept.version) == ("taken_back", coordinator, 2)
    assert mark(tie) == "not_reported"


def test_the_second_of_two_officers_is_told_who_was_quicker(tie, officer, coordinator):
    give(tie, "nil", by=coordinator)

    with pytest.raises(ReturnsRefused, match="Corinne has changed this return"):
        give(tie, "nil", by=officer, note="Nobody wrote.", seen=0)

    assert AnnualReturn.objects.get().note == ""


def test_two_officers_who_say_the_same_do_not_disturb_each_other(tie, officer, coordinator):
    give(tie, "nil", by=coordinator)

    changes = give(tie, "nil", by=officer, seen=0)

    assert changes == []
    assert AnnualReturn.objects.get().attested_by == coordinator


def undo_of(changes):
    return [(one.kept.pk, one.kept.version, one.before) for one in changes]


def test_what_was_given_can_be_undone(tie, officer):
    changes = give(tie, "nil", by=officer)

    undo(office=tie.office, changes=undo_of(changes), by=officer, today=TODAY)

    assert not AnnualReturn.objects.standing().exists()
    assert mark(tie) == "not_reported"


def test_undoing_a_correction_brings_back_the_word_before(tie, officer, coordinator):
    give(tie, "nil", by=coordinator, note="Confirmed by mail.")
    changes = give(tie, "taken_back", by=officer, seen=1)

    undo(office=tie.office, changes=undo_of(changes), by=officer, today=TODAY)

    kept = AnnualReturn.objects.get()
    assert (kept.state, kept.note, kept.attested_by) == ("nil", "Confirmed by mail.", coordinator)


def test_what_a_colleague_changed_since_is_not_undone(tie, officer, coordinator):
    changes = give(tie, "nil", by=officer)
    give(tie, "nil", by=coordinator, note="Confirmed by mail.", seen=1)

    with pytest.raises(ReturnsRefused, match="Corinne"):
        undo(office=tie.office, changes=undo_of(changes), by=officer, today=TODAY)

    assert AnnualReturn.objects.get().note == "Confirmed by mail."


def test_a_tie_of_another_office_is_left_alone(office, officer):
    theirs = RelationshipFactory()

    attest(office=office, year=2025, words={theirs.pk: Word("nil")}, by=officer, today=TODAY)

    assert not AnnualReturn.objects.exists()


def test_the_alert_that_a_year_is_missing_resolves_at_once(
    office, officer, settings, django_capture_on_commit_callbacks
):
    settings.CELERY_TASK_ALWAYS_EAGER = True
    tie = silent_tie(office, returned=range(2010, 2025))
    alert = AlertFactory(
        relationship=tie, kind="not_reported", period="2025", as_of=date(2025, 12, 31),
        figures={"unreported": [2025]},
    )  # fmt: skip
    alert.activities.set(tie.activities.all())

    with django_capture_on_commit_callbacks(execute=True):
        give(tie, "nil", by=officer)

    assert Alert.objects.get(pk=alert.pk).state == "resolved"
    assert alert.steps.get().note == "The office has returned 2025."


def test_a_return_that_was_taken_back_counts_as_missing(tie):
    AnnualReturnFactory(relationship=tie, year=2025, state="taken_back")

    assert mark(tie) == "not_reported"
