import json
from dataclasses import asdict

import pytest
from django.utils.translation import override

from reports.metrics import Thresholds
from reports.summary import Finding
from reports.summary.findings import KINDS

FIGURES = {
    "as_of": "2025-12-31",
    "first_year": 2021,
    "last_year": 2025,
    "activity_status": "dormant",
    "start": "1987-08-10",
    "last_activity": "2023-05",
    "months": 31,
    "unreported": [2024, 2025],
    "activities": 11,
    "of": 10,
    "official": 7,
    "community": 3,
    "business": 1,
    "unclassified": 1,
    "active_years": 2,
    "exposed_years": 5,
}


def finding(kind, **other):
    return Finding(kind, FIGURES | other, asdict(Thresholds()))


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (
            "inactive",
            "Nothing has been held since May 2023: 31 months on 31 Dec 2025. "
            "The limit is 60 months.",
        ),
        (
            "dormant",
            "Nothing has been held since May 2023: 31 months on 31 Dec 2025. "
            "The limit is 24 months.",
        ),
        (
            "not_reported",
            "Nothing is on record since May 2023. No returns were filed for 2024, 2025, "
            "so nobody knows whether the tie sleeps.",
        ),
        (
            "official_heavy",
            "Government took part in 7 of the 10 activities of 2021–2025 (70.0 %), citizens in 3.",
        ),
        ("official_only", "Citizens took no part in any of the 10 activities of 2021–2025."),
        (
            "vulnerable",
            "Little happens and what happens is official: active in 2 of 5 years, "
            "government in 7 of 10 activities, citizens in 3.",
        ),
        ("sporadic", "Active in 2 of 5 years."),
        (
            "classify_first",
            "Of 1 of the 11 activities of 2021–2025 the record does not say who took part, "
            "so no share can be given yet.",
        ),
    ],
)
def test_a_finding_says_its_figures(kind, sentence):
    assert finding(kind).sentence == sentence


def test_silence_without_an_activity_is_told_from_the_start_or_not_at_all():
    since_the_start = finding("inactive", last_activity=None, months=None)
    from_nothing = finding("inactive", last_activity=None, months=None, start=None)

    assert since_the_start.sentence == (
        "No activity is on record since the tie began, 10 Aug 1987."
    )
    assert from_nothing.sentence == "No activity is on record."


def test_silence_says_that_suspended_time_is_left_out_of_its_months():
    assert finding("inactive", last_activity="2013", months=98).sentence == (
        "Nothing has been held since 2013: 98 months on 31 Dec 2025. "
        "Suspended time is left out. The limit is 60 months."
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_finding_has_its_rule_and_what_would_clear_it(kind):
    found = finding(kind)

    assert "%" not in found.rule.replace(" %", "")
    assert found.rule.endswith(".")
    assert found.clearing.endswith(".")


def test_a_rule_names_the_thresholds_it_was_judged_by():
    lenient = Finding("inactive", FIGURES, asdict(Thresholds(inactive_months=72)))

    assert "more than 72 months ago" in lenient.rule


def test_a_finding_can_be_frozen_and_says_the_same_again():
    found = finding("official_heavy")

    thawed = Finding(
        found.kind, json.loads(json.dumps(found.figures)), json.loads(json.dumps(found.thresholds))
    )

    assert thawed.sentence == found.sentence


def test_figures_are_written_as_the_language_does():
    with override("fr-ca"):
        sentence = finding("official_heavy").sentence

    assert "70,0" in sentence
