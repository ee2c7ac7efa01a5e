"""One edition: how far it is, what it says, its files. See test_page_editions.py for the list."""

import io
import json

import openpyxl
import pypdf
import pytest

from reports.models import Edition, EditionFile


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


def page_of(browser, edition):
    answer = browser.get(edition.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def test_while_it_is_made_only_the_progress_is_asked_again(officer_client, edition):
    page = page_of(officer_client, edition)
    part = officer_client.get(edition.get_absolute_url(), headers={"HX-Request": "true"})

    assert f'hx-get="{edition.get_absolute_url()}"' in page
    assert part.content.decode().lstrip().startswith('<div class="progress-line"')
    assert "HX-Refresh" not in part


@pytest.mark.parametrize("which", ["built_edition", "failed_edition"])
def test_once_it_is_over_the_page_is_loaded_anew(officer_client, request, which):
    edition = request.getfixturevalue(which)

    answer = officer_client.get(edition.get_absolute_url(), headers={"HX-Request": "true"})

    assert answer["HX-Refresh"] == "true"
    assert f'hx-get="{edition.get_absolute_url()}"' not in page_of(officer_client, edition)


def test_a_built_edition_opens_with_its_statement_and_says_its_hash(officer_client, built_edition):
    page = page_of(officer_client, built_edition)

    assert "did something in the last 5 years." in page
    assert built_edition.sha256 in page
    assert "These figures are frozen as of 31 Dec 2025." in page
    assert "Odile" in page


def test_the_moment_is_told_in_the_offices_time(officer_client, built_edition):
    Edition.objects.update(requested_at="2026-02-04T02:30:00+00:00")

    assert "3 Feb 2026, 9:30 p.m." in page_of(officer_client, built_edition)


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize(
    ("format", "ending", "content_type"),
    [
        ("pdf", ".pdf", "application/pdf"),
        ("ltr", "-letter.pdf", "application/pdf"),
        ("xlsx", ".xlsx", SHEET),
        ("csv", ".csv", "text/csv; charset=utf-8"),
        ("json", ".json", "application/json"),
        ("txt", ".txt", "text/plain; charset=utf-8"),
    ],
)
def test_each_file_is_handed_out_as_a_download(
    officer_client, built_edition, format, ending, content_type
):
    answer = officer_client.get(f"/editions/{built_edition.pk}/{format}/")

    data = b"".join(answer.streaming_content)
    assert answer["Content-Type"] == content_type
    assert answer["Content-Disposition"] == (
        f'attachment; filename="twinning-montreal-2025-draft-en{ending}"'
    )
    assert len(data) == EditionFile.objects.get(format=format).size
    assert "Jinan" in text_of(data, format)


def text_of(data, format):
    if format in ("pdf", "ltr"):
        return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    if format == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(data))
        return str([cell for sheet in book for row in sheet.values for cell in row])
    if format == "json":
        return str(json.loads(data))
    return data.decode("utf-8-sig")


def test_a_file_that_was_not_made_is_not_found(officer_client, edition, built_edition):
    assert officer_client.get(f"/editions/{built_edition.pk}/docx/").status_code == 404
    built_edition.files.all().delete()
    assert officer_client.get(f"/editions/{built_edition.pk}/pdf/").status_code == 404


def test_a_failed_edition_says_so_and_can_be_tried_again(officer_client, failed_edition):
    page = page_of(officer_client, failed_edition)
    answer = officer_client.post(f"/editions/{failed_edition.pk}/again/", follow=True)

    failed_edition.job_run.refresh_from_db()
    assert failed_edition.job_run.note == ""
    assert failed_edition.job_run.state == "queued"
    assert "The edition could not be built. Try again." in page
    assert f'action="/editions/{failed_edition.pk}/again/"' in page
    assert "The edition is being made again." in answer.content.decode()


def test_an_edition_that_did_not_fail_is_not_made_again(officer_client, built_edition):
    answer = officer_client.post(f"/editions/{built_edition.pk}/again/", follow=True)

    assert "there is nothing to make again" in answer.content.decode()
    assert Edition.objects.get().job_run.state == "done"


def test_a_councillor_reads_a_failed_edition_and_cannot_try_again(
    councillor_client, failed_edition
):
    page = page_of(councillor_client, failed_edition)

    assert "The edition could not be built." in page
    assert "/again/" not in page
    assert councillor_client.post(f"/editions/{failed_edition.pk}/again/").status_code == 403


def test_a_councillor_reads_and_downloads(councillor_client, built_edition):
    answer = councillor_client.get(f"/editions/{built_edition.pk}/pdf/")

    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert "Files" in page_of(councillor_client, built_edition)


def test_an_edition_of_another_office_is_not_found(outsider_client, built_edition):
    for address in ("", "pdf/"):
        assert outsider_client.get(f"/editions/{built_edition.pk}/{address}").status_code == 404
    assert outsider_client.post(f"/editions/{built_edition.pk}/again/").status_code == 404
