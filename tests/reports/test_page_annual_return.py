"""The page of the yearly return."""

import pytest

from reports.models import AnnualReturn
from tests.factories import (
    ActivityFactory,
    AnnualReturnFactory,
    CityFactory,
    OfficeFactory,
    RelationshipFactory,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2026-03-02T18:00:00+00:00"),
]


@pytest.fixture
def tie(office):
    home, jinan = CityFactory(name="Regina", country="CA"), CityFactory(name="Jinan")
    return RelationshipFactory(office=office, home_city=home, partner_city=jinan)


def said(tie, state, *, note="", seen=0):
    prefix = f"tie-{tie.pk}"
    return {f"{prefix}-state": state, f"{prefix}-note": note, f"{prefix}-seen": seen}


def text(answer):
    return " ".join(answer.content.decode().split())


def test_the_last_complete_year_is_asked_first(officer_client, tie):
    page = text(officer_client.get("/returns/"))

    assert "Yearly return 2025" in page
    assert "Overdue: not reported" in page
    assert "Nothing that counts is on record." in page


def test_a_year_within_the_days_of_grace_is_due(officer_client, tie, time_machine):
    time_machine.move_to("2026-01-10T18:00:00+00:00")

    assert "Due: not reported yet" in text(officer_client.get("/returns/"))


def test_the_year_under_way_takes_no_return(officer_client, tie):
    page = text(officer_client.get("/returns/?year=2026"))
    officer_client.post("/returns/?year=2026", said(tie, "nil"))

    assert "Not due yet" in page
    assert "Keep what I said" not in page
    assert not AnnualReturn.objects.exists()


@pytest.mark.parametrize("year", ["1066", "9999", "x", "", "2025\x00", "٢٠٢٥", "9" * 40])
def test_a_year_that_is_not_offered_gives_the_last_complete_one(officer_client, tie, year):
    answer = officer_client.get("/returns/", {"year": year})

    assert answer.context["year"] == 2025


def test_what_the_record_shows_is_proposed_and_nothing_else(officer_client, office, tie):
    active = RelationshipFactory(office=office)
    ActivityFactory(relationships=[active], when="2025-05-14", title="Choir in Jinan")

    answer = officer_client.get("/returns/")

    proposed = {row.relationship.pk: form["state"].value() for row, form in answer.context["rows"]}
    assert proposed == {active.pk: "returned", tie.pk: "taken_back"}
    assert "Choir in Jinan" in text(answer)


def test_nothing_is_proposed_while_something_waits_for_an_answer(officer_client, tie):
    ActivityFactory(relationships=[tie], when="2025-05-14")
    ActivityFactory(relationships=[tie], when="2025-06-14", status="planned", title="Visit")

    answer = officer_client.get("/returns/")

    [(_row, form)] = answer.context["rows"]
    assert form["state"].value() == "taken_back"
    assert "Say first whether it took place" in text(answer)


def test_an_answer_is_kept_told_and_can_be_undone(officer_client, officer, tie):
    kept = text(officer_client.post("/returns/?year=2025", said(tie, "nil"), follow=True))

    assert "Kept for 2025: returned as nil: 1." in kept
    assert "Nil: nothing happened: 1" in kept
    assert AnnualReturn.objects.get().attested_by == officer

    undone = text(officer_client.post("/returns/undo/", follow=True))

    assert "Undone: 1 return. An alert that these had closed stays closed" in undone
    assert not AnnualReturn.objects.standing().exists()


def test_undoing_twice_does_nothing(officer_client, tie):
    officer_client.post("/returns/?year=2025", said(tie, "nil"))
    officer_client.post("/returns/undo/")

    again = officer_client.post("/returns/undo/", follow=True)

    assert "There is nothing to undo any more." in text(again)


