"""One box for a date that may be known to the day, the month or only the year."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from relationships.dates import PartialDate
from relationships.written_dates import TwoReadings, as_iso

YEARS = range(1800, 2101)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})?$")
_SPACED = re.compile(r"^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?$")


class PartialDateField(forms.CharField):
    """Takes ``2015``, ``2015-06`` or ``2015-06-30``, and gives a ``PartialDate`` or None.

    Typed on a telephone the hyphens may be left out, or be dots, slashes or spaces. A month may
    be written out, in English or French.
    """

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {
        "invalid": _("Write a year, a month or a day, such as 2015, 2015-06 or 2015-06-30."),
        "two_readings": _("Day or month first? Write it as 2015-06-30 or 30 June 2015."),
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
            text = self._as_iso(text)
        try:
            found = PartialDate.parse(text)
        except ValueError as error:
            raise ValidationError(self.error_messages["no_such_day"], code="no_such_day") from error
        if found.first.year not in YEARS:
            raise ValidationError(self.error_messages["too_far"], code="too_far")
        return found

    def _as_iso(self, text: str) -> str:
        if match := _COMPACT.match(text) or _SPACED.match(text):
            return "-".join(part.zfill(2) for part in match.groups() if part)
        try:
            written = as_iso(text)
        except TwoReadings as error:
            raise ValidationError(
                self.error_messages["two_readings"], code="two_readings"
            ) from error
        if written is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return written
