"""The annex on paper: a sheet of one page for each tie, on A4 and on Letter."""

import io
from copy import deepcopy

import pytest
from pypdf import PdfReader

from reports.editions.formats import RENDERERS
from reports.editions.sheets import ACTIVITIES, FLAGS, sheets

SIZES = {"pdf": (595, 842), "ltr": (612, 792)}


def pages(content, format):
    return PdfReader(io.BytesIO(RENDERERS[format](content))).pages


def words(page):
    return " ".join(page.extract_text().split())


def fullest(content):
    """``content`` whose first tie has more and longer of everything than a sheet takes."""
    content = deepcopy(content)
    tie, row = content["ties"][0], content["activities"][0]
    tie["name"] = "Saint-Jean-sur-Richelieu-des-Laurentides – Ulaanbaatar-Nalaikh"
    tie["unreported_years"] = list(range(2010, 2020))
    tie["partner_native"] = "Улаанбаатар Налайх дүүрэг"
    long = row | {"title": "An exchange of many words " * 9, "ties": [tie["name"]],
                  "tie_ids": [tie["id"]]}  # fmt: skip
    content["activities"] = [long | {"id": 1000 + number} for number in range(40)]
    found = {
        "tie": tie["id"], "name": tie["name"], "kind": "dormant", "label": "Official-heavy",
        "reason": "Reasons without end, " * 30, "rule": "", "clears": "Much to do, " * 30,
    }  # fmt: skip
    content["findings"] = [found] * 8
    return content


@pytest.mark.parametrize("format", SIZES)
@pytest.mark.parametrize("language", ["en-ca", "fr-ca"])
def test_the_fullest_sheet_fits_one_page(rich, format, language):
    drawn = pages(fullest(rich) | {"language": language}, format)

    first, second = words(drawn[-2]), words(drawn[-1])
    assert "Saint-Jean-sur-Richelieu" in first
    assert first.count("An exchange of many words An exchange") == ACTIVITIES
    assert first.count("Official-heavy") == FLAGS
    assert "Québec – Xi'an" in second
    assert "Saint-Jean-sur-Richelieu" not in second


@pytest.mark.parametrize("format", SIZES)
@pytest.mark.parametrize(("activities", "flags"), [(4, 8), (40, 1)])
def test_a_sheet_with_room_has_whole_sentences_and_still_fits(rich, format, activities, flags):
    content = fullest(rich) | {"language": "fr-ca"}
    content["activities"] = content["activities"][:activities]
    reason = "A sentence of ordinary length, which says what was found and what the limit is. " * 3
    content["findings"] = [flag | {"reason": reason} for flag in content["findings"][:flags]]

    drawn = pages(content, format)

    first, second = words(drawn[-2]), words(drawn[-1])
    assert first.count(reason.strip()) == min(flags, FLAGS)
    assert "Québec – Xi'an" in second


@pytest.mark.parametrize("format", SIZES)
def test_each_paper_has_its_size(content, format):
    box = pages(content, format)[0].mediabox

    assert (round(box.width), round(box.height)) == SIZES[format]


def test_a_sheet_has_the_figures_of_its_tie_and_no_other(rich):
    sporting, official = sheets(rich)

    told = {fact["label"]: fact["text"] for fact in official["facts"]}
    tie = rich["ties"][1]
    assert told["With government"] == f"{tie['official']}/{tie['classified']}"
    assert told["Years active"] == str(tie["active_years"])
    assert " ".join(told["Spent"].split()) == "3 000.00 CAD"
    assert [row["when"] for row in sporting["activities"]] == ["2017"]
    assert sporting["nothing_held"] == ""


def test_activities_without_room_are_counted(rich):
    (sheet, _other) = sheets(fullest(rich))

    assert sheet["more"] == "32 older activities of these years stand in the workbook."


def test_an_edition_of_before_finds_its_activities_by_name(rich):
    older = deepcopy(rich)
    for row in older["activities"]:
        del row["tie_ids"]

    assert sheets(older) == sheets(rich)


def test_the_outline_leads_to_every_part_and_every_sheet(rich):
    outline = PdfReader(io.BytesIO(RENDERERS["pdf"](rich))).outline

    titles = [entry.title for entry in outline if not isinstance(entry, list)]
    assert titles[-1] == "Annex: each relationship on one sheet"
    assert "Every tie, year by year" in titles
    (annex,) = [entry for entry in outline[-1:] if isinstance(entry, list)]
    below = [entry.title for entry in annex if not isinstance(entry, list)]
    assert [title.split("–")[0] for title in below] == ["Québec ", "Québec "]
    assert "札幌" in below[0]
