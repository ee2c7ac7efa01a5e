"""What the content policy and the house rules ask of templates and vendored files."""

import hashlib
import re
import subprocess
import sys

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
TEMPLATES = ROOT / "templates"
PAGES = sorted(TEMPLATES.rglob("*.html")) + sorted(TEMPLATES.rglob("*.svg"))
REFUSED_BY_THE_POLICY = re.compile(
    r"\sstyle=|<style|<script(?! src=\"{% static )|\son[a-z]+=|javascript:|hx-on|https?://"
)
KNOWN_TO_DJANGO = {"403.html", "404.html", "500.html", "403_csrf.html"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TEMPLATES)))
def test_no_style_and_no_script_stands_in_a_template(page):
    found = REFUSED_BY_THE_POLICY.findall(page.read_text())

    assert found == []


def test_every_template_is_used():
    sources = [*ROOT.glob("*/**/*.py"), *TEMPLATES.rglob("*.*")]
    words = {
        path: path.read_text()
        for path in sources
        if path.suffix in {".py", ".html", ".svg", ".txt"}
    }

    unused = [
        name
        for name in (path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.*"))
        if name not in KNOWN_TO_DJANGO and not name.startswith("django/") and not used(name, words)
    ]

    assert unused == []


def used(name, words) -> bool:
    """Whether a template or a module names it; generic views name theirs by model and suffix."""
    model_page = re.search(r"/([a-z]+)_(list|detail|form)\.html$", name)
    return any(
        f'"{name}"' in text
        or f"'{name}'" in text
        or (model_page and re.search(rf"model = {model_page[1]}\b", text, re.IGNORECASE))
        for path, text in words.items()
        if path != TEMPLATES / name
    )


def test_vendored_files_are_as_they_were_taken():
    command = [sys.executable, "tools/vendor.py", "--check"]

    check = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert check.returncode == 0, check.stdout


def test_a_changed_vendored_file_is_found(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(ROOT / "tools")
    import vendor

    monkeypatch.setattr(vendor, "ROOT", tmp_path)

    problems = vendor.check()

    assert any("bootstrap.min.css is missing" in problem for problem in problems)


def test_fonts_are_as_they_were_made():
    folder = ROOT / "reports" / "fonts"
    lines = (folder / "SHA256SUMS").read_text().splitlines()

    made = dict(reversed(line.split("  ")) for line in lines)
    found = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.glob("*.ttf")
    }

    assert found == made


def test_stylesheets_ask_nobody_else_for_anything():
    sheets = sorted((ROOT / "static" / "twinportal").glob("*.css"))

    outside = [sheet.name for sheet in sheets if re.search(r"@import|//[a-z]", sheet.read_text())]

    assert sheets
    assert outside == []
