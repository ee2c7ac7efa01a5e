from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from relationships.dates import PartialDate
from reports import look_ahead
from reports.metrics import Thresholds

AS_OF = date(2026, 2, 3)


def agreement(**values):
    defaults = {
        "pk": 7,
        "relationship_id": 1,
        "title": "Work plan",
        "kind": "project",
        "signed": PartialDate(date(2020, 1, 1)),
        "end_date": None,
        "notice_days": None,
        "renews_by_itself": False,
    }
    return SimpleNamespace(**defaults | values)


def tie(since="1986-06-15", pk=1):
    return SimpleNamespace(pk=pk, since=since and PartialDate.parse(since))


def summary(**values):
    defaults = {
        "id": 1,
        "start_date": date(1986, 6, 15),
        "start_precision": "day",
        "last_activity": None,
        "last_precision": None,
        "legal_status": "in_force",
        "suspended": (),
        "thresholds": Thresholds(),
    }
    return SimpleNamespace(**defaults | values)


@pytest.mark.parametrize(
    ("days", "step"),
    [(91, None), (90, 90), (61, 90), (60, 60), (31, 60), (30, 30), (1, 30), (0, 30), (-1, None)],
)
def test_a_step_is_crossed_from_its_day_on(days, step):
    ending = look_ahead.agreement_ending(agreement(end_date=AS_OF + timedelta(days=days)), AS_OF)

    assert (ending and ending.step) == step


def test_each_step_of_a_day_ahead_is_a_period_of_its_own():
    ends = agreement(end_date=date(2026, 5, 4))

    periods = [
        look_ahead.agreement_ending(ends, date(2026, 5, 4) - timedelta(days=days)).period
        for days in (90, 75, 60, 30, 0)
    ]

    assert periods == [
        "2026-05-04/agreement-7/90",
        "2026-05-04/agreement-7/90",
        "2026-05-04/agreement-7/60",
        "2026-05-04/agreement-7/30",
        "2026-05-04/agreement-7/30",
    ]


def test_an_agreement_that_renews_by_itself_does_not_end_but_can_be_given_notice():
    renews = agreement(end_date=date(2026, 9, 1), notice_days=180, renews_by_itself=True)

    ending = look_ahead.agreement_ending(renews, AS_OF)
    notice = look_ahead.notice_ahead(renews, AS_OF)

    assert ending is None
    assert (notice.day, notice.step) == (date(2026, 3, 5), 30)


@pytest.mark.parametrize(
    ("since", "as_of", "day", "years"),
    [
        ("1986-06-15", "2025-06-14", None, None),
        ("1986-06-15", "2025-06-15", "2026-06-15", 40),
        ("1986-06-15", "2026-06-15", "2026-06-15", 40),
        ("1986-06-15", "2026-06-16", None, None),
        ("1986-06", "2026-06-30", "2026-06", 40),
        ("1986", "2025-01-01", "2026", 40),
        ("1986", "2026-12-31", "2026", 40),
        ("1996-02-29", "2026-01-01", "2026-02-28", 30),
        ("2004-02-29", "2023-05-01", "2024-02-29", 20),
    ],
)
def test_round_anniversaries_are_told_a_year_ahead_until_they_are_over(since, as_of, day, years):
    ahead = look_ahead.anniversary_ahead(tie(since), date.fromisoformat(as_of))

    assert (ahead and ahead.figures["day"]) == day
    assert (ahead and ahead.figures["years"]) == years


def test_a_tie_without_a_start_has_no_anniversary():
    assert look_ahead.anniversary_ahead(tie(None), AS_OF) is None


def test_an_agreement_that_is_over_is_to_be_reviewed():
    over = agreement(end_date=date(2026, 2, 2))

    (review,) = look_ahead.reviews_due(tie(), [over], None, AS_OF)

    assert (review.figures["because"], review.period) == ("ended", "2026-02-02/agreement-7")


def test_one_that_renewed_by_itself_says_so():
    renewed = agreement(end_date=date(2026, 2, 2), renews_by_itself=True)

    (review,) = look_ahead.reviews_due(tie(), [renewed], None, AS_OF)

    assert review.figures["because"] == "renewed"


