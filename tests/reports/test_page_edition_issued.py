"""The acts on an edition by its pages: issue, make again, discard, restate."""

import pytest

from reports.editions.building import request_edition
from reports.models import Edition
from reports.tasks import build_edition

READ = {"was_read": "yes"}


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def issued_edition(coordinator_client, built_edition):
    coordinator_client.post(f"/editions/{built_edition.pk}/issue/", READ)
    build_edition(edition_id=built_edition.pk)
    return Edition.objects.get()


def page_of(browser, edition):
    return browser.get(edition.get_absolute_url()).content.decode()


def test_a_coordinator_issues_a_draft(coordinator_client, built_edition):
    page = page_of(coordinator_client, built_edition)
    answer = coordinator_client.post(f"/editions/{built_edition.pk}/issue/", READ, follow=True)

    edition = Edition.objects.get()
    assert f'action="/editions/{edition.pk}/issue/"' in page
    assert (edition.state, edition.number) == ("issued", 1)
    assert str(edition.issued_by) == "Corinne"
    assert "Issued as no. 2025-1." in answer.content.decode()


def test_an_officer_makes_drafts_and_does_not_issue(officer_client, built_edition):
    page = page_of(officer_client, built_edition)

    assert "/issue/" not in page
    assert f'action="/editions/{built_edition.pk}/anew/"' in page
    assert "A coordinator or the administrator issues it." in page
    assert officer_client.post(f"/editions/{built_edition.pk}/issue/", READ).status_code == 403


def test_a_councillor_reads_an_issued_edition_under_its_number(councillor_client, issued_edition):
    page = page_of(councillor_client, issued_edition)
    listed = councillor_client.get("/editions/").content.decode()
    paper = councillor_client.get(f"/editions/{issued_edition.pk}/pdf/")
    paper.getvalue()  # read it, or its file stays open

    assert "Issued as no. 2025-1 on 3 Feb 2026." in page
    assert "issued, no. 2025-1" in listed
    assert 'filename="twinning-montreal-2025-1-en.pdf"' in paper["Content-Disposition"]
    assert "/restate/" not in page


def test_a_draft_is_discarded(officer_client, built_edition):
    answer = officer_client.post(f"/editions/{built_edition.pk}/discard/", follow=True)

    assert "The draft is discarded." in answer.content.decode()
    assert not Edition.objects.exists()


def test_a_draft_in_the_making_is_not_discarded(officer_client, edition):
    answer = officer_client.post(f"/editions/{edition.pk}/discard/", follow=True)

    assert "Wait until it is ready." in answer.content.decode()
    assert Edition.objects.exists()


@pytest.mark.parametrize("act", ["issue", "anew", "discard"])
def test_an_issued_edition_refuses_every_act_in_a_sentence(coordinator_client, issued_edition, act):
    answer = coordinator_client.post(f"/editions/{issued_edition.pk}/{act}/", READ, follow=True)

    assert "This edition is no draft any more." in answer.content.decode()
    assert Edition.objects.get().sha256 == issued_edition.sha256


@pytest.mark.parametrize("reason", ["", "   ", "a\x00b", "x" * 1001])
def test_a_restatement_wants_a_reason(coordinator_client, issued_edition, reason):
    answer = coordinator_client.post(f"/editions/{issued_edition.pk}/restate/", {"reason": reason})

    assert answer.context["form"].errors["reason"]
    assert Edition.objects.count() == 1


def test_a_restatement_shows_its_lines_and_the_first_leads_to_it(
    coordinator_client, issued_edition, regina_and_jinan
):
    regina_and_jinan.start_date = "1990-01-01"
    regina_and_jinan.save()
    answer = coordinator_client.post(
        f"/editions/{issued_edition.pk}/restate/", {"reason": "The tie is younger."}
    )
    draft = Edition.objects.get(restates=issued_edition)
    build_edition(edition_id=draft.pk)
    page = page_of(coordinator_client, draft)
    coordinator_client.post(f"/editions/{draft.pk}/issue/", READ)

    assert answer["Location"] == draft.get_absolute_url()
    assert "What changed since no. 2025-1" in page
    assert "The tie is younger." in page
    assert f'<a href="{draft.get_absolute_url()}">Read no. 2025-2</a>' in page_of(
        coordinator_client, issued_edition
    )


def test_the_page_of_an_edition_asks_nothing_of_the_records(
    officer_client, built_edition, regina_and_jinan, django_assert_max_num_queries
):
    regina_and_jinan.activities.all().delete()

    with django_assert_max_num_queries(14):
        page = page_of(officer_client, built_edition)

    assert "Regina – Jinan" in page
    for activity in built_edition.summary["activities"]:
        assert activity["title"] in page


def test_nobody_issues_by_a_single_click(coordinator_client, built_edition):
    answer = coordinator_client.post(f"/editions/{built_edition.pk}/issue/", follow=True)

    assert "Read the figures and say so" in answer.content.decode()
    built_edition.refresh_from_db()
    assert built_edition.is_draft


def test_a_draft_beside_an_issued_edition_leads_to_restating_that(
    coordinator_client, issued_edition
):
    second = request_edition(
        office=issued_edition.office, year=issued_edition.year, as_of=issued_edition.as_of,
        language=issued_edition.language,
    )  # fmt: skip
    build_edition(edition_id=second.pk)

    page = page_of(coordinator_client, second)

    assert "No. 2025-1 stands for this year and language" in page
    assert f'href="/editions/{issued_edition.pk}/restate/"' in page
    assert "Issue it" not in page
    assert "Discard it" in page


@pytest.mark.parametrize("method", ["get", "post"])
def test_where_a_restatement_is_drafted_asking_again_leads_to_it(
    coordinator_client, issued_edition, method
):
    address = f"/editions/{issued_edition.pk}/restate/"
    coordinator_client.post(address, {"reason": "The tie is younger."})
    draft = Edition.objects.get(restates=issued_edition)

    answer = getattr(coordinator_client, method)(address, {"reason": "Again."}, follow=True)

    assert answer.redirect_chain[-1][0] == draft.get_absolute_url()
    assert "This draft is there already." in answer.content.decode()
    assert Edition.objects.count() == 2
