"""The rows behind each figure of an edition, on its own page."""

import html
import re

import pytest
from django.test import RequestFactory

from relationships.models import Relationship
from reports.editions.page import edition_article
from reports.editions.shown import shown
from reports.metrics import CLASSES
from tests.factories import ActivityFactory

DOOR = re.compile(r'href="\?show=([^"#]+)#(ties|activities)">([^<]+)</a>')


@pytest.fixture
def doors(rich):
    """What each figure of the page asks for, the list that it leads to, and how it is written."""
    return DOOR.findall(str(edition_article(rich)))


def page_of(content, **asked):
    return str(edition_article(content, RequestFactory().get("/", asked)))


def touched(activities):
    """The ties and policy years in which one of ``activities`` took place; single years here."""
    return {(tie, row["policy_year"]) for row in activities for tie in row["tie_ids"]}


def test_a_status_opens_as_many_relationships_as_it_counts(rich, doors):
    found = [(asked, figure) for asked, _part, figure in doors if asked.startswith("status-")]

    assert len(found) > 1
    for asked, figure in found:
        assert len(shown(rich, asked).ties) == int(figure)


def test_a_likelihood_opens_the_activities_that_make_its_tie_years(rich, doors):
    found = [(asked, figure) for asked, _part, figure in doors if asked.startswith("class-")]

    assert len(found) == len(CLASSES)
    for asked, figure in found:
        rows = shown(rich, asked)
        assert len(touched(rows.activities)) == int(figure.split("/")[0])
        assert figure in rows.words


def test_an_official_share_opens_what_it_is_of(rich, doors):
    found = [(asked, figure) for asked, _part, figure in doors if asked.startswith("share-")]

    assert found
    for asked, figure in found:
        rows = shown(rich, asked).activities
        official = [row for row in rows if row["involvement"] in "GM"]
        assert f"{len(official)}/{len(rows)}" == figure


def test_a_share_leaves_out_what_the_window_of_its_own_tie_does_not_reach(content):
    tie = max(content["ties"], key=lambda tie: tie["classified"])
    row = next(row for row in content["activities"] if tie["id"] in row["tie_ids"])

    tie["window"] = [year for year in tie["window"] if year != row["policy_year"]]

    assert row not in shown(content, f"share-{tie['id']}").activities
    assert row in shown(content, f"tie-{tie['id']}").activities


def test_what_is_shown_is_said_with_its_number_and_a_way_back(content):
    tie = max(content["ties"], key=lambda tie: tie["classified"])

    page = html.unescape(page_of(content, show=f"tie-{tie['id']}"))

    rows = shown(content, f"tie-{tie['id']}").activities
    assert f"{len(rows)} activities are shown: {tie['name']}." in page
    assert '<a href="?#activities">Show all</a>' in page
    for row in content["activities"]:
        assert (f">{row['title']}</a></th>" in page) == (row in rows)


@pytest.mark.parametrize(
    "asked", ["tie-999999", "share-x", "status-happy", "class-", "nothing", "-", "\x00", "tie"]
)
def test_what_the_edition_does_not_have_shows_everything_and_says_so(content, asked):
    found = shown(content, asked)

    assert (found.ties, found.activities) == (content["ties"], content["activities"])
    assert "no such figure" in page_of(content, show=asked)


def test_the_rows_stay_those_of_the_day_of_the_edition(officer_client, built_edition):
    tie = built_edition.summary["ties"][0]
    address = f"{built_edition.get_absolute_url()}?show=tie-{tie['id']}"
    before = officer_client.get(address).content.decode().count('<th scope="row">')

    ActivityFactory(relationships=[Relationship.objects.get(pk=tie["id"])], when="2024")

    assert officer_client.get(address).content.decode().count('<th scope="row">') == before


def test_a_long_list_of_activities_has_pages_that_keep_what_is_shown(content):
    tie = max(content["ties"], key=lambda tie: tie["classified"])
    row = next(row for row in content["activities"] if tie["id"] in row["tie_ids"])
    content["activities"] = [row | {"title": f"No. {number}."} for number in range(501)]

    asked = f"tie-{tie['id']}"
    first, last = page_of(content, show=asked), page_of(content, show=asked, page="2")

    assert ("No. 499." in first, "No. 500." in first) == (True, False)
    assert ("No. 499." in last, "No. 500." in last) == (False, True)
    assert "501 activities are shown" in last
    assert f'href="?show={asked}&amp;page=2"' in first
