"""A kept file is handed out as a download, and never run as a page."""

import pytest
from django.http import Http404

from activities.models import Attachment
from tests.twinportal.uploads.made_files import PDF
from twinportal.uploads import as_download


@pytest.fixture
def kept(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "a.pdf").write_bytes(PDF)
    document = Attachment(file="a.pdf").file
    yield document
    document.close()


def test_a_download_keeps_its_name_in_any_script(kept):
    answer = as_download(kept, "西安 “accord”\r\n.pdf", "application/pdf")

    assert answer.getvalue() == PDF
    assert answer["Content-Disposition"] == (
        "attachment; filename*=utf-8''%E8%A5%BF%E5%AE%89%20%E2%80%9Caccord%E2%80%9D.pdf"
    )


def test_a_download_is_never_run_as_a_page_nor_shared(kept):
    answer = as_download(kept, "a.pdf", "application/pdf")

    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"].startswith("private")


@pytest.mark.parametrize("name", ["gone.pdf", ""])
def test_a_file_that_is_gone_is_not_found(kept, name):
    kept.name = name

    with pytest.raises(Http404):
        as_download(kept, "a.pdf", "application/pdf")
