"""The ways in which cities do things together, told apart by what they cost a city."""

from collections.abc import Iterable

from activities.choices import ActivityType, Direction, Mode
from activities.models.money import Payer
from relationships.models.people import OrganisationKind
from reports.next_steps.values import Deed

ONLINE, VIRTUAL, AT_HOME, PAID_BY_THEM = "online", "virtual", "at_home", "paid_by_participants"
HOSTED, TRAVEL, BUSINESS, OFFICIAL = "hosted", "travel", "business", "official"

# Cheapest first, citizens before the others: the order in which steps are offered.
WAYS = (ONLINE, VIRTUAL, PAID_BY_THEM, AT_HOME, HOSTED, TRAVEL, BUSINESS, OFFICIAL)

COST_OF_WAY = {
    ONLINE: "staff_time",
    VIRTUAL: "low",
    PAID_BY_THEM: "small_share",
    AT_HOME: "medium",
    HOSTED: "medium",
    TRAVEL: "high",
    BUSINESS: "medium",
    OFFICIAL: "high",
}
LETTER_OF_WAY = {BUSINESS: "B", OFFICIAL: "G"}

CLASSROOM = {
    ActivityType.ONLINE_CLASSROOM,
    ActivityType.LANGUAGE_CLASS,
    ActivityType.STUDENT_EXCHANGE,
    ActivityType.TEACHER_EXCHANGE,
}
WITHOUT_TRAVEL = {Mode.VIRTUAL, Mode.CORRESPONDENCE}
NOT_THE_CITY = {Payer.PARTICIPANTS, Payer.SOCIETY, Payer.SPONSOR, Payer.GRANT, Payer.IN_KIND}

SCHOOLS = {OrganisationKind.SCHOOL, OrganisationKind.UNIVERSITY}
FOR_ANYTHING = {OrganisationKind.SOCIETY, OrganisationKind.CIVIC}
KINDS_FOR_TYPE = {
    **dict.fromkeys([*CLASSROOM, ActivityType.HOMESTAY], SCHOOLS),
    ActivityType.EXHIBITION: {OrganisationKind.ARTS},
    ActivityType.PERFORMANCE: {OrganisationKind.ARTS},
    ActivityType.SPORTS: {OrganisationKind.SPORT},
    ActivityType.BUSINESS_MEETING: {OrganisationKind.BUSINESS},
    ActivityType.TRADE_MISSION: {OrganisationKind.BUSINESS},
}


def way_of(deed: Deed) -> str:
    """How ``deed`` was done. Who paid only tells something where it is on record."""
    if deed.involvement not in "CM":
        return BUSINESS if deed.involvement == "B" else OFFICIAL
    if deed.type == ActivityType.ONLINE_CLASSROOM or deed.mode in WITHOUT_TRAVEL:
        return ONLINE if deed.type in CLASSROOM else VIRTUAL
    if set(deed.payers) & NOT_THE_CITY:
        return PAID_BY_THEM
    if deed.direction == Direction.NONE:
        return AT_HOME
    return HOSTED if deed.direction == Direction.INBOUND else TRAVEL


def examples(deeds: Iterable[Deed], known_fields) -> dict[str, list[Deed]]:
    """The deeds by way, the best example first: the same partner before the same country, a
    field that the tie never had before one that it knows, the latest first.
    """
    found: dict[str, list[Deed]] = {way: [] for way in WAYS}
    for deed in deeds:
        if deed.involvement != "U":
            found[way_of(deed)].append(deed)
    for same_way in found.values():
        same_way.sort(key=lambda deed: _rank(deed, known_fields))
    return found


def _rank(deed, known_fields):
    is_new = bool(set(deed.fields) - set(known_fields))
    return not deed.is_same_partner, not is_new, -deed.end.toordinal(), deed.activity


def could_carry(bodies, activity_type: str):
    """The organisations that fit an activity of this type, those made for it first."""
    fitting = KINDS_FOR_TYPE.get(activity_type, set())
    own = [body for body in bodies if body.kind in fitting]
    return tuple(own + [body for body in bodies if body.kind in FOR_ANYTHING - fitting])
