"""Values from the environment, each checked; a wrong one stops the start with a sentence."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off"}

# Every name of ours, those of the tests too, so that a suite may set them beside the portal's own.
KNOWN = {
    "TWINPORTAL_ADDRESS",
    "TWINPORTAL_BEHIND_PROXY",
    "TWINPORTAL_DEBUG",
    "TWINPORTAL_DEMO",
    "TWINPORTAL_EMBEDDED",
    "TWINPORTAL_LOG_LEVEL",
    "TWINPORTAL_TEST_POSTGRES",
    "TWINPORTAL_TEST_REDIS",
    "TWINPORTAL_VAR",
}

env = environ.Env()


def refuse_unknown(prefix: str = "TWINPORTAL_") -> None:
    """A misspelt variable must not pass as one that was never set."""
    unknown = {name for name in os.environ if name.startswith(prefix)} - KNOWN
    if unknown:
        raise ImproperlyConfigured(
            f"Unknown variable {', '.join(sorted(unknown))}. Known are {', '.join(sorted(KNOWN))}."
        )


def text(name: str, default: str | None = None) -> str:
    """The value of a variable; without a default it must be given and not be empty."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(
            f"{name} is missing. A portal that is not embedded (TWINPORTAL_EMBEDDED=1) needs it."
        )
    return default


def flag(name: str, default: bool) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value not in YES | NO:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be 1 or 0.")
    return value in YES


def names(name: str, default: str | None = None) -> list[str]:
    """A list separated by commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def choice(name: str, choices: list[str], default: str) -> str:
    value = text(name, default)
    if value not in choices:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be one of {', '.join(choices)}.")
    return value


def folder(name: str, default: Path) -> Path:
    value = Path(text(name, str(default)))
    if not value.is_absolute():
        raise ImproperlyConfigured(f"{name} is '{value}'; it must be a path that begins with /.")
    return value


def address(name: str, schemes: set[str], default: str | None = None) -> str:
    """An address (URL) whose scheme is one of those we can serve; it may hold a password, so the
    sentence about a wrong one does not repeat it.
    """
    value = text(name, default)
    try:
        scheme = urlsplit(value).scheme
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is not an address that can be read.") from error
    if scheme not in schemes:
        known = ", ".join(f"{known}://" for known in sorted(schemes))
        raise ImproperlyConfigured(f"{name} must begin with one of {known}.")
    return value
