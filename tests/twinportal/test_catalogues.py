import gettext
import os
import re

import pytest
from babel.messages.pofile import PoFileError, read_po
from django.conf import settings

from twinportal import catalogues

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def french(tmp_path):
    """A French catalogue of one word."""
    path = tmp_path / "fr_CA" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD + 'msgid "city"\nmsgstr "municipalité"\n', encoding="utf-8")
    return path


def test_a_catalogue_is_compiled_for_gettext(french, tmp_path):
    catalogues.compile_below(tmp_path)

    with french.with_suffix(".mo").open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("city") == "municipalité"


def test_only_a_changed_catalogue_is_compiled_again(french, tmp_path):
    first = catalogues.compile_below(tmp_path)
    second = catalogues.compile_below(tmp_path)
    later = french.with_suffix(".mo").stat().st_mtime + 1
    os.utime(french, (later, later))
    third = catalogues.compile_below(tmp_path)

    assert [first, second, third] == [[french], [], [french]]


def test_a_broken_catalogue_stops_the_work_and_leaves_nothing_behind(french, tmp_path):
    french.write_text(HEAD + 'msgid "city"\nthis is no translation\n', encoding="utf-8")

    with pytest.raises(PoFileError):
        catalogues.compile_below(tmp_path)

    assert not french.with_suffix(".mo").exists()


def forms(message) -> list[str]:
    """The translation, or its singular and its plural."""
    return [message.string] if isinstance(message.string, str) else list(message.string)


def test_french_says_everything():
    path = settings.BASE_DIR / "locale/fr/LC_MESSAGES/django.po"
    with path.open("rb") as source:
        french = read_po(source)

    unsaid = [
        message.id
        for message in french
        if message.id and (message.fuzzy or not all(forms(message)))
    ]

    assert len(french) > 1000
    assert unsaid == []


def test_the_pages_speak_french(officer_client):
    page = officer_client.get("/relationships/", headers={"accept-language": "fr-ca"})

    assert '<html lang="fr-ca">' in page.content.decode()
    assert "Jumelages" in page.content.decode()


def test_french_says_what_the_drawings_say():
    with (settings.BASE_DIR / "locale/fr/LC_MESSAGES/django.po").open("rb") as source:
        french = read_po(source)
    drawings = settings.BASE_DIR.glob("templates/**/*.svg")
    words = {
        word
        for drawing in drawings
        for word in re.findall(r'{% translate "([^"]+)"', drawing.read_text(encoding="utf-8"))
    }

    assert "half" in words
    assert [word for word in words if word not in french] == []
