"""The settings file is run anew for each environment."""

import os
import runpy
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

SERVED = {
    "SECRET_KEY": "a-secret-that-only-this-test-knows-and-nobody-would-guess-it",
    "ALLOWED_HOSTS": "twins.example.org, www.twins.example.org",
    "DATABASE_URL": "postgres://portal:pass@db.example.org:5433/twins",
    "CELERY_BROKER_URL": "redis://broker.example.org/0",
    "CACHE_URL": "redis://broker.example.org/1",
    "EMAIL_URL": "smtp+tls://post:pass@mail.example.org:587",
    "DEFAULT_FROM_EMAIL": "twins@example.org",
    "TWINPORTAL_ADDRESS": "https://twins.example.org/",
}


@pytest.fixture
def read_settings(monkeypatch, tmp_path):
    """Run the settings file in an environment that holds only what is given."""
    ours = {name for name in os.environ if name.startswith("TWINPORTAL_")}
    for name in ours | set(SERVED):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TWINPORTAL_VAR", str(tmp_path / "var"))

    def read(environment):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(settings.BASE_DIR / "twinportal" / "settings.py"))

    return read


def test_an_empty_environment_is_an_embedded_portal_for_this_machine_only(read_settings, tmp_path):
    portal = read_settings({})

    assert portal["EMBEDDED"]
    assert portal["DEBUG"] is False
    assert portal["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert portal["DATABASES"]["default"]["NAME"] == str(tmp_path / "var" / "twinportal.sqlite3")
    assert portal["DATABASES"]["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert portal["CELERY_BROKER_URL"].startswith("filesystem://")


def test_the_secret_key_of_an_embedded_portal_is_made_once_and_read_by_its_owner_only(
    read_settings, tmp_path
):
    first = read_settings({})["SECRET_KEY"]

    again = read_settings({})["SECRET_KEY"]

    assert again == first
    assert len(first) >= 50
    assert (tmp_path / "var" / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_served_portal_takes_everything_from_its_environment(read_settings):
    portal = read_settings(SERVED)

    assert not portal["EMBEDDED"]
    assert portal["SECRET_KEY"] == SERVED["SECRET_KEY"]
    assert portal["ALLOWED_HOSTS"] == ["twins.example.org", "www.twins.example.org"]
    assert portal["DATABASES"]["default"]["ENGINE"] == "django.db.backends.postgresql"
    assert portal["DATABASES"]["default"]["ATOMIC_REQUESTS"]
    assert portal["CELERY_BROKER_TRANSPORT_OPTIONS"]["visibility_timeout"] == 300
    assert portal["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend"
    assert portal["EMAIL_USE_TLS"]
    assert portal["SITE_ADDRESS"] == "https://twins.example.org"
    assert portal["SESSION_COOKIE_SECURE"]
    assert portal["SECURE_HSTS_SECONDS"] > 0


@pytest.mark.parametrize("name", SERVED)
def test_a_served_portal_does_not_start_without(read_settings, name):
    environment = {key: value for key, value in SERVED.items() if key != name}

    with pytest.raises(ImproperlyConfigured, match=f"^{name} is missing"):
        read_settings({"TWINPORTAL_EMBEDDED": "0"} | environment)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("TWINPORTAL_EMBEDDED", "perhaps", "'perhaps'; it must be 1 or 0"),
        ("TWINPORTAL_DEBUG", "2", "'2'; it must be 1 or 0"),
        ("TWINPORTAL_EMBEDED", "1", "Unknown variable TWINPORTAL_EMBEDED. Known are"),
        ("TWINPORTAL_VAR", "var", "must be a path that begins with /"),
        ("TWINPORTAL_LOG_LEVEL", "loud", "must be one of DEBUG, INFO, WARNING, ERROR"),
        ("TWINPORTAL_ADDRESS", "twins.example.org", "must begin with one of http://, https://"),
        ("DATABASE_URL", "mysql://db/twins", "must begin with one of postgres://"),
        ("DATABASE_URL", "postgres://[db/twins", "not an address that can be read"),
        ("CELERY_BROKER_URL", "amqp://localhost", "must begin with one of filesystem://, redis://"),
        ("CACHE_URL", "locmemcache://", "must begin with one of filecache://, redis://"),
        ("EMAIL_URL", "mail.example.org", "must begin with one of consolemail://, smtp"),
    ],
)
def test_a_wrong_value_stops_the_start_with_a_sentence(read_settings, name, value, sentence):
    with pytest.raises(ImproperlyConfigured) as refusal:
        read_settings({name: value})

    assert name in str(refusal.value)
    assert sentence in str(refusal.value)


def test_a_refused_address_does_not_repeat_its_password(read_settings):
    with pytest.raises(ImproperlyConfigured) as refusal:
        read_settings({"DATABASE_URL": "mysql://portal:very-secret@db/twins"})

    assert "very-secret" not in str(refusal.value)


def test_the_command_line_names_what_is_missing_in_one_sentence():
    environment = {name: value for name, value in SERVED.items() if name != "DATABASE_URL"}

    ended = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 1
    assert ended.stderr.startswith("DATABASE_URL is missing.")
    assert "Traceback" not in ended.stderr
