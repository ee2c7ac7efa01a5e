from django.forms import RadioSelect, Script, Select, SelectMultiple
from django.forms.models import ModelChoiceIterator
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext


class Chips(RadioSelect):
    """Radio buttons drawn as a row of words; keyboard and screen reader meet radio buttons."""

    template_name = "parts/chips.html"


class Combobox(Select):
    """A select in which one types to find; without scripts it is the plain select.

    ``address`` names a view that answers ``?q=`` with a JSON list of ``value`` and ``text``, and
    if it likes ``native``, ``lang`` and ``note``; without it the choices of the page are searched.
    ``parameters`` are sent along. With ``only_chosen`` the page carries no other choice than the
    chosen, for lists too long to send; the form must then offer another way without scripts.
    """

    def __init__(self, address="", *, parameters=None, only_chosen=False, attrs=None):
        super().__init__(attrs)
        self.address = address
        self.parameters = parameters or {}
        self.only_chosen = only_chosen

    class Media:
        css = {"all": ["twinportal/combobox.css"]}
        js = [
            Script("vendor/tom-select-2.6.2/tom-select.popular.min.js", defer=True),
            Script("twinportal/combobox.js", defer=True),
        ]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= self.words() | self.where_to_look()
        return context

    def words(self):
        return {
            "data-combobox": "",
            "data-nothing": gettext("Nothing found"),
            "data-remove": gettext("Remove"),
            "data-chosen": gettext("Chosen:"),
        }

    def where_to_look(self):
        if not self.address:
            return {}
        query = f"?{urlencode(self.parameters)}" if self.parameters else ""
        found = {"data-address": reverse(self.address) + query}
        return found | ({"data-preload": ""} if self.only_chosen else {})

    def optgroups(self, name, value, attrs=None):
        if self.only_chosen and isinstance(self.choices, ModelChoiceIterator):
            self.choices = chosen(self.choices, value)
        return super().optgroups(name, value, attrs)


class ComboboxMultiple(Combobox, SelectMultiple):
    """A combobox in which several are chosen."""


def chosen(choices: ModelChoiceIterator, value) -> list:
    """Of the choices the empty one and those whose primary keys ``value`` names."""
    keys = [key for key in map(str, value) if key.isdecimal() and len(key) < 19]
    empty = [("", choices.field.empty_label)] if choices.field.empty_label is not None else []
    return empty + [choices.choice(row) for row in choices.queryset.filter(pk__in=keys)]
