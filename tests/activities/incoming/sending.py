"""Send a file in as an officer would, and let the worker do its part."""

from datetime import date

from activities.incoming.arrival import receive_file
from activities.incoming.checking import ask_for_check
from activities.incoming.taking import ask_to_take
from activities.incoming.taking_back import TakenBack, ask_to_take_back, take_back_import
from activities.models import Import
from activities.tasks import work_on_import
from tests.activities.imports.making import ACTIVITY, csv_of

AS_OF = date(2026, 11, 1)


def send(*rows: dict, office, by=None, kind="activity", name="rows.csv", data=None) -> Import:
    """The import of a file with these rows, not yet checked."""
    return receive_file(office=office, kind=kind, data=data or csv_of(*rows), name=name, by=by)


def import_to_settle(office) -> Import:
    """The checked import of a file with a column of its own and one row that must be corrected."""
    rows = [ACTIVITY | {"Dossier": "12"}, ACTIVITY | {"activity_id": "E2", "artists": "many"}]
    return checked(send(*rows, office=office))


def checked(source: Import) -> Import:
    ask_for_check(source=source, as_of=AS_OF)
    return worked_on(source)


def taken(source: Import, by=None) -> Import:
    ask_to_take(source=source, by=by)
    return worked_on(source)


def taken_back(source: Import, *, by, today) -> TakenBack:
    ask_to_take_back(source=source, by=by)
    return take_back_import(source=source, today=today)


def worked_on(source: Import) -> Import:
    work_on_import(import_id=source.pk)
    return Import.objects.get(pk=source.pk)


def answers(source: Import) -> list[tuple[int, str]]:
    """Row number and outcome of every row, in the order of the preview."""
    return list(source.checked_rows.values_list("line", "outcome"))
