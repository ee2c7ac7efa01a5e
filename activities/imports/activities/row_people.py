"""Who took part in the activity of a row, and what government had to do with it."""

from django.utils.translation import gettext as _

from activities.choices import ActivityType, GovernmentRole, Group, unnumbered
from activities.imports.activities.row import ActivityRow
from activities.imports.headers import Header
from activities.imports.records import Record


def take_government(row: ActivityRow, record: Record, header: Header) -> None:
    role, involved = record.get("government_role"), record.get("government_involved")
    if role:
        row.given["government_role"] = role.value
    elif involved is not None:
        row.involved = involved
        row.given["government_role"] = (
            GovernmentRole.PARTICIPANT if involved else GovernmentRole.NONE
        )
    if role and role.value in _CONTRADICTING.get(involved, ()):
        record.refuse(
            header.name_of("government_role"),
            _("“%(role)s” contradicts %(column)s.")
            % {"role": role.source, "column": header.name_of("government_involved")},
        )
    named = record.get("participants")
    seen = set(named.groups if named else ()) | {
        group.value for group in _GOVERNMENT if record.get(group.value)
    }
    took_part = row.type == ActivityType.OFFICIAL_VISIT or seen & set(_GOVERNMENT)
    row.assumed["government_role"] = (
        GovernmentRole.PARTICIPANT if took_part else GovernmentRole.NONE
    )


_GOVERNMENT = [Group.ELECTED, Group.OFFICIALS]
_CONTRADICTING = {
    True: [GovernmentRole.NONE],
    False: [GovernmentRole.PARTICIPANT, GovernmentRole.LEAD],
}


def take_people(row: ActivityRow, record: Record, header: Header) -> None:
    named = record.get("participants")
    for group in Group.values:
        number = record.get(group)
        if number is not None:
            row.given |= {group: number, unnumbered(group): False}
        if named and group in named.groups:
            if number == 0:
                record.refuse(
                    header.name_of(group),
                    _("The number is 0, yet %(column)s says that they took part.")
                    % {"column": header.name_of("participants")},
                )
            elif number is None:
                row.given[unnumbered(group)] = True
    if named and named.remark:
        row.remarks.append(named.remark)
