"""Breadth, balance, cost and what was called off, as an edition says it."""

from datetime import date

from activities.models import TravelLine
from reports import spending as words
from reports.metrics import Costs, Disruption
from reports.summary import AnnualSummary, TieSummary
from reports.travel import TravelYear, travel_year


def spending_content(summary: AnnualSummary) -> dict:
    """The whole set over the window, and the figures of each tie. Amounts are texts of digits."""
    return {
        "costs": _costs(summary.costs),
        "disruption": _disruption(summary.disruption),
        "ties": [_tie(tie) for tie in summary.ties],
    }


def travel_content(*, office, year: int, as_of: date) -> dict:
    """The travel of elected members in the year of the edition."""
    lines = TravelLine.objects.all()
    return _travel(travel_year(lines, office=office, year=year, as_of=as_of))


def _costs(costs: Costs):
    return {
        "activities": costs.activities,
        "recorded": costs.recorded,
        "text": words.recorded(costs),
        "sums": [_spent(spent) for spent in costs.sums],
    }


def _spent(spent):
    return {
        "currency": spent.currency,
        "total": str(spent.total),
        "shares": [_share(spent, *share) for share in words.shares(spent)],
        "in_kind": str(spent.in_kind),
        "planned": str(spent.planned),
        "activities": spent.activities,
        "ties": spent.ties,
        "person_days": spent.person_days,
        "per_activity": _or_none(spent.per_activity),
        "per_tie": _or_none(spent.per_tie),
        "per_person_day": _or_none(spent.per_person_day),
        "originals": [
            {"currency": each.currency, "amount": str(each.amount)} for each in spent.originals
        ],
        "notes": words.notes(spent),
    }


def _share(spent, name, label, paid):
    return {"share": name, "label": label, "amount": str(paid), "percent": spent.percent(name)}


def _or_none(value):
    return None if value is None else str(value)


def _disruption(found: Disruption):
    return {
        "held": found.held,
        "cancelled": found.cancelled,
        "of": found.of,
        "percent": found.percent,
        "postponed": found.postponed,
        "declined": found.declined,
        "text": " ".join(filter(None, [words.cancelled(found), words.put_off(found)])),
        "reasons": [_cause(each, words.reason_words) for each in found.reasons],
        "sides": [_cause(each, words.side_words) for each in found.sides],
    }


def _cause(cause, in_words):
    return {"word": cause.word, "label": in_words(cause.word), "cancelled": cause.cancelled}


def _tie(tie: TieSummary):
    visits, people = tie.visits_reciprocity, tie.people_reciprocity
    return {
        "id": tie.id,
        "name": tie.name,
        "breadth": None if tie.breadth is None else round(tie.breadth, 1),
        "inbound": tie.visits[0],
        "outbound": tie.visits[1],
        "visits_reciprocity": None if visits is None else round(float(visits), 2),
        "people_inbound": tie.people[0],
        "people_outbound": tie.people[1],
        "people_reciprocity": None if people is None else round(float(people), 2),
        "costs": _costs(tie.costs),
        "disruption": _disruption(tie.disruption),
    }


def _travel(travel: TravelYear):
    return {
        "year": travel.year,
        "taken": [travel_row(line) for line in travel.taken],
        "totals": [_total(total) for total in travel.totals],
        "called_off": [travel_row(line) for line in travel.called_off],
        "called_off_totals": [_total(total) for total in travel.called_off_totals],
        "awaited": travel.awaited,
    }


def travel_row(line: TravelLine) -> dict:
    """One trip of one member, as the table and its files have it."""
    return {
        "member": line.member,
        "destination": line.destination,
        "from_date": line.from_date.isoformat(),
        "to_date": line.to_date.isoformat(),
        "reason": line.reason,
        "cost_to_council": str(line.cost_to_council),
        "total_cost": str(line.total_cost),
        "currency": line.currency,
        "activity": line.activity_id,
        "activity_title": line.activity.title,
        "status": line.activity.status,
        "status_label": str(line.activity.get_status_display()),
    }


def _total(total):
    return {
        "currency": total.currency,
        "trips": total.trips,
        "cost_to_council": str(total.cost_to_council),
        "total_cost": str(total.total_cost),
    }
