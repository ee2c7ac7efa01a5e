"""The columns of the tables of an edition, the same in CSV and workbook."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what stands in it for a row, and its width in characters."""

    heading: str | Promise
    value: Callable[[dict], Any]
    width: int = 12


def _date(text):
    """A day for the spreadsheet to reckon with; a mere month or year stays as it is written."""
    return date.fromisoformat(text) if text and len(text) == len("2015-06-30") else text


def _list(values):
    return "; ".join(str(value) for value in values)


def _people(row):
    """Those who were counted; none where groups took part and no number is known of any."""
    is_unnumbered = row.get("is_unnumbered") or row.get("unnumbered")
    return None if is_unnumbered and not row["participants"] else row["participants"]


TIE_COLUMNS = [
    Column(_("Relationship"), lambda tie: tie["name"], 32),
    # Two relationships of an office can be of one name; their numbers differ.
    Column(_("Number"), lambda tie: tie["id"], 9),
    Column(_("Native name"), lambda tie: tie["partner_native"], 16),
    Column(_("Country"), lambda tie: tie["country"], 9),
    Column(_("Tier"), lambda tie: tie["tier"], 16),
    Column(_("Legal status"), lambda tie: tie["legal_status"], 14),
    Column(_("Since"), lambda tie: tie["since"], 14),
    Column(_("Activity status"), lambda tie: tie["status_label"], 16),
    Column(_("Last activity"), lambda tie: _date(tie["last_activity_date"]), 14),
    Column(_("Last contact"), lambda tie: _date(tie["last_contact_date"]), 14),
    Column(_("Months since"), lambda tie: tie["months_since"], 9),
    Column(_("Years active"), lambda tie: tie["active_years"], 9),
    Column(_("Government only"), lambda tie: tie["counts"]["G"], 11),
    Column(_("Mixed"), lambda tie: tie["counts"]["M"], 9),
    Column(_("Community"), lambda tie: tie["counts"]["C"], 11),
    Column(_("Business only"), lambda tie: tie["counts"]["B"], 11),
    Column(_("Not classified"), lambda tie: tie["counts"]["U"], 11),
    Column(_("With government"), lambda tie: tie["official"], 12),
    Column(_("Of classified"), lambda tie: tie["classified"], 11),
    Column(_("People"), _people, 9),
    Column(_("Number not known"), lambda tie: tie["unnumbered"], 11),
    Column(_("Years not reported"), lambda tie: _list(tie["unreported_years"]), 16),
    Column(_("Flags"), lambda tie: _list(tie["flags"]), 30),
]


def _amount(value):
    return None if value is None else Decimal(value)


def _total(tie):
    """What was spent, where money is on record in one currency only."""
    sums = [spent for spent in tie["costs"]["sums"] if spent["activities"]]
    return sums[0] if len(sums) == 1 else {}


MONEY_COLUMNS = [
    Column(_("Relationship"), lambda tie: tie["name"], 32),
    Column(_("Number"), lambda tie: tie["id"], 9),
    Column(_("Breadth in fields"), lambda tie: tie["breadth"], 10),
    Column(_("Visits here"), lambda tie: tie["inbound"], 9),
    Column(_("Visits there"), lambda tie: tie["outbound"], 9),
    Column(_("Reciprocity of visits"), lambda tie: tie["visits_reciprocity"], 11),
    Column(_("Reciprocity of people"), lambda tie: tie["people_reciprocity"], 11),
    Column(_("Activities"), lambda tie: tie["costs"]["activities"], 10),
    Column(_("Activities with money on record"), lambda tie: tie["costs"]["recorded"], 12),
    Column(_("Spent"), lambda tie: _amount(_total(tie).get("total")), 12),
    Column(_("Currency"), lambda tie: _total(tie).get("currency"), 9),
    Column(_("For each activity"), lambda tie: _amount(_total(tie).get("per_activity")), 12),
    Column(
        _("For each day of one person"), lambda tie: _amount(_total(tie).get("per_person_day")), 12
    ),
    Column(_("Cancelled"), lambda tie: tie["disruption"]["cancelled"], 10),
    Column(_("Postponed"), lambda tie: tie["disruption"]["postponed"], 10),
    Column(_("Declined"), lambda tie: tie["disruption"]["declined"], 10),
]

