"""One box for a date that may be known to the day, the month or only the year."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from relationships.dates import PartialDate

YEARS = range(1800, 2101)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})?$")
_SPACED = re.compile(r"^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?$")


class PartialDateField(forms.CharField):
    """Takes ``2015``, ``2015-06`` or ``2015-06-30``, and gives a ``PartialDate`` or None.

    Typed on a telephone the hyphens may be left out, or be dots, slashes or spaces.
    """

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {
        "invalid": _("Write a year, a month or a day, such as 2015, 2015-06 or 2015-06-30."),
        "no_such_day": _("There is no such day or month in the calendar."),
        "too_far": _("The year lies too far away; check it."),
    }

    def to_python(self, value):
        if isinstance(value, PartialDate):
            return value
        text = super().to_python(value)
        return self._read(text) if text else None

    def prepare_value(self, value):
        return str(value) if isinstance(value, PartialDate) else value

    def _read(self, text: str) -> PartialDate:
        if not re.match(r"^\d{4}$", text):
            match = _COMPACT.match(text) or _SPACED.match(text)
            if not match:
                raise ValidationError(self.error_messages["invalid"], code="invalid")
            text = "-".join(part.zfill(2) for part in match.groups() if part)
        try:
            found = PartialDate.parse(text)
        except ValueError as error:
            raise ValidationError(self.error_messages["no_such_day"], code="no_such_day") from error
        if found.first.year not in YEARS:
            raise ValidationError(self.error_messages["too_far"], code="too_far")
        return found
