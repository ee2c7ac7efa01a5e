import doctest
import re
from pathlib import Path

import pytest

from reports import metrics

DOCUMENT = Path(__file__).parents[2] / "docs" / "METRICS.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")

# What the metrics are made of, and is no figure of its own.
BUILDING_BLOCKS = {
    "clock_day",
    "days_within",
    "first_day",
    "last_complete_year",
    "last_day",
    "legal_term",
    "likelihoods",
    "one_decimal",
    "strictly",
    "whole_months",
    "wilson",
}


def test_every_example_of_the_document_comes_out_as_printed():
    failures, attempted = doctest.testfile(str(DOCUMENT), module_relative=False, encoding="utf-8")

    assert failures == 0
    assert attempted > 50


@pytest.mark.parametrize("heading", re.findall(r"^## (\d+\. .+)$", TEXT, re.MULTILINE))
def test_every_number_has_an_example(heading):
    section = TEXT.split(f"## {heading}\n")[1].split("\n## ")[0]

    assert ">>> " in section


def test_every_metric_stands_in_an_example():
    functions = {name for name in metrics.__all__ if name.islower()}

    shown = {name for name in functions if f"metrics.{name}(" in TEXT}

    assert functions - shown == BUILDING_BLOCKS


def test_every_link_to_a_heading_leads_to_one():
    headings = re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}

    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= anchors
