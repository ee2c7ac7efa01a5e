"""The guide speaks in the words of the screens."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOMS = ["accounts", "relationships", "activities", "reports"]
GUIDE = (settings.BASE_DIR / "docs" / "GUIDE.md").read_text()
BOLD = re.findall(r"\*\*(.+?)\*\*", GUIDE)
QUOTED = sorted({word for path in BOLD for word in path.split(" → ")})


@pytest.fixture(scope="module")
def screens():
    """All that the portal can say, as its source writes it."""
    pages = (settings.BASE_DIR / "templates").rglob("*.html")
    code = [path for room in ROOMS for path in (settings.BASE_DIR / room).rglob("*.py")]
    return "\n".join(" ".join(path.read_text().split()) for path in [*pages, *code])


@pytest.mark.parametrize("word", QUOTED)
def test_what_the_guide_names_stands_on_a_screen(word, screens):
    assert word in screens


@pytest.mark.parametrize("link", re.findall(r"\]\((.+?)\)", GUIDE))
def test_what_the_guide_links_to_is_there(link):
    assert Path(settings.BASE_DIR / "docs" / link).exists()
