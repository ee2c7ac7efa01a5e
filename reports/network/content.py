"""What a network may take away, as plain data; the table holds the same figures, one a row."""

from django.utils.translation import gettext as _

from activities.formula_guard import guarded_csv
from reports.editions.content import likelihood_content
from reports.network.groups import Group, by_country, by_tier
from reports.network.sharing import Sharing
from reports.summary import AnnualSummary


def network_content(summary: AnnualSummary, sharing: Sharing) -> dict:
    """The sums as JSON's own types: no tie, no title and no person."""
    gini = summary.concentration.gini
    return {
        "as_of": summary.as_of.isoformat(),
        "window": list(summary.window),
        "offices": {"share": len(sharing.offices), "do_not_share": sharing.silent},
        "ties": len(summary.ties),
        "not_reported_tie_years": summary.statement.not_reported_pair_years,
        "statuses": dict(summary.status_counts),
        "every_year": _likelihoods(summary.panel),
        "years_in_force": _likelihoods(summary.exposure),
        "trend": {str(row.year): dict(row.ties) for row in summary.trend},
        "concentration": {
            "gini": None if gini is None else round(float(gini), 3),
            "busiest_fifth_ties": summary.concentration.top_ties,
            "busiest_fifth_activities": summary.concentration.top_activities,
            "activities": summary.concentration.activities,
        },
        "countries": [group_content(group) for group in by_country(summary)],
        "kinds": [group_content(group) for group in by_tier(summary)],
    }


def group_content(group: Group) -> dict:
    """A country or kind with its sums, as plain data."""
    return {
        "name": str(group.name),
        "offices": group.offices,
        "ties": group.ties,
        "statuses": group.statuses,
        "every_year": _likelihoods(group.panel),
        "years_in_force": _likelihoods(group.exposure),
    }


def _likelihoods(figures) -> dict:
    return {name: likelihood_content(likelihood) for name, likelihood in figures.items()}


def as_table(content: dict) -> bytes:
    """The content as CSV with two columns: what the figure is, step by step, and its value."""
    return guarded_csv([[_("figure"), _("value")], *_flat(content)])


def _flat(value, name=""):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{name} / {key}" if name else key)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for inner in value:
            yield from _flat({inner["name"]: _without_name(inner)}, name)
    elif isinstance(value, list):
        yield name, " ".join(str(one) for one in value)
    else:
        yield name, value


def _without_name(group: dict) -> dict:
    return {key: value for key, value in group.items() if key != "name"}
