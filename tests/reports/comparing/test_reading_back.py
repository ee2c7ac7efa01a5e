"""Page, file, open example and command line print one comparison to the same digit."""

import csv
import io
import json
import re

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from reports.sample.demonstration_offices import seed_demonstration
from reports.signs import CLASSES

CLASS_OF_NAME = {str(name): of_class for of_class, name in CLASSES.items()}
NUMBER = r"(\d+(?:\.\d)?)"


@pytest.fixture
def demonstration(officer_client):
    cache.clear()
    seed_demonstration()
    return officer_client


def asked_on_the_command_line():
    written = io.StringIO()
    call_command(
        "likelihood", "--cohort", "demonstration_canada", "--matched-with", "demonstration_japan",
        "--from", "2015", "--to", "2019", "--as-of", "2020-03-31", "--format", "json",
        stdout=written,
    )  # fmt: skip
    return json.loads(written.getvalue())["matched"]


def likelihoods_on_the_page(page):
    """The first table of all figures: by class and group n, of, percent and interval."""
    table = page.split('id="table"')[1].split("</table>")[0]
    text = re.sub(r"<[^>]+>|&nbsp;", " ", table)
    for name, of_class in CLASS_OF_NAME.items():
        row = text.split(name)[1].split("\n        \n")[0]
        found = re.findall(rf"(\d+)/(\d+)\s+{NUMBER}\s+%\s+{NUMBER} to {NUMBER} %", row)
        times = re.search(rf"{NUMBER}\s+×\s+{NUMBER} to {NUMBER}", row).groups()
        yield of_class, found[:2], times


def lines_of_the_file(browser):
    answer = browser.get("/dashboard/compare/figures.csv")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_the_page_prints_what_the_command_answers(demonstration):
    said = asked_on_the_command_line()
    page = demonstration.get("/dashboard/compare/").content.decode()

    for of_class, likelihoods, times in likelihoods_on_the_page(page):
        for group, (n, of, *percents) in zip(said["groups"], likelihoods, strict=True):
            found = group["classes"][of_class]
            assert (int(n), int(of)) == (found["n"], found["of"])
            assert percents == [found["percent"], *found["interval"]]
        ratio = said["ratios"][of_class]
        assert list(times) == [ratio["ratio"], *ratio["interval"]]


def test_the_file_holds_what_the_command_answers(demonstration):
    said, lines = asked_on_the_command_line(), lines_of_the_file(demonstration)
    matched = [line for line in lines if line["Ties"] == "ties to the same partners"]
    panel = [line for line in matched if line["Years counted"] == "every tie, every year"]

    for group, name in zip(said["groups"], ("Canada", "Japan"), strict=True):
        for line in (line for line in panel if line["Group"] == name):
            found = group["classes"][CLASS_OF_NAME[line["Activities"]]]
            assert line["How many ties"] == str(group["ties"])
            assert line["Tie-years with one"] == str(found["n"])
            assert line["Tie-years"] == str(found["of"])
            assert line["Percent"] == found["percent"]
    for line in lines[-len(CLASSES) :]:
        ratio = said["ratios"][CLASS_OF_NAME[line["Activities"]]]
        assert line["Percent"] == ratio["ratio"]
        assert [line["Interval from"], line["Interval to"]] == ratio["interval"]


def test_the_opening_page_is_the_article_to_the_digit(demonstration):
    page = demonstration.get("/dashboard/compare/").content.decode()

    assert "a Japanese tie was 6.4 times as likely as a Canadian one" in page
    assert "43.8 % (127/290) against 6.9 % (11/160)" in page
    assert "14/245" in page
    assert "are made up to show the portal" in page


def test_anybody_may_open_the_example_and_it_is_the_article(demonstration):
    page = Client().get("/example/").content.decode()

    assert "43.8 % (127/290) against 6.9 % (11/160)" in page
    assert "35/245" in page
    assert "14.3&nbsp;%" in page
    assert "5.7&nbsp;%" in page
    assert "These are the figures that the article prints, to the digit." in page
