"""Money, travel and aid of an activity: rows under the form, as many as there are."""

from babel.numbers import list_currencies
from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import TOTAL_FORM_COUNT
from django.forms.models import BaseInlineFormSet, inlineformset_factory
from django.utils.translation import gettext_lazy as _

from activities.models import Activity, AidLine, FundingLine, TravelLine


class Lines(BaseInlineFormSet):
    """Rows of one kind that hang on an activity, folded away while there are none.

    A kind says its ``title``, in a few ``words`` what it holds, and on the button for
    ``another`` row.
    """

    title = words = another = ""

    def get_form_kwargs(self, index):
        office = self.instance.office
        return super().get_form_kwargs(index) | {"currency": office.currency if office else ""}

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Take this line away")
        if self._is_gone(form, index):
            form.fields["id"] = forms.Field(required=False, widget=forms.HiddenInput)

    def _is_gone(self, form, index):
        """Somebody took the line away while this one was written: what it says is not lost."""
        was_kept = self.is_bound and index is not None and index < self.initial_form_count()
        return was_kept and form.instance.pk is None

    def save_existing_objects(self, commit=True):
        saved = super().save_existing_objects(commit)
        gone = [row for row in self.initial_forms if row.instance.pk is None]
        again = [self.save_new(row, commit) for row in gone if row not in self.deleted_forms]
        return saved + again

    @property
    def is_open(self) -> bool:
        return any(form.instance.pk or (self.is_bound and form.has_changed()) for form in self)


class CurrencyField(forms.CharField):
    """Three letters of ISO 4217, of today or of the past, in capitals however they are typed."""

    def to_python(self, value):
        return super().to_python(value).upper()

    def validate(self, value):
        super().validate(value)
        if value and value not in list_currencies():
            raise ValidationError(
                _("“%(code)s” is no currency. Give its three letters, such as CAD or JPY."),
                params={"code": value},
            )


class LineForm(forms.ModelForm):
    """A row. One in which nothing is said beyond the office's ``currency`` is left out."""

    def __init__(self, *args, currency, **kwargs):
        super().__init__(*args, **kwargs)
        self.currency = currency
        if "currency" in self.fields:
            self.fields["currency"].required = False
            self.initial["currency"] = self.initial.get("currency") or currency
        for field in self.fields.values():
            if isinstance(field, forms.DateField):
                field.widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            elif isinstance(field, forms.DecimalField):
                field.widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def has_changed(self):
        said = set(self.changed_data)
        return bool(said if self.instance.pk else said - {"currency"})

    def clean_currency(self):
        return self.cleaned_data["currency"] or self.currency


class FundingForm(LineForm):
    rate = forms.DecimalField(
        label=_("Rate"),
        required=False,
        max_digits=14,
        decimal_places=6,
        help_text=_("Only if it is not the office's currency"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.currency in ("", self.currency):
            self.initial["rate"] = None

    def clean_rate(self):
        rate, currency = self.cleaned_data["rate"], self.cleaned_data.get("currency")
        if rate is None and currency and currency != self.currency:
            raise ValidationError(
                _("Give the rate: how many %(own)s one %(other)s was worth.")
                % {"own": self.currency, "other": currency}
            )
        if rate not in (None, 1) and currency == self.currency:
            raise ValidationError(_("An amount in %(own)s has no rate.") % {"own": self.currency})
        return 1 if rate is None else rate


class FundingLines(Lines):
    title, words = _("Money"), _("who paid, how much")
    another = _("Another line of money")


class TravelLines(Lines):
    title, words = _("Travel of council members"), _("as it is published")
    another = _("Another traveller")


class AidLines(Lines):
    title, words = _("Aid"), _("asked, offered, shipped, arrived")
    another = _("Another line of aid")


def lines_of(model, formset, fields, form=LineForm):
    return inlineformset_factory(
        Activity,
        model,
        form=form,
        formset=formset,
        fields=fields,
        field_classes={"currency": CurrencyField},
        widgets={"reason": forms.TextInput, "currency": forms.TextInput(attrs={"size": 4})},
        extra=1,
        can_delete_extra=False,
        max_num=200,
        absolute_max=250,
    )


# By the prefix of their boxes, in the order of the page.
BESIDE = {
    "money": lines_of(
        FundingLine,
        FundingLines,
        ["payer", "payer_name", "amount", "currency", "rate", "is_planned"],
        FundingForm,
    ),
    "travel": lines_of(
        TravelLine,
        TravelLines,
        ["member", "destination", "from_date", "to_date", "cost_to_council", "total_cost",
         "currency", "reason"],
    ),
    "aid": lines_of(
        AidLine,
        AidLines,
        ["kind", "item", "quantity", "unit", "requested_date", "shipped_date", "arrived_date"],
    ),
}  # fmt: skip


def beside(activity, data, files) -> list[BaseInlineFormSet]:
    """What stands under the form of ``activity``; bound where its rows were sent."""
    return [
        kind(*_sent(prefix, data, files), instance=activity, prefix=prefix)
        for prefix, kind in BESIDE.items()
    ]


def _sent(prefix, data, files):
    return (data, files) if f"{prefix}-{TOTAL_FORM_COUNT}" in data else ()


# The button that asks for one more row, where there are no scripts; its value is the prefix.
ANOTHER_ROW = "another_row"


def with_another_row(data):
    """What was sent, with room for the row that was asked for."""
    total = f"{data.get(ANOTHER_ROW, '')}-{TOTAL_FORM_COUNT}"
    count = data.get(total, "")
    if not (count.isdecimal() and len(count) < 4):
        return data
    more = data.copy()
    more[total] = str(int(count) + 1)
    return more
