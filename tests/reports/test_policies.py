from datetime import date

import pytest

from reports.metrics import Thresholds
from reports.policies import BUILT_IN, Policies
from tests.factories import OfficeFactory, PolicyFactory

pytestmark = pytest.mark.django_db
ON = date(2025, 12, 31)


def test_without_any_policy_the_built_in_figures_hold():
    rule = Policies(ON).rule_for(None, "sister")

    assert rule is BUILT_IN
    assert rule.thresholds == Thresholds()
    assert (rule.window_years, rule.grace_days, rule.policy_id) == (5, 30, None)


def test_the_most_particular_version_wins(office):
    default = PolicyFactory(office=None)
    default_of_tier = PolicyFactory(office=None, tier="sister")
    of_office = PolicyFactory(office=office)
    of_office_and_tier = PolicyFactory(office=office, tier="sister")
    elsewhere = OfficeFactory()

    policies = Policies(ON)

    assert policies.rule_for(office.pk, "sister").policy == of_office_and_tier
    assert policies.rule_for(office.pk, "project").policy == of_office
    assert policies.rule_for(elsewhere.pk, "sister").policy == default_of_tier
    assert policies.rule_for(None, "project").policy == default


def test_a_version_holds_from_its_day_until_the_next(office):
    PolicyFactory(office=office, valid_from=date(2020, 1, 1), inactive_months=48)
    PolicyFactory(office=office, valid_from=date(2025, 12, 31), inactive_months=72)
    PolicyFactory(office=office, valid_from=date(2026, 1, 1), inactive_months=96)

    months = [
        Policies(day).rule_for(office.pk).thresholds.inactive_months
        for day in (date(2019, 12, 31), date(2025, 12, 30), ON, date(2026, 1, 1))
    ]

    assert months == [60, 48, 72, 96]


def test_all_policies_are_read_in_one_query(office, django_assert_num_queries):
    PolicyFactory.create_batch(3)
    PolicyFactory(office=office, inactive_months=48)

    with django_assert_num_queries(1):
        policies = Policies(ON, offices=[office.pk])
        rules = [policies.rule_for(office.pk, tier) for tier in ("sister", "project", "")]

    assert {rule.thresholds.inactive_months for rule in rules} == {48}
