"""So that nobody guesses passwords: tries are counted before they are looked at, by account and
by network address, in the cache that all processes share.

Without the cache nobody is counted and everybody may try: an office does not stand before a closed
door because of a lost counter. The log says so.

A device on which somebody has signed in before is counted apart for that account: guesses from
elsewhere do not lock its owner out.
"""

import hashlib
import logging
import math
import secrets
import time
import unicodedata
from contextlib import suppress

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from redis.exceptions import RedisError

log = logging.getLogger(__name__)

WINDOW = 15 * 60  # seconds
TRIES_BY_ACCOUNT = 10
TRIES_BY_ADDRESS = 100  # a whole office may stand behind one
DEVICE = "known_device"
A_YEAR = 365 * 24 * 3600
CACHE_IS_AWAY = (RedisError, OSError)


class Tries:
    """The tries of one request to sign in as ``account``."""

    def __init__(self, request, account: str):
        self._account = unicodedata.normalize("NFKC", account).strip().lower()
        device = _device_of(request, self._account)
        self._limits = {
            _key("account", self._account, device): TRIES_BY_ACCOUNT,
            _key("address", address_of(request)): TRIES_BY_ADDRESS,
        }

    def count(self) -> bool:
        """Count one more; False if there were too many."""
        try:
            counted = [_count(key) <= most for key, most in self._limits.items()]
        except CACHE_IS_AWAY:
            log.exception("The cache is away: tries to sign in are not counted.")
            return True
        return all(counted)

    def forget(self):
        """It was the owner after all."""
        account, address = self._limits
        # ValueError: the time of the count ran out in between.
        with suppress(ValueError, *CACHE_IS_AWAY):
            cache.delete(account)
            cache.decr(address)


def minutes_left() -> int:
    """Until one may try again."""
    return math.ceil((WINDOW - time.time() % WINDOW) / 60)


def remember_device(response, account: str):
    """Know this browser again as one of the owner of ``account``."""
    known = signing.dumps([account, secrets.token_hex(8)], salt=DEVICE)
    response.set_cookie(
        DEVICE, known, max_age=A_YEAR, httponly=True,
        samesite="Lax", secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip


def address_of(request) -> str:
    """Whence a request comes. Of what a client says of itself only our own proxy's word counts,
    which is the last.
    """
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.SECURE_PROXY_SSL_HEADER and forwarded:
        return forwarded.rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")


def _device_of(request, account) -> str:
    try:
        owner, device = signing.loads(request.COOKIES.get(DEVICE, ""), salt=DEVICE, max_age=A_YEAR)
    except (signing.BadSignature, ValueError):
        return ""
    return device if owner == account else ""


def _key(*words) -> str:
    """A name in the cache that holds nothing of a person; each window of time has its own."""
    said = hashlib.sha256("\n".join(words).encode()).hexdigest()
    return f"sign-in:{said}:{int(time.time() // WINDOW)}"


def _count(key) -> int:
    cache.add(key, 0, timeout=WINDOW)
    try:
        return cache.incr(key)
    except ValueError:  # its time ran out in between
        return 1
