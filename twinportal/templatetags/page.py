"""Parts of a page that need to know the address they stand on."""

from django import template
from django.urls import reverse
from django_filters import OrderingFilter

register = template.Library()


@register.inclusion_tag("parts/nav_link.html", takes_context=True)
def nav_link(context, name, words):
    """A link of the main navigation, marked while the reader is on it or below it."""
    address = reverse(name)
    here = context["request"].path
    below = address != "/" and here.startswith(address)
    current = "page" if here == address else "true" if below else ""
    return {"address": address, "words": words, "current": current}


@register.inclusion_tag("parts/sort_header.html", takes_context=True)
def sort_header(context, column, words, css="", parameter="sort", default=""):
    """A column head that sorts: first upwards, then, when it already does, downwards.

    ``column`` is a choice of the page's OrderingFilter, ``default`` the one that holds where the
    reader has chosen none; all other filters are kept.
    """
    query = context["request"].GET.copy()
    query.pop("page", None)
    now = query.get(parameter) or default
    direction = {column: "ascending", f"-{column}": "descending"}.get(now, "")
    query[parameter] = f"-{column}" if direction == "ascending" else column
    return {"words": words, "css": css, "direction": direction, "query": query.urlencode()}


@register.inclusion_tag("parts/applied_filters.html", takes_context=True)
def applied_filters(context, filterset):
    """The filters in force, each with the address of the same page without it."""
    form = filterset.form
    query = context["request"].GET
    chips = [
        {
            "label": form[name].label,
            "value": in_words(form[name]),
            "query": query_without(query, name),
        }
        for name, item in filterset.filters.items()
        if not isinstance(item, OrderingFilter) and is_given(form[name])
    ]
    return {"chips": chips, "path": context["request"].path}


def is_given(field) -> bool:
    value = field.data
    return any(value) if isinstance(value, (list, tuple)) else value not in (None, "")


def in_words(field) -> str:
    """What the reader chose, as the form said it; what they typed, where there was no choice."""
    values = field.data if isinstance(field.data, (list, tuple)) else [field.data]
    choices = dict(flat(getattr(field.field, "choices", ())))
    given = [str(value) for value in values if value not in (None, "")]
    # A yes or no is offered as “true” and “false”.
    return ", ".join(str(choices.get(value, choices.get(value.lower(), value))) for value in given)


def flat(choices):
    """Pairs of value and words, out of their groups."""
    for value, words in choices:
        if isinstance(words, (list, tuple)):
            yield from flat(words)
        else:
            yield str(value), words


def query_without(query, name) -> str:
    """The query string without the field ``name``, its parts (``name_min``) and the page."""
    rest = query.copy()
    for key in query:
        if key in (name, "page") or key.startswith(f"{name}_"):
            del rest[key]
    return rest.urlencode()
