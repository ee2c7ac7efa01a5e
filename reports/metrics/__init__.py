"""What the numbers mean: pure functions, each defined with an example in docs/METRICS.md.

Nothing here reads a database or asks what day it is.
"""

from reports.metrics.clock import add_months, clock_day, days_within, whole_months
from reports.metrics.costs import Costs, Payment, Spent, costs
from reports.metrics.crossings import Crossing, crossings, worse_from
from reports.metrics.disruptions import CalledOff, Disruption, disruption, disruptions
from reports.metrics.involvement import (
    CLASSES,
    INVOLVEMENTS,
    classify,
    indicator,
    strictly,
    year_mark,
)
from reports.metrics.leadership import Survival, Watch, survival, watch
from reports.metrics.legal import LegalTerm, legal_term
from reports.metrics.matching import Matching, match
from reports.metrics.official_share import Balance, Counts, balance
from reports.metrics.pair_years import Likelihood, likelihood, likelihoods, wilson
from reports.metrics.ratios import Ratio, ratio
from reports.metrics.returns import RETURN_STANDINGS, return_standing
from reports.metrics.rhythm import (
    continuity,
    exposed_years,
    is_sporadic,
    is_vulnerable,
    longest_gap,
)
from reports.metrics.rounding import one_decimal, percent
from reports.metrics.shocks import Dip, dip
from reports.metrics.small_groups import FEWEST_OFFICES, rest_of
from reports.metrics.spread import Concentration, concentration
from reports.metrics.status import (
    STATUSES,
    activity_status,
    is_not_reported,
    last_activity,
    months_since,
    unreported_years,
)
from reports.metrics.stress_test import SCENARIOS, Stressed, stress
from reports.metrics.thresholds import Thresholds
from reports.metrics.variety import breadth, field_weights, reciprocity
from reports.metrics.years import (
    WINDOW_YEARS,
    counting_year,
    first_day,
    last_complete_year,
    last_day,
    policy_year,
    running_year,
    window,
    years_touched,
)

__all__ = [
    "CLASSES",
    "FEWEST_OFFICES",
    "INVOLVEMENTS",
    "RETURN_STANDINGS",
    "SCENARIOS",
    "STATUSES",
    "WINDOW_YEARS",
    "Balance",
    "CalledOff",
    "Concentration",
    "Costs",
    "Counts",
    "Crossing",
    "Dip",
    "Disruption",
    "LegalTerm",
    "Likelihood",
    "Matching",
    "Payment",
    "Ratio",
    "Spent",
    "Stressed",
    "Survival",
    "Thresholds",
    "Watch",
    "activity_status",
    "add_months",
    "balance",
    "breadth",
    "classify",
    "clock_day",
    "concentration",
    "continuity",
    "costs",
    "counting_year",
    "crossings",
    "days_within",
    "dip",
    "disruption",
    "disruptions",
    "exposed_years",
    "field_weights",
    "first_day",
    "indicator",
    "is_not_reported",
    "is_sporadic",
    "is_vulnerable",
    "last_activity",
    "last_complete_year",
    "last_day",
    "legal_term",
    "likelihood",
    "likelihoods",
    "longest_gap",
    "match",
    "months_since",
    "one_decimal",
    "percent",
    "policy_year",
    "ratio",
    "reciprocity",
    "rest_of",
    "return_standing",
    "running_year",
    "stress",
    "strictly",
    "survival",
    "unreported_years",
    "watch",
    "whole_months",
    "wilson",
    "window",
    "worse_from",
    "year_mark",
    "years_touched",
]
