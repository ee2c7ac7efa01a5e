"""What somebody has typed and not saved stays in their own browser: static/twinportal/drafts.js.

A form opts in by the attribute ``data-draft``; one that holds contacts' data must not.
"""

from urllib.parse import quote

from django.conf import settings

# The browser is told of the saved form in a cookie, because no page knows which page comes next.
SAVED = "saved_draft"
A_DAY = 24 * 3600


def draft_name(user, *form) -> str:
    """The name of the draft of ``user`` for one form, such as that of a new activity."""
    return ".".join([str(user.pk), *map(str, form)])


def forget_draft(response, name: str):
    """Let the browser drop the draft that is now on record."""
    response.set_cookie(
        SAVED, quote(name), max_age=A_DAY, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
    return response
