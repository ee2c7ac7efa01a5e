"""The open data of a register, and the picture for other sites."""

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from django.urls import reverse

from tests.factories import ActivityFactory, RelationshipFactory

pytestmark = pytest.mark.django_db

PAGE = "/register/montreal/"


@pytest.fixture
def tie(open_office):
    return RelationshipFactory(
        office=open_office, home_city__name="Montréal", partner_city__name="Shanghai"
    )


def rows_of(answer):
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_ties_are_the_same_in_both_files(client, tie):
    [line] = rows_of(client.get(f"{PAGE}ties.csv"))
    content = json.loads(client.get(f"{PAGE}ties.json").content)

    [row] = content["ties"]
    assert (line["id"], line["partner"]) == (str(row["id"]), row["partner"])
    assert list(line) == list(row)
    assert content["licence"] == "https://creativecommons.org/licenses/by/4.0/"


def test_an_activity_names_only_published_ties(client, open_office, tie):
    proposed = RelationshipFactory(office=open_office, legal_status="proposed")
    ActivityFactory(relationships=[tie, proposed])

    content = json.loads(client.get(f"{PAGE}activities.json").content)

    assert [row["ties"] for row in content["activities"]] == [[tie.pk]]


def test_a_title_is_no_formula(client, open_office, tie):
    open_office.publishes_titles = True
    open_office.save()
    ActivityFactory(relationships=[tie], title="=1+1")

    assert rows_of(client.get(f"{PAGE}activities.csv"))[0]["title"] == "'=1+1"


@pytest.mark.parametrize("file", ["ties.csv", "ties.json", "activities.csv", "activities.json"])
def test_any_site_may_read_a_file_and_is_told_the_terms(client, tie, file):
    answer = client.get(PAGE + file)

    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Link"].endswith('rel="license"')


def test_no_site_may_read_a_page_or_frame_it(client, tie):
    answer = client.get(PAGE)

    assert not answer.has_header("Access-Control-Allow-Origin")
    assert answer["X-Frame-Options"] == "DENY"


def test_every_column_is_explained_on_the_page(client, tie):
    page = client.get(f"{PAGE}open-data/").content.decode()

    for file in ["ties.csv", "activities.csv"]:
        header = client.get(PAGE + file).content.decode("utf-8-sig").splitlines()[0]
        assert all(f"<code>{name}</code>" in page for name in header.split(","))


def test_the_strip_is_a_picture_other_sites_may_show(client, tie):
    answer = client.get(reverse("register_strip", args=["montreal", tie.pk, "montreal-shanghai"]))

    picture = ElementTree.fromstring(answer.content)  # noqa: S314
    assert picture.find("{*}title").text == "Montréal – Shanghai"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["Content-Type"].startswith("image/svg+xml")


def test_the_strip_speaks_the_language_asked_for(client, tie):
    address = reverse("register_strip", args=["montreal", tie.pk, "montreal-shanghai"])

    english, french = (client.get(f"{address}?lang={lang}").content for lang in ["en", "fr"])

    assert english != french
