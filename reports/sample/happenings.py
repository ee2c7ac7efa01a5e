"""What the letters of a demonstration year stand for."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Happening:
    """A kind of activity. ``groups`` gives the usual number of each; 0 is a number not known."""

    type: str
    title: str
    direction: str
    fields: str
    government_role: str = "none"
    groups: dict[str, int] = field(default_factory=dict)
    days: int = 1
    mode: str = "in_person"
    status: str = "held"
    reason: str = ""
    substance: str = "substantive"


GOVERNMENT = [
    Happening(
        "official_visit", "delegation of {home} in {partner}", "outbound", "administration",
        "lead", {"elected": 3, "officials": 4}, 4,
    ),
    Happening(
        "official_visit", "delegation of {partner} in {home}", "inbound", "administration",
        "lead", {"officials": 6}, 3,
    ),
    Happening(
        "trade_mission", "trade mission of {home} to {partner}", "outbound", "economy;tourism",
        "lead", {"elected": 1, "officials": 3, "business": 8}, 6,
    ),
    Happening(
        "anniversary", "anniversary of the agreement with {partner}", "both", "administration",
        "lead", {"officials": 0}, 1,
    ),
    Happening(
        "staff_exchange", "officers of {partner} learn in {home}", "inbound", "environment",
        "participant", {"officials": 2}, 10,
    ),
]  # fmt: skip

MIXED = [
    Happening(
        "exhibition", "artists of {partner} exhibit in {home} with both mayors", "inbound",
        "culture", "participant", {"officials": 4, "artists": 6, "residents": 0}, 8,
    ),
    Happening(
        "student_exchange", "students of {home} travel to {partner} with councillors", "outbound",
        "education;youth", "participant", {"elected": 2, "students": 18, "teachers": 2}, 9,
    ),
]  # fmt: skip

COMMUNITY = [
    Happening(
        "student_exchange", "students of {home} in {partner}", "outbound", "education;youth",
        "none", {"students": 16, "teachers": 2}, 11,
    ),
    Happening(
        "homestay", "pupils of {partner} live with families in {home}", "inbound",
        "education;youth", "courtesy", {"students": 12, "residents": 0}, 9,
    ),
    Happening(
        "performance", "choir of {partner} sings in {home}", "inbound", "culture",
        "none", {"artists": 24}, 2,
    ),
    Happening(
        "sports", "junior table tennis of {home} and {partner}", "third_place", "sport;youth",
        "none", {"athletes": 10, "students": 0}, 4,
    ),
    Happening(
        "exhibition", "children's drawings of {home} and {partner}", "none", "culture;youth",
        "none", {"students": 60}, 14, "correspondence",
    ),
    Happening(
        "teacher_exchange", "teacher of {partner} at a school of {home}", "inbound", "education",
        "none", {"teachers": 1, "students": 0}, 20,
    ),
    Happening(
        "volunteer_project", "citizens of {home} tend a garden in {partner}", "outbound",
        "environment", "none", {"civic": 9}, 6,
    ),
    Happening(
        "online_classroom", "classes of {home} and {partner} meet on screen", "none",
        "education", "none", {"students": 45, "teachers": 3}, 1, "virtual",
    ),
]  # fmt: skip

BUSINESS = [
    Happening(
        "business_meeting", "chambers of {home} and {partner} meet", "inbound", "economy",
        "none", {"business": 7}, 2,
    ),
]  # fmt: skip

_VISIT = {"government_role": "lead", "groups": {"elected": 2, "officials": 3}, "days": 4}
CANCELLED = [
    Happening(
        "official_visit", "delegation of {home} to {partner}", "outbound", "administration",
        status="cancelled", reason="dispute", **_VISIT,
    ),
]  # fmt: skip
POSTPONED = [
    Happening(
        "official_visit", "delegation of {partner} to {home}", "inbound", "administration",
        status="postponed", reason="disaster", **_VISIT,
    ),
]  # fmt: skip
PLANNED = [
    Happening(
        "official_visit", "visit of {partner} expected in {home}", "inbound", "administration",
        status="planned", **_VISIT,
    ),
]  # fmt: skip
GREETING = [
    Happening(
        "greeting", "new year letter of {home} to {partner}", "none", "administration",
        "participant", {"officials": 0}, 1, "correspondence", substance="courtesy",
    ),
]  # fmt: skip

# Capitals make a pair-year active, small letters do not. X is a year with two separate
# activities, one of officials and one of citizens.
LETTERS = {
    ".": [],
    "G": [GOVERNMENT],
    "M": [MIXED],
    "C": [COMMUNITY],
    "B": [BUSINESS],
    "X": [GOVERNMENT, COMMUNITY],
    "x": [CANCELLED],
    "o": [POSTPONED],
    "p": [PLANNED],
    "h": [GREETING],
}
