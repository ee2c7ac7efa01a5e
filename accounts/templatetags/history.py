from django import template
from django.urls import reverse

from accounts.permissions import may

register = template.Library()


@register.simple_tag(takes_context=True)
def history_address(context, record) -> str:
    """Where the history of ``record`` is told; empty for who may not read it."""
    if not may(context["request"].user, "accounts.view_history", record):
        return ""
    return reverse("history", args=[record._meta.app_label, record._meta.model_name, record.pk])