def test_a_refusal_stands_at_its_tie_and_nothing_typed_is_lost(officer_client, tie):
    ActivityFactory(relationships=[tie], when="2025-05-14", title="Choir in Jinan")

    page = text(officer_client.post("/returns/", said(tie, "nil", note="Nobody came.")))

    assert "“Choir in Jinan” is on record for this year" in page
    assert "Nobody came." in page
    assert not AnnualReturn.objects.exists()


def test_the_second_officer_is_told_and_may_then_insist(officer_client, coordinator_client, tie):
    coordinator_client.post("/returns/", said(tie, "nil", note="By mail."))

    told = officer_client.post("/returns/", said(tie, "nil", note="By telephone."))

    assert "Corinne has changed this return in the meantime" in text(told)
    [(_row, form)] = told.context["rows"]
    officer_client.post(
        "/returns/", said(tie, "nil", note="By telephone.", seen=form["seen"].value())
    )
    assert AnnualReturn.objects.get().note == "By telephone."


def test_who_has_ties_of_their_own_sees_these_first(officer_client, officer, office, tie):
    own = RelationshipFactory(office=office, owner=officer)

    mine = officer_client.get("/returns/").context["rows"]
    everybodys = officer_client.get("/returns/?whose=office").context["rows"]

    assert [row.relationship for row, _form in mine] == [own]
    assert {row.relationship for row, _form in everybodys} == {own, tie}


def test_earlier_years_that_are_missing_are_named(officer_client, tie):
    for year in range(2012, 2024):
        AnnualReturnFactory(relationship=tie, year=year, state="nil")

    missing = officer_client.get("/returns/").context["missing"]

    assert [(one.year, one.ties) for one in missing] == [(2024, 1)]


def test_ties_nobody_answers_for_are_left_out(officer_client, office):
    RelationshipFactory(office=office, legal_status="ended")
    RelationshipFactory(office=office, legal_status="proposed")

    assert "No return is expected" in text(officer_client.get("/returns/"))


def test_a_year_before_the_tie_needs_no_return(officer_client, office):
    RelationshipFactory(office=office, start_date="2026-02-01")

    assert officer_client.get("/returns/").context["rows"] == []


def test_a_nil_year_with_a_later_activity_says_both(officer_client, tie):
    AnnualReturnFactory(relationship=tie, year=2025, state="nil")
    ActivityFactory(relationships=[tie], when="2025-05-14")

    page = text(officer_client.get("/returns/"))

    assert "With activity: 1" in page
    assert "It was returned as nil; what was recorded since counts" in page


def test_a_councillor_reads_and_says_nothing(councillor_client, tie):
    page = text(councillor_client.get("/returns/"))

    assert "Overdue: not reported" in page
    assert "Keep what I said" not in page


def test_a_tie_of_another_office_cannot_be_returned(officer_client, office, tie):
    theirs = RelationshipFactory(office=OfficeFactory())

    officer_client.post("/returns/", said(theirs, "nil"))

    assert not AnnualReturn.objects.exists()


@pytest.mark.parametrize(
    "words",
    [{"seen": "9" * 30}, {"seen": "x"}, {"note": "a\x00b"}, {"note": "n" * 1001}],
    ids=["huge", "no-number", "nul", "long"],
)
def test_odd_words_are_refused_with_a_sentence(officer_client, tie, words):
    answer = officer_client.post("/returns/", said(tie, "nil", **words))

    assert answer.status_code == 200
    assert answer.context["has_errors"]
    assert not AnnualReturn.objects.exists()


def test_the_number_of_queries_does_not_depend_on_that_of_ties(
    officer_client, office, django_assert_max_num_queries
):
    def fill(ties):
        for _tie in range(ties):
            tie = RelationshipFactory(office=office)
            ActivityFactory(relationships=[tie], when="2025-05-14")
            AnnualReturnFactory(relationship=tie, year=2025)

    def queries():
        with django_assert_max_num_queries(60) as asked:
            officer_client.get("/returns/")
        return len(asked)

    fill(2)
    two = queries()
    fill(18)

    assert queries() == two
