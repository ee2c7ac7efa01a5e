"""Undo instead of "are you sure?": the sentence that says what happened takes it back."""

from django.middleware.csrf import get_token
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _


def with_undo(request, sentence: str, address: str, **sent):
    """``sentence`` with a button that posts ``sent`` to ``address``."""
    hidden = {"csrfmiddlewaretoken": get_token(request), **sent}
    return format_html(
        '{} <form class="d-inline" method="post" action="{}">{}'
        '<button class="link-button">{}</button></form>',
        sentence,
        address,
        format_html_join("", '<input type="hidden" name="{}" value="{}">', hidden.items()),
        _("Undo"),
    )
