"""How a form field looks everywhere: templates/django/forms/field.html, and a class per control."""

from django.forms import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import CheckboxInput, CheckboxSelectMultiple, RadioSelect, Select

CLASSES = [
    (CheckboxInput, "form-check-input"),
    ((RadioSelect, CheckboxSelectMultiple), "choices"),
    (Select, "form-select"),
]


class PortalField(BoundField):
    """A bound field whose control carries the theme's class beside its own."""

    def build_widget_attrs(self, attrs, widget=None):
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        own = attrs.get("class") or widget.attrs.get("class", "")
        classes = f"{own} {theme_class(widget)}".strip()
        return attrs | {"class": classes} if classes else attrs


def theme_class(widget) -> str:
    """The class of the theme for the control that ``widget`` draws; none for a hidden one."""
    if widget.is_hidden:
        return ""
    for kinds, css in CLASSES:
        if isinstance(widget, kinds):
            return css
    return "form-control"


class PortalRenderer(TemplatesSetting):
    bound_field_class = PortalField
