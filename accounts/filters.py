"""What the filters of pages, API and exports share: order, and the choices a person has."""

import django_filters
from django import forms
from django.forms.utils import pretty_name
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts.models import Office, User


class Ordering(django_filters.OrderingFilter):
    """The declared orders and no other. Each ends in the primary key, so that pages never mix."""

    def build_choices(self, fields, labels):
        """Each order and its reverse, in words that are chosen when they are read: what
        django-filter puts together while the class is made stays in one language.
        """
        found = []
        for field, param in fields.items():
            words = labels.get(field, pretty_name(param))
            reverse = format_lazy(_("{order} (descending)"), order=words)
            found += [(param, words), (f"-{param}", labels.get(f"-{param}", reverse))]
        return found

    def filter(self, queryset, value):
        if not value:
            return queryset
        return super().filter(queryset, value).order_by(*map(self.get_ordering_value, value), "pk")


class YearFilter(django_filters.NumberFilter):
    """A whole year of four figures."""

    field_class = forms.IntegerField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, min_value=1000, max_value=9998, **kwargs)


def offices_of(request):
    """The offices that a filter offers to the signed-in person."""
    return Office.objects.visible_to(request.user)


def colleagues_of(request):
    """The people of those offices."""
    return User.objects.visible_to(request.user)
