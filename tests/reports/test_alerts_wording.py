import re
from types import SimpleNamespace

import pytest
from django.utils import translation

from reports import wording
from reports.look_ahead import RULES
from reports.models.alert import AlertKind
from reports.policies import BUILT_IN

FINDING = {
    "as_of": "2025-12-31",
    "first_year": 2021,
    "last_year": 2025,
    "activity_status": "inactive",
    "start": "1987-08-10",
    "last_activity": "2018-12-03",
    "months": 84,
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
AGREEMENT = {
    "as_of": "2026-02-03",
    "day": "2026-05-04",
    "days": 90,
    "agreement": 7,
    "title": "Work plan",
    "agreement_kind": "project",
    "end": "2026-05-04",
    "renews": False,
}
# Each kind of alert with figures as they are frozen, and what it then says in English.
SAID = {
    "inactive": (
        FINDING,
        "Nothing has been held since 3 Dec 2018: 84 months on 31 Dec 2025. "
        "The limit is 60 months.",
    ),
    "dormant": (
        FINDING | {"last_activity": "2023", "months": 24},
        "Nothing has been held since 2023: 24 months on 31 Dec 2025. The limit is 24 months.",
    ),
    "official_heavy": (
        FINDING,
        "Government took part in 7 of the 10 activities of 2021–2025 (70.0 %), citizens in 3.",
    ),
    "official_only": (
        FINDING,
        "Citizens took no part in any of the 10 activities of 2021–2025.",
    ),
    "vulnerable": (
        FINDING,
        "Little happens and what happens is official: active in 2 of 5 years, "
        "government in 7 of 10 activities, citizens in 3.",
    ),
    "not_reported": (
        FINDING,
        "Nothing is on record since 3 Dec 2018. No returns were filed for 2024, 2025, "
        "so nobody knows whether the tie sleeps.",
    ),
    "agreement_ending": (
        AGREEMENT,
        "“Work plan” ends on 4 May 2026. On 3 Feb 2026 that was 90 days away.",
    ),
    "notice_ahead": (
        AGREEMENT | {"title": "", "day": "2026-02-04", "days": 1, "renews": True},
        "Project agreement renews by itself on 4 May 2026 unless notice is given by 4 Feb 2026. "
        "On 3 Feb 2026 that was 1 day away.",
    ),
    "anniversary_ahead": (
        {"as_of": "2026-02-03", "day": "2026-05", "years": 40, "start": "1986-05"},
        "The relationship is 40 years old in May 2026.",
    ),
    "review_due": (
        AGREEMENT | {"because": "ended", "day": "2026-02-02"},
        "“Work plan” ended on 2 Feb 2026 and nothing newer is on record.",
    ),
    "contact_unverified": (
        {"as_of": "2026-02-03", "day": "2024-05-03", "contact": 3, "side": "partner",
         "is_verified": True},
        "A contact on the partner's side was last verified on 3 May 2024.",
    ),
    "programme_missed": (
        {"as_of": "2025-12-31", "programme": 1, "name": "Choir", "year": 2025,
         "last_held": "2023-07"},
        "“Choir” was due in 2025 and nothing of it is on record as held. "
        "It was last held in July 2023.",
    ),
}  # fmt: skip


def rule_of(kind):
    return RULES.get(kind, BUILT_IN.frozen)


def alert(kind, **values):
    return SimpleNamespace(kind=kind, figures=SAID[kind][0], rule=rule_of(kind), **values)


def test_every_kind_of_alert_has_its_words():
    assert set(SAID) == set(AlertKind.values)


@pytest.mark.parametrize("kind", SAID)
def test_an_alert_says_why_with_its_figures(kind):
    figures, sentence = SAID[kind]

    assert wording.reason(kind, figures, rule_of(kind)) == sentence


@pytest.mark.parametrize("language", ["en-ca", "fr-ca"])
@pytest.mark.parametrize("kind", SAID)
def test_nothing_is_left_open_in_any_language(kind, language):
    with translation.override(language):
        words = wording.words_of(alert(kind))

    for sentence in words:
        assert sentence.endswith(".")
        assert not re.search(r"%\(|%[sd]|\{", sentence)


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        (
            AGREEMENT | {"because": "renewed"},
            "“Work plan” renewed by itself on 4 May 2026; its new term is not on record.",
        ),
        (
            AGREEMENT | {"because": "old"},
            "“Work plan” has no end, and nothing was signed or decided since 4 May 2026.",
        ),
    ],
)
def test_a_review_says_what_made_it_due(figures, sentence):
    assert wording.reason("review_due", figures, {}) == sentence


@pytest.mark.parametrize(
    ("side", "is_verified", "sentence"),
    [
        ("ours", True, "A contact on our side was last verified on 3 May 2024."),
        ("ours", False, "A contact on our side, recorded on 3 May 2024, was never verified."),
        (
            "partner",
            False,
            "A contact on the partner's side, recorded on 3 May 2024, was never verified.",
        ),
    ],
)
def test_a_contact_is_told_by_side_alone(side, is_verified, sentence):
    figures = {"day": "2024-05-03", "side": side, "is_verified": is_verified}

    assert wording.reason("contact_unverified", figures, {}) == sentence


def test_an_agreement_that_ends_can_be_given_notice_before():
    said = wording.reason("notice_ahead", AGREEMENT | {"day": "2026-03-05"}, {})

    assert said.startswith("“Work plan” ends on 4 May 2026; notice can be given until 5 Mar 2026.")


def test_a_programme_never_held_says_so():
    figures = SAID["programme_missed"][0] | {"last_held": None}

    assert wording.reason("programme_missed", figures, {}).endswith("It was never held before.")


@pytest.mark.parametrize(
    ("kind", "period", "sentence"),
    [
        ("inactive", "2025", "Raised by the yearly check of 2025."),
        ("programme_missed", "2025/programme-3", "Raised by the yearly check of 2025."),
        ("agreement_ending", "2026-05-04/agreement-7/90", "Raised by the daily look-ahead."),
    ],
)
def test_an_alert_says_which_check_raised_it(kind, period, sentence):
    assert wording.raised_by(alert(kind, period=period)) == sentence


def test_a_tie_about_to_fall_asleep_names_the_day():
    said = wording.falling_asleep("inactive", {"day": "2026-05-04", "days": 30})

    assert said == "It becomes inactive on 4 May 2026, in 30 days, unless an activity is held."
