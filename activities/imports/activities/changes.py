"""What the row of an activity says otherwise than the activity on record."""

from datetime import date

from activities.choices import NOT_HELD, GovernmentRole, Group, Status, unnumbered
from activities.imports.activities.row import ActivityRow
from activities.imports.changes import Change
from activities.models import Activity
from relationships.dates import PartialDate

_DATES = ("start", "end")
_APART = {f"{name}_{part}" for name in _DATES for part in ("date", "precision")} | {"recorded_date"}
_PRESENCES = {unnumbered(group): group for group in Group.values}


def activity_changes(activity: Activity, row: ActivityRow, as_of: date) -> list[Change]:
    """The facts on which they differ; what the row does not state is left as it is."""
    changes = [*_dates(activity, row)]
    for name, after in row.given.items():
        before = getattr(activity, name)
        if name in _APART or before == after or _is_coarser(name, before, row):
            continue
        if name in _PRESENCES and not (after and getattr(activity, _PRESENCES[name]) is None):
            continue  # a known number says more than the mere presence of the group
        values = {name: after}
        if name in Group.values:
            values[unnumbered(name)] = False
        changes.append(Change(name, _shown(before), _shown(after), values))
    if changes:
        changes[0].values.update(_consequences(activity, row, changes, as_of))
    return changes


def _is_coarser(name: str, before, row: ActivityRow) -> bool:
    """A mere yes says nothing against a role on record that is one."""
    if name != "government_role" or row.involved is None:
        return False
    return row.involved == (before in (GovernmentRole.PARTICIPANT, GovernmentRole.LEAD))


def _dates(activity: Activity, row: ActivityRow) -> list[Change]:
    changes = []
    for name in _DATES:
        fields = [f"{name}_date", f"{name}_precision"]
        if fields[0] not in row.given:
            continue
        after = {field: row.given[field] for field in fields}
        if any(getattr(activity, field) != value for field, value in after.items()):
            before = activity.starts if name == "start" else activity.ends
            told = PartialDate(*after.values())
            changes.append(Change(f"date_{name}", str(before), str(told), after))
    return changes


def _consequences(activity: Activity, row: ActivityRow, changes: list[Change], as_of: date) -> dict:
    """What must change along, so that the record keeps its promises."""
    values = {name: value for change in changes for name, value in change.values.items()}
    along = {}
    start = values.get("start_date", activity.start_date)
    if "end_date" not in values and activity.end_date < start:
        along |= {name: row.assumed[name] for name in ("end_date", "end_precision")}
    status = values.get("status", activity.status)
    if status not in NOT_HELD and activity.reason_code + activity.reason_side:
        along |= {"reason_code": "", "reason_side": ""}
    if {"status", "start_date", "end_date"} & values.keys() and status == Status.HELD:
        along["recorded_date"] = row.given.get("recorded_date", as_of)
    return along


def _shown(value) -> str:
    return "" if value is None else str(value)
