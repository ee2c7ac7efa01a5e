"""An association reads its network, makes the year on paper and takes it away."""

import pytest

from reports.models import NetworkEdition
from reports.tasks import build_network_edition
from tests.journeys.conftest import DESK, PHONE

pytestmark = pytest.mark.timeout(300)
NARROWEST = 320


def faults(page):
    """What is in anybody's way on this page, in each width."""
    found = []
    for width in (NARROWEST, PHONE, DESK):
        page.widen(width)
        found += [f"{page.url}, {width}: too wide"] if page.overflow() > 0 else []
        found += [f"{page.url}, {width}: {fault}" for fault in page.barriers()]
    return found


def test_the_year_of_the_network_is_made_read_and_taken_away(open_page, sign_in):
    page = open_page()
    sign_in(page, "network@portal.example")
    in_the_way = faults(page)

    page.get_by_role("link", name="Editions", exact=True).click()
    in_the_way += faults(page)
    page.tab_to(page.get_by_role("button", name="Make the edition"))
    page.press("Enter")
    page.locator("progress").wait_for()
    in_the_way += faults(page)
    build_network_edition(edition_id=NetworkEdition.objects.get().pk)
    page.get_by_role("heading", name="Where the ties stand").wait_for()
    in_the_way += faults(page)
    page.shoot("network-edition")

    with page.expect_download() as taken:
        page.get_by_role("link", name="PDF (A4)").click()
    assert taken.value.suggested_filename == "twinning-network-2025-en.pdf"
    assert in_the_way == []
