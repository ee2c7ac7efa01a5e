"""The content of an edition as a page of the portal, in the language of the edition."""

from collections import namedtuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import override

from reports.charts import LikelihoodRow
from reports.editions.paper import laid_out
from reports.editions.people import people_text
from reports.metrics import Likelihood
from reports.signs import LEGEND

Cell = namedtuple("Cell", ["year", "mark", "in_window"])
MARK_OF_CLASS = {"government": "G", "community": "C", "people_to_people": "C"}
# The activities stand on the page itself: the door of every count.
ROWS = "#activities"


def edition_article(content: dict) -> SafeString:
    """Everything the edition says, from the stored content alone: no record is asked again."""
    with override(content["language"]):
        return render_to_string("reports/edition_article.html", _context(content))


def _context(content):
    paper = laid_out(content)
    return {
        "content": content,
        "w": paper["words"],
        "money": paper["money"],
        "likelihoods": _likelihoods(content),
        "statuses": content["statuses"],
        "ties": list(zip(paper["ties"], content["ties"], _strips(content), strict=True)),
        "legend": _legend(content),
        "activities": _activities(content),
        "held": paper["year_activities"],
    }


def _likelihoods(content):
    return [
        LikelihoodRow(
            name=row["label"],
            mark=MARK_OF_CLASS.get(row["class"], ""),
            likelihood=Likelihood(row["panel"]["n"], row["panel"]["of"]),
            address=ROWS,
        )
        for row in content["likelihoods"]
        if row["panel"]["of"]
    ]


def _strips(content):
    years, window = content["strip_years"], set(content["window"])
    return [
        [Cell(year, mark, year in window) for year, mark in zip(years, tie["marks"], strict=True)]
        for tie in content["ties"]
    ]


def _legend(content):
    used = {mark for tie in content["ties"] for mark in tie["marks"]}
    return [mark for mark in LEGEND if mark in used]


def _activities(content):
    """Every activity behind the window, newest first, with its people in words."""
    return [row | {"people_text": people_text(row)} for row in content["activities"]]
