from datetime import date

from reports import metrics

AS_OF = date(2025, 12, 31)
HISTORY = [(date(2019, 5, 1), "suspended"), (date(2021, 6, 1), "in_force")]


def test_a_tie_is_in_force_from_its_start_to_its_first_change():
    term = metrics.legal_term(HISTORY, AS_OF, start=date(2000, 1, 1), current="in_force")

    assert term.status == "in_force"
    assert term.in_force == (
        (date(2000, 1, 1), date(2019, 5, 1)),
        (date(2021, 6, 1), None),
    )
    assert term.suspended == ((date(2019, 5, 1), date(2021, 6, 1)),)


def test_changes_after_as_of_do_not_exist_yet():
    term = metrics.legal_term(HISTORY, date(2020, 1, 1), start=None, current="in_force")

    assert term.status == "suspended"
    assert term.suspended == ((date(2019, 5, 1), None),)


def test_of_two_changes_on_one_day_the_later_one_holds():
    day = date(2020, 1, 1)

    term = metrics.legal_term(
        [(day, "suspended"), (day, "ended")], AS_OF, start=None, current="ended"
    )

    assert (term.status, term.over_since, term.suspended) == ("ended", day, ())


def test_without_a_history_the_present_status_is_all_that_is_known():
    in_force = metrics.legal_term([], AS_OF, start=None, current="in_force")
    suspended = metrics.legal_term([], AS_OF, start=None, current="suspended")

    assert (in_force.status, in_force.in_force) == ("in_force", ((None, None),))
    assert (suspended.status, suspended.in_force, suspended.suspended) == ("suspended", (), ())


def test_a_tie_that_becomes_historical_after_its_end_was_over_from_the_end():
    changes = [(date(2018, 1, 1), "ended"), (date(2020, 1, 1), "historical")]

    term = metrics.legal_term(changes, AS_OF, start=None, current="historical")

    assert term.over_since == date(2018, 1, 1)


def test_what_it_was_before_the_first_change_is_not_taken_for_in_force():
    changes = [(date(2024, 3, 1), "historical")]

    term = metrics.legal_term(
        changes, AS_OF, start=date(1985, 5, 14), current="historical", before="ended"
    )
    earlier = metrics.legal_term(
        changes, date(2023, 12, 31), start=date(1985, 5, 14), current="historical", before="ended"
    )

    assert (term.status, term.in_force) == ("historical", ())
    assert (earlier.status, earlier.in_force, earlier.over_since) == ("ended", (), None)
