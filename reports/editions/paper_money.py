"""The money and the travel of an edition for paper: amounts as the language writes them."""

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from reports.spending import amount, awaited


def money_on_paper(content: dict) -> dict:
    spending, travel = content["spending"], content["travel"]
    return {
        "words": _words(content),
        "recorded": spending["costs"]["text"],
        "sums": [_sum(found) for found in spending["costs"]["sums"] if found["activities"]],
        "disruption": spending["disruption"]["text"],
        "causes": _causes(spending["disruption"]),
        "ties": [_tie(tie) for tie in spending["ties"]],
        "trips": [_trip(row) for row in travel["taken"]],
        "totals": [_total(total) for total in travel["totals"]],
        "called_off": [_trip(row) for row in travel["called_off"]],
        "called_off_totals": [_total(total) for total in travel["called_off_totals"]],
    }


def _averages():
    return {
        "per_activity": _("For each activity with money on record"),
        "per_tie": _("For each tie with money on record"),
        "per_person_day": _("For each day of one person"),
    }


def _apart():
    return {"in_kind": _("In kind, in no total"), "planned": _("Planned, in no total")}


def _sum(found):
    lines = [
        (_("Spent"), found["total"], None),
        *[(share["label"], share["amount"], share["percent"]) for share in found["shares"]],
        *[(label, found[name], None) for name, label in _averages().items() if found[name]],
        *[(label, found[name], None) for name, label in _apart().items() if Decimal(found[name])],
    ]
    return {
        "lines": [_line(found["currency"], *line) for line in lines],
        "notes": found["notes"],
    }


def _line(currency, label, digits, percent):
    return {
        "label": label,
        "amount": amount(Decimal(digits), currency),
        "percent": _percent(percent),
    }


def _percent(text):
    return _("%(percent)s %%") % {"percent": number_format(text)} if text else ""


def _causes(disruption):
    return [
        ", ".join(f"{cause['label']} {cause['cancelled']}" for cause in disruption[name])
        for name in ("reasons", "sides")
        if disruption[name]
    ]


def _tie(tie):
    costs = tie["costs"]
    spent = [found for found in costs["sums"] if found["activities"]]
    return {
        "id": tie["id"],
        "name": tie["name"],
        "breadth": "–" if tie["breadth"] is None else number_format(tie["breadth"], 1),
        "visits": f"{tie['outbound']} / {tie['inbound']}",
        "recorded": f"{costs['recorded']}/{costs['activities']}",
        "spent": ", ".join(amount(Decimal(found["total"]), found["currency"]) for found in spent)
        or (_("not known") if costs["activities"] else "–"),
        "cancelled": f"{tie['disruption']['cancelled']}/{tie['disruption']['of']}",
    }


def _trip(row):
    days = [date_format(date.fromisoformat(row[name])) for name in ("from_date", "to_date")]
    return {
        "member": row["member"],
        "destination": row["destination"],
        "days": " – ".join(dict.fromkeys(days)),
        "reason": row["reason"],
        "cost_to_council": amount(Decimal(row["cost_to_council"]), row["currency"]),
        "total_cost": amount(Decimal(row["total_cost"]), row["currency"]),
    }


def _total(total):
    return {
        "cost_to_council": amount(Decimal(total["cost_to_council"]), total["currency"]),
        "total_cost": amount(Decimal(total["total_cost"]), total["currency"]),
    }


def _words(content):
    return {
        "heading": _("Breadth, balance and cost"),
        "breadth": _("Breadth in fields"),
        "visits": _("Visits there / here"),
        "recorded": _("Activities with money on record"),
        "spent": _("Spent"),
        "cancelled": _("Cancelled"),
        "disruption": _("What was called off"),
        "travel": _("Travel of elected members in %(year)s") % {"year": content["travel"]["year"]},
        "no_travel": _("No travel of elected members is on record."),
        "called_off": _("Paid for travel that did not take place"),
        "member": _("Elected member"),
        "destination": _("Destination"),
        "days": _("Dates"),
        "reason": _("Reason"),
        "cost_to_council": _("Cost to council"),
        "total_cost": _("Total cost"),
        "total": _("Total"),
        "awaited": awaited(content["travel"]["awaited"]),
    }
