"""Values from the environment, each checked; a wrong one stops the start with a sentence."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off"}

env = environ.Env()


def text(name: str, default: str | None = None, *, because: str = "") -> str:
    """The value of a variable; without a default it must be given and not be empty."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"{name} is missing. {because}".strip())
    return default


def flag(name: str, default: bool) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value not in YES | NO:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be 1 or 0.")
    return value in YES


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be a whole number.")
    return int(value)


def names(
    name: str, default: list[str] | None = None, *, because: str = ""
) -> list[str]:
    """A list separated by commas."""
    value = text(name, None if default is None else ",".join(default), because=because)
    return [part.strip() for part in value.split(",") if part.strip()]


def folder(name: str, default: Path) -> Path:
    value = text(name, str(default))
    if not Path(value).is_absolute():
        raise ImproperlyConfigured(
            f"{name} is {value!r}; it must be a path that begins with /."
        )
    return Path(value)


def address(
    name: str, schemes: set[str], default: str | None = None, *, because: str = ""
) -> str:
    """An address (URL) whose scheme is one of those we can serve."""
    value = text(name, default, because=because)
    try:
        scheme = urlsplit(value).scheme
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name} is not an address that can be read."
        ) from error
    if scheme not in schemes:
        known = ", ".join(f"{known}://" for known in sorted(schemes))
        raise ImproperlyConfigured(f"{name} must begin with one of {known}.")
    return value


def refuse_unknown(prefix: str, known: set[str]) -> None:
    """A misspelt variable must not pass as one that was never set."""
    unknown = {name for name in os.environ if name.startswith(prefix)} - known
    if unknown:
        raise ImproperlyConfigured(
            f"Unknown variable {', '.join(sorted(unknown))}. "
            f"Known are {', '.join(sorted(known))}."
        )
