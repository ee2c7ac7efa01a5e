"""Who travelled, seen from the home city."""

from activities.choices import ActivityType, Direction, Mode
from activities.imports.activities.row import ActivityRow
from activities.imports.cities.places import Places
from activities.imports.ties.book import Tie

# Types of which the word itself says that somebody travelled.
_VISITS = {
    ActivityType.OFFICIAL_VISIT,
    ActivityType.TRADE_MISSION,
    ActivityType.STAFF_EXCHANGE,
    ActivityType.STUDENT_EXCHANGE,
    ActivityType.TEACHER_EXCHANGE,
    ActivityType.HOMESTAY,
}


def direction_of(row: ActivityRow, tie: Tie, places: Places) -> str:
    """The direction a file implies: ``city_a`` acts and ``city_b`` receives.

    Only for visits in person; everything else is taken as nobody having travelled.
    """
    if row.type not in _VISITS or row.values["mode"] not in (Mode.IN_PERSON, Mode.HYBRID):
        return Direction.NONE
    if row.sides is None or tie.home is None:
        return Direction.NONE
    acting = places.may_mean(row.sides[0])
    if tie.home in acting:
        return Direction.OUTBOUND
    return Direction.INBOUND if tie.partner in acting else Direction.NONE
