"""A councillor looks: which ties work, and what stands behind a figure."""

import pytest

from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.timeout(300)


def test_one_look_answers_which_ties_work_and_each_figure_opens_its_rows(open_page, sign_in):
    page = open_page(width=PHONE)

    sign_in(page, "councillor@victoria.example")

    assert page.url.endswith("/dashboard/")
    assert "2 of our 4 ties did something" in page.locator(".lead-sentence").inner_text()
    assert page.get_by_text("Record an activity").count() == 0
    page.shoot("councillor-dashboard")
    page.locator(".likelihoods tr", has_text="Community").get_by_role("link").click()
    page.wait_for_url("**/activities/**")
    took_part = page.locator("tbody td .i").all_inner_texts()
    assert {words.strip() for words in took_part} == {"community", "mixed"}
