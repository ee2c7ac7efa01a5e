"""The content of a network's edition as a page of the portal, in the language of the edition."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from reports.charts import LikelihoodRow, TrendLine
from reports.metrics import Likelihood
from reports.network.editions.groups import groups_of, recorded_years
from reports.network.editions.paper import busiest_fifth, denominator

MARK_OF_CLASS = {"government": "G", "community": "C", "people_to_people": "C"}


def network_article(content: dict) -> SafeString:
    """Everything the edition says, from the stored content alone: no record is asked again."""
    with override(content["language"]):
        return render_to_string("reports/network_article.html", _context(content))


def _context(content):
    return {
        "content": content,
        "likelihoods": _likelihoods(content),
        "notes": [denominator(content), *content["likelihood_notes"]],
        "trend": _trend(content),
        "running": next((row["year"] for row in content["trend"] if row["to_date"]), None),
        "busiest": busiest_fifth(content["concentration"]),
        "countries": groups_of(content["countries"]),
        "kinds": groups_of(content["kinds"]),
    }


def _likelihoods(content):
    return [
        LikelihoodRow(
            name=row["label"],
            mark=MARK_OF_CLASS.get(row["class"], ""),
            likelihood=Likelihood(row["panel"]["n"], row["panel"]["of"]),
        )
        for row in content["likelihoods"]
        if row["panel"]["of"]
    ]


def _trend(content):
    years = recorded_years(content)
    return [
        TrendLine(
            name=name,
            mark=mark,
            values={row["year"]: row["ties"][of] for row in years if not row["to_date"]},
            to_date=next((row["ties"][of] for row in years if row["to_date"]), None),
        )
        for name, mark, of in (
            (_("with officials"), "G", "government"),
            (_("with citizens"), "C", "community"),
        )
    ]