TRAVEL_COLUMNS = [
    Column(_("Elected member"), lambda row: row["member"], 24),
    Column(_("Destination"), lambda row: row["destination"], 20),
    Column(_("Left"), lambda row: _date(row["from_date"]), 12),
    Column(_("Returned"), lambda row: _date(row["to_date"]), 12),
    Column(_("Reason"), lambda row: row["reason"], 40),
    Column(_("Cost to council"), lambda row: _amount(row["cost_to_council"]), 12),
    Column(_("Total cost"), lambda row: _amount(row["total_cost"]), 12),
    Column(_("Currency"), lambda row: row["currency"], 9),
    Column(_("Activity"), lambda row: row["activity_title"], 40),
    Column(_("Status of the activity"), lambda row: row["status_label"], 14),
]

FINDING_COLUMNS = [
    Column(_("Relationship"), lambda found: found["name"], 32),
    Column(_("Number"), lambda found: found["tie"], 9),
    Column(_("Flag"), lambda found: found["label"], 18),
    Column(_("Why"), lambda found: found["reason"], 80),
    Column(_("Rule"), lambda found: found["rule"], 60),
    Column(_("What would clear it"), lambda found: found["clears"], 60),
]

TREND_COLUMNS = [
    Column(_("Year"), lambda row: row["year"], 8),
    Column(_("To date"), lambda row: str(_("to date")) if row["to_date"] else "", 9),
    Column(_("Ties listed"), lambda row: row["listed"], 11),
    Column(_("Ties with an activity"), lambda row: row["ties"]["any"], 11),
    Column(_("Ties with government"), lambda row: row["ties"]["government"], 11),
    Column(_("Ties with community"), lambda row: row["ties"]["community"], 11),
    Column(_("Ties with citizens alone"), lambda row: row["ties"]["people_to_people"], 11),
    Column(_("Government only"), lambda row: row["activities"]["G"], 11),
    Column(_("Mixed"), lambda row: row["activities"]["M"], 9),
    Column(_("Community"), lambda row: row["activities"]["C"], 11),
    Column(_("Business only"), lambda row: row["activities"]["B"], 11),
    Column(_("Not classified"), lambda row: row["activities"]["U"], 11),
    Column(_("People"), _people, 9),
    Column(_("Number not known"), lambda row: row["unnumbered"], 11),
]

ACTIVITY_COLUMNS = [
    Column(_("Title"), lambda row: row["title"], 50),
    Column(_("Start"), lambda row: _date(row["start_date"]), 12),
    Column(_("End"), lambda row: _date(row["end_date"]), 12),
    Column(_("Start as recorded"), lambda row: row["start"], 12),
    Column(_("Policy year"), lambda row: row["policy_year"], 9),
    Column(_("Type"), lambda row: row["type"], 20),
    Column(_("Involvement"), lambda row: row["involvement_label"], 16),
    Column(_("People"), _people, 9),
    Column(_("Number not known"), lambda row: str(_("yes")) if row["is_unnumbered"] else "", 11),
    Column(_("Relationships"), lambda row: _list(row["ties"]), 40),
    Column(_("Numbers"), lambda row: _list(row.get("tie_ids", [])), 12),
    Column(_("Fields"), lambda row: _list(row["fields"]), 24),
    Column(_("Source"), lambda row: row["source"], 40),
]

CHANGE_COLUMNS = [
    Column(_("Of what"), lambda line: line["subject"], 40),
    Column(_("Number"), lambda line: line.get("id"), 9),
    Column(_("Figure"), lambda line: line["figure_label"], 24),
    Column(_("Before"), lambda line: line["before_text"], 20),
    Column(_("After"), lambda line: line["after_text"], 20),
]

RECORD_COLUMNS = [
    Column(_("Record"), lambda record: record["name"], 40),
    Column(_("Kind"), lambda record: record["kind"], 16),
    Column(_("By"), lambda record: record["by"], 24),
    Column(_("On"), lambda record: _date(record["on"]), 12),
]
