"""Which years are evaluated, on which day, and for which ties."""

from datetime import date

import pytest

from reports.daily_round import make_round
from reports.models import Evaluation
from tests.factories import (
    EvaluationFactory,
    PolicyFactory,
    RelationshipFactory,
)
from tests.reports.silent_ties import silent_tie

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 3)


def evaluate(office, as_of=TODAY, **how):
    return make_round(office=office, as_of=as_of, **how)


def kinds(tie):
    return sorted(tie.alerts.values_list("kind", "period"))


def test_a_year_waits_for_its_days_of_grace(office):
    silent_tie(office)

    too_early = evaluate(office, date(2026, 1, 30), year=None)
    in_time = evaluate(office, date(2026, 1, 31), year=None)

    assert [due.year for due in too_early.evaluated] == [2024]
    assert [due.year for due in in_time.evaluated] == [2025]


def test_the_days_of_grace_are_the_offices_own(office):
    PolicyFactory(office=office, grace_days=60)
    silent_tie(office)

    done = evaluate(office, date(2026, 2, 28))

    assert [due.year for due in done.evaluated] == [2024]


def test_the_first_run_does_not_go_back_into_the_past(office):
    silent_tie(office)

    evaluate(office)

    assert set(Evaluation.objects.values_list("year", flat=True)) == {2025}


def test_missed_years_are_caught_up_each_once(office):
    tie = silent_tie(office)
    evaluate(office, date(2023, 2, 1))

    evaluate(office)

    years = Evaluation.objects.order_by("year").values_list("year", flat=True)
    assert list(years) == [2022, 2023, 2024, 2025]
    assert kinds(tie) == [
        ("dormant", "2022"),
        ("inactive", "2023"),
        ("inactive", "2024"),
        ("inactive", "2025"),
    ]


def test_a_tie_recorded_today_is_not_called_to_account_for_long_ago(office):
    early = silent_tie(office)
    for year in (2022, 2023):
        EvaluationFactory(relationship=early, year=year, as_of=date(year, 12, 31))
    late = silent_tie(office)

    evaluate(office)

    def years(tie):
        return sorted(tie.evaluations.values_list("year", flat=True))

    assert years(early) == [2022, 2023, 2024, 2025]
    assert years(late) == [2025]


def test_a_tie_that_did_not_exist_yet_is_not_evaluated(office):
    RelationshipFactory(office=office, start_date=date(2026, 1, 1))

    evaluate(office)

    assert not Evaluation.objects.exists()


def test_new_thresholds_do_not_fire_a_closed_year_again(office):
    tie = silent_tie(office, last="2023-06-01")
    evaluate(office)
    PolicyFactory(office=office, valid_from=date(2020, 1, 1), active_months=1, cooling_months=2,
                  inactive_months=3, new_months=1)  # fmt: skip

    again = evaluate(office)

    assert kinds(tie) == [("dormant", "2025")]
    assert again.raised == []


def test_an_office_whose_year_begins_in_april(office):
    office.fiscal_year_start_month = 4
    office.save()
    silent_tie(office)

    before = evaluate(office, date(2026, 4, 30))
    after = evaluate(office, date(2026, 5, 1))

    assert [due.year for due in before.evaluated] == [2024]
    assert [due.year for due in after.evaluated] == [2025]
    evaluation = Evaluation.objects.get(year=2025)
    assert evaluation.as_of == date(2026, 3, 31)
