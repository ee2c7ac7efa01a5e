from decimal import Decimal

from reports import metrics
from reports.metrics import CalledOff, Payment


def paid(line, amount, payer="our_city", activity=1, **told):
    usual = {"currency": "CAD", "rate": Decimal(1), "own": "CAD", "is_planned": False}
    return Payment(line, activity, payer, Decimal(amount), **usual | told)


def only(payments, activities=1):
    (spent,) = metrics.costs([payments], activities).sums
    return spent


def test_sums_are_told_by_who_paid():
    spent = only([paid(1, "100"), paid(2, "40", "participants"), paid(3, "60", "grant"),
                  paid(4, "1", "sponsor"), paid(5, "2", "society"),
                  paid(6, "3", "partner_city")])  # fmt: skip

    assert (spent.city, spent.participants, spent.grants, spent.others) == (100, 40, 60, 6)
    assert spent.total == 206


def test_planned_money_and_what_was_given_in_kind_stand_apart():
    spent = only([paid(1, "100"), paid(2, "70", "in_kind"), paid(3, "30", is_planned=True)])

    assert (spent.total, spent.in_kind, spent.planned) == (100, 70, 30)


def test_each_line_is_converted_by_its_own_rate_to_the_cent_half_up():
    yen = {"currency": "JPY", "own": "CAD"}
    spent = only([paid(1, "1000", rate=Decimal("0.011005"), **yen),
                  paid(2, "1000", rate=Decimal("0.012"), **yen), paid(3, "0.01")])  # fmt: skip

    assert spent.total == Decimal("23.02")  # 11.005 is 11.01, and 12.00, and 0.01
    assert spent.originals == (("CAD", Decimal("0.01")), ("JPY", Decimal("2000")))


def test_what_nobody_knows_is_not_zero():
    found = metrics.costs([[paid(1, "300", activity=1), paid(2, "100", activity=2)]], 12)

    assert (found.recorded, found.activities) == (2, 12)
    assert found.sums[0].per_activity == 200
    assert metrics.costs([[]], 12) == (12, 0, ())


def test_money_that_is_only_planned_says_nothing_of_what_was_spent():
    found = metrics.costs([[paid(1, "300", is_planned=True)]], 3)

    assert found.recorded == 0
    assert found.sums[0].per_activity is None


def test_a_line_of_zero_is_a_known_zero():
    found = metrics.costs([[paid(1, "0")]], 1)

    assert (found.recorded, found.sums[0].per_activity) == (1, 0)


def test_a_day_of_one_person_is_of_the_activities_whose_days_are_known():
    spent = only([paid(1, "90", activity=1, person_days=40),
                  paid(2, "10", "grant", activity=1, person_days=40),
                  paid(3, "500", activity=2, person_days=None)], 2)  # fmt: skip

    assert (spent.measured, spent.person_days) == (100, 40)
    assert spent.per_person_day == Decimal("2.50")
    assert (spent.measured_activities, spent.unmeasured_activities) == (1, 1)


def test_what_ties_share_is_counted_once_and_for_each_of_them():
    shared = paid(1, "100", is_shared=True)
    found = metrics.costs([[shared], [shared, paid(2, "50", activity=2)], []], 2)

    (spent,) = found.sums
    assert (spent.total, spent.ties, spent.shared) == (150, 2, 1)
    assert spent.per_tie == 75


def test_offices_of_different_currencies_are_never_added_up():
    yen = paid(2, "9000", activity=2, currency="JPY", own="JPY")

    found = metrics.costs([[paid(1, "100")], [yen]], 2)

    assert [(spent.currency, spent.total) for spent in found.sums] == [("CAD", 100), ("JPY", 9000)]


def test_a_share_needs_ten_activities_with_money_on_record():
    payments = [paid(n, "10", "grant" if n == 1 else "our_city", activity=n) for n in range(1, 11)]

    assert only(payments).percent("grants") == "10.0"
    assert only(payments[:9]).percent("grants") is None


def test_disruption_is_told_by_reason_and_side():
    found = metrics.disruptions(
        [
            CalledOff(1, "cancelled", "dispute", "partner"),
            CalledOff(2, "cancelled", "dispute", "ours"),
            CalledOff(3, "cancelled", "", ""),
            CalledOff(4, "postponed", "epidemic", "outside"),
            CalledOff(5, "declined", "budget", "ours"),
            CalledOff(5, "declined", "budget", "ours"),
        ],
        held=7,
    )

    assert (found.cancelled, found.of, found.percent) == (3, 10, "30.0")
    assert (found.postponed, found.declined) == (1, 1)
    assert found.reasons == (("dispute", 2), ("", 1))
    assert found.sides == (("", 1), ("ours", 1), ("partner", 1))


def test_disruption_has_no_percent_below_ten():
    assert metrics.disruptions([CalledOff(1, "cancelled", "", "")], held=8).percent is None
