"""What a type of activity proposes, as most activities of its kind are. The officer disposes."""

from typing import NamedTuple

from activities.choices import ActivityType, Direction, GovernmentRole, Group, Mode, Substance

# Proposed by every type that does not say otherwise.
USUAL = {"mode": Mode.IN_PERSON, "substance": Substance.SUBSTANTIVE}


class Proposal(NamedTuple):
    """``fields`` are values of boxes; ``groups`` are those one expects to have taken part."""

    fields: dict[str, str]
    groups: tuple[Group, ...]


def proposal(*groups, role=None, **fields) -> Proposal:
    """Without ``role`` nothing is proposed: it differs too much from one such activity to the
    next, and a wrong guess would change a figure.
    """
    if role is not None:
        fields["government_role"] = role
    return Proposal({name: str(value) for name, value in (USUAL | fields).items()}, groups)


NONE, COURTESY, PARTICIPANT, LEAD = GovernmentRole
NOBODY_TRAVELS = Direction.NONE

PROPOSALS = {
    ActivityType.OFFICIAL_VISIT: proposal(Group.ELECTED, Group.OFFICIALS, role=LEAD),
    ActivityType.TRADE_MISSION: proposal(
        Group.ELECTED, Group.OFFICIALS, Group.BUSINESS, role=PARTICIPANT
    ),
    ActivityType.STAFF_EXCHANGE: proposal(Group.OFFICIALS, role=PARTICIPANT),
    ActivityType.STUDENT_EXCHANGE: proposal(Group.STUDENTS, Group.TEACHERS, role=NONE),
    ActivityType.TEACHER_EXCHANGE: proposal(Group.TEACHERS, role=NONE),
    ActivityType.ONLINE_CLASSROOM: proposal(
        Group.STUDENTS, Group.TEACHERS, role=NONE, mode=Mode.VIRTUAL, direction=NOBODY_TRAVELS
    ),
    ActivityType.HOMESTAY: proposal(Group.STUDENTS, Group.RESIDENTS, role=NONE),
    ActivityType.EXHIBITION: proposal(Group.ARTISTS, role=NONE),
    ActivityType.PERFORMANCE: proposal(Group.ARTISTS, role=NONE),
    ActivityType.SPORTS: proposal(Group.ATHLETES, role=NONE),
    ActivityType.CONFERENCE: proposal(Group.ACADEMICS, Group.OFFICIALS),
    ActivityType.BUSINESS_MEETING: proposal(Group.BUSINESS, role=NONE),
    ActivityType.VOLUNTEER_PROJECT: proposal(Group.CIVIC, Group.RESIDENTS, role=NONE),
    ActivityType.AID: proposal(Group.CIVIC),
    ActivityType.ANNIVERSARY: proposal(Group.ELECTED, Group.OFFICIALS, role=PARTICIPANT),
    ActivityType.MONUMENT: proposal(),
    ActivityType.LANGUAGE_CLASS: proposal(Group.STUDENTS, role=NONE, direction=NOBODY_TRAVELS),
    ActivityType.TOURISM_PROMOTION: proposal(Group.BUSINESS),
    ActivityType.GREETING: proposal(
        role=COURTESY, mode=Mode.CORRESPONDENCE, direction=NOBODY_TRAVELS,
        substance=Substance.COURTESY,
    ),
    ActivityType.OTHER: proposal(),
}  # fmt: skip


def as_data() -> dict:
    """The proposals as the page hands them to its script."""
    return {
        str(kind): {"fields": one.fields, "groups": one.groups} for kind, one in PROPOSALS.items()
    }
