"""The bars of a comparison as a picture of their own."""

from xml.etree import ElementTree

import pytest

BARS = "/dashboard/compare/bars"
ASKED = {"group": "office:montreal", "other": "country:JP", "from": 2015, "to": 2019}


@pytest.fixture
def recorded(our_ties, japanese_ties, hold):
    """3 of 15 tie-years of Montréal without government, 12 of 15 of Japan, same partners."""
    hold(our_ties[:3], 3, students=9)
    hold(japanese_ties[:3], 12, artists=4)


def words(answer):
    picture = ElementTree.fromstring(answer.content)  # noqa: S314  our own
    return " ".join(text.strip() for text in picture.itertext() if text.strip())


def test_it_has_the_figures_of_the_page_and_says_what_is_compared(officer_client, recorded):
    said = words(officer_client.get(f"{BARS}.svg", ASKED))

    assert "12/15" in said
    assert "80.0 %" in said
    assert "“Montréal” and “Japan, ties to compare with”, 2015–2019" in said


def test_it_comes_in_pixels_too(officer_client, recorded):
    assert officer_client.get(f"{BARS}.png", ASKED).content.startswith(b"\x89PNG")


def test_the_page_leads_to_both(compared, recorded):
    page = compared().content.decode()

    assert 'href="/dashboard/compare/bars.svg?group=office%3Amontreal&amp;' in page
    assert 'href="/dashboard/compare/bars.png?group=office%3Amontreal&amp;' in page


def test_without_bars_there_is_no_picture(officer_client, our_ties, japanese_ties):
    assert officer_client.get(f"{BARS}.svg", ASKED).status_code == 404
    assert officer_client.get(f"{BARS}.pdf", ASKED).status_code == 404


def test_a_question_that_cannot_be_answered_goes_back_to_the_page(officer_client, recorded):
    answer = officer_client.get(f"{BARS}.svg", {"group": "nobody", "other": "\x00"})

    assert answer.status_code == 302
    assert answer["Location"].startswith("/dashboard/compare/?")