def test_a_newer_agreement_in_force_answers_for_an_older_one():
    over = agreement(end_date=date(2026, 2, 2))
    newer = agreement(pk=8, signed=PartialDate(date(2025, 12, 1)), end_date=date(2030, 12, 1))

    assert look_ahead.reviews_due(tie(), [over, newer], None, AS_OF) == []


@pytest.mark.parametrize(
    ("signed", "decided", "is_due"),
    [
        ("2021-02-03", None, False),
        ("2021-02-02", None, True),
        ("2021-02-02", date(2023, 1, 1), False),
        ("2021", None, False),
    ],
)
def test_an_agreement_without_end_is_reviewed_five_years_after_the_last_word(
    signed, decided, is_due
):
    endless = agreement(signed=PartialDate.parse(signed))

    due = look_ahead.reviews_due(tie(), [endless], decided, AS_OF)

    assert bool(due) is is_due


def test_a_tie_without_an_agreement_has_nothing_to_review():
    assert look_ahead.reviews_due(tie(), [], date(1999, 1, 1), AS_OF) == []


@pytest.mark.parametrize(
    ("verified", "recorded", "is_due"),
    [
        (date(2025, 2, 3), date(2020, 1, 1), False),
        (date(2025, 2, 2), date(2020, 1, 1), True),
        (None, date(2025, 2, 3), False),
        (None, date(2025, 2, 2), True),
    ],
)
def test_a_contact_is_asked_about_after_twelve_months(verified, recorded, is_due):
    contact = SimpleNamespace(pk=3, verified_date=verified, side="partner")

    ahead = look_ahead.contact_unverified(contact, 1, recorded, AS_OF)

    assert bool(ahead) is is_due


def test_nothing_names_the_contact():
    contact = SimpleNamespace(pk=3, name="Li Wei", verified_date=date(2020, 1, 1), side="partner")

    ahead = look_ahead.contact_unverified(contact, 1, AS_OF, AS_OF)

    assert "Li Wei" not in str(ahead)


@pytest.mark.parametrize(
    ("last", "as_of", "kind", "day", "step"),
    [
        ("2024-05-03", "2026-02-02", None, None, None),
        ("2024-05-03", "2026-02-03", "dormant", date(2026, 5, 4), 90),
        ("2024-05-03", "2026-03-05", "dormant", date(2026, 5, 4), 60),
        ("2024-05-03", "2026-04-04", "dormant", date(2026, 5, 4), 30),
        ("2024-05-03", "2026-05-03", "dormant", date(2026, 5, 4), 30),
        ("2024-05-03", "2026-05-04", None, None, None),
        ("2021-03-01", "2026-02-03", "inactive", date(2026, 3, 2), 30),
        ("2020-01-01", "2026-02-03", None, None, None),
    ],
)
def test_a_tie_about_to_fall_asleep_is_told_in_three_steps(last, as_of, kind, day, step):
    one = summary(last_activity=date.fromisoformat(last), last_precision="day")

    ahead = look_ahead.falling_asleep(one, date.fromisoformat(as_of))

    assert (ahead and (ahead.kind, ahead.day, ahead.step)) == (kind and (kind, day, step))


def test_a_new_tie_falls_asleep_two_years_after_its_start():
    new = summary(start_date=date(2024, 2, 10))

    ahead = look_ahead.falling_asleep(new, AS_OF)

    assert (ahead.kind, ahead.day) == ("dormant", date(2026, 2, 11))


def test_the_time_of_a_suspension_is_added():
    rested = summary(
        last_activity=date(2024, 1, 1),
        last_precision="day",
        suspended=((date(2025, 1, 1), date(2025, 2, 1)),),
    )

    ahead = look_ahead.falling_asleep(rested, date(2026, 1, 20))

    assert ahead.day == date(2026, 1, 2) + timedelta(days=31)


def test_a_suspended_tie_does_not_fall_asleep():
    resting = summary(last_activity=date(2024, 2, 10), legal_status="suspended")

    assert look_ahead.falling_asleep(resting, AS_OF) is None
