"""The content of an edition as a page of the portal, in the language of the edition."""

from collections import namedtuple

from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import override

from reports.charts import LikelihoodRow
from reports.editions.paper import laid_out
from reports.editions.people import people_text
from reports.editions.shown import shown
from reports.metrics import Likelihood
from reports.signs import LEGEND

Cell = namedtuple("Cell", ["year", "mark", "in_window"])
ACTIVITIES_OF_A_PAGE = 500
MARK_OF_CLASS = {"government": "G", "community": "C", "people_to_people": "C"}


def edition_article(content: dict, request=None) -> SafeString:
    """Everything the edition says, from the stored content alone: no record is asked again.

    Its lists are narrowed to the figure that the address of ``request`` asks to ``show``; the
    activities have pages.
    """
    asked = {} if request is None else request.GET
    with override(content["language"]):
        return render_to_string("reports/edition_article.html", _context(content, asked), request)


def _context(content, asked):
    paper, found = laid_out(content), shown(content, asked.get("show", ""))
    page = Paginator(found.activities, ACTIVITIES_OF_A_PAGE).get_page(asked.get("page"))
    left = {tie["id"] for tie in found.ties}
    ties = zip(paper["ties"], content["ties"], _strips(content), strict=True)
    return {
        "content": content,
        "w": paper["words"],
        "money": paper["money"],
        "likelihoods": _likelihoods(content),
        "statuses": content["statuses"],
        "shown": found,
        "ties": [row for row in ties if row[1]["id"] in left],
        "legend": _legend(content),
        "page_obj": page,
        "activities": [row | {"people_text": people_text(row)} for row in page.object_list],
    }


def _likelihoods(content):
    return [
        LikelihoodRow(
            name=row["label"],
            mark=MARK_OF_CLASS.get(row["class"], ""),
            likelihood=Likelihood(row["panel"]["n"], row["panel"]["of"]),
            address=f"?show=class-{row['class']}#activities",
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
