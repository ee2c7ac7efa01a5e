"""What the address of the comparison asks: two groups, the years, the denominator, the class."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.comparing.groups import Groups, TieGroup, UnknownGroup
from reports.comparison import EXPOSURE, PANEL, Side, Sides, YearsNotOver
from reports.metrics import WINDOW_YEARS
from reports.signs import CLASSES

FIRST_YEAR = 1900
MOST_YEARS = 30
LEADING = "non_government"  # the class that the article compares

DENOMINATORS = [
    (PANEL, gettext_lazy("every tie, every year")),
    (EXPOSURE, gettext_lazy("only years in force")),
]


class GroupField(forms.ChoiceField):
    """A choice among the groups; what is not offered may still be named by the address."""

    def valid_value(self, value):
        return True


class Question(forms.Form):
    """Both groups over the same years. ``sides`` answers it, once it is valid."""

    group = GroupField(label=gettext_lazy("These ties"))
    other = GroupField(label=gettext_lazy("Compared with"))
    denominator = forms.ChoiceField(label=gettext_lazy("Years counted"), choices=DENOMINATORS)
    kind = forms.ChoiceField(label=gettext_lazy("Activities"), choices=list(CLASSES.items()))

    def __init__(self, asked, *, groups: Groups, as_of: date, shown=None):
        """``shown`` stands in the boxes of a question that nobody asked yet."""
        self.groups, self.as_of = groups, as_of
        usual = _usual(groups.last_year(as_of))
        given = {name: value for name, value in asked.items() if value}
        initial = usual | (shown or {})
        super().__init__(usual | given if given else None, initial=initial, auto_id="%s")
        for name, label in (("from", _("From year")), ("to", _("To year"))):
            self.fields[name] = forms.IntegerField(
                label=label, min_value=FIRST_YEAR, max_value=as_of.year
            )
        self.order_fields(["group", "other", "from", "to", "denominator", "kind"])
        offered = groups.offered()
        for name in ("group", "other"):
            self.fields[name].choices = [("", _("Choose")), *offered]

    def clean_group(self) -> TieGroup:
        return self._group("group")

    def clean_other(self) -> TieGroup:
        return self._group("other")

    def clean(self):
        asked = self.cleaned_data
        if not self.errors:
            _check_years(asked["from"], asked["to"])
            if asked["group"].written == asked["other"].written:
                raise ValidationError(_("Choose two different groups: a group equals itself."))
            self.sides = self._sides(asked)
        return asked

    def _group(self, name):
        try:
            return self.groups.called(self.cleaned_data[name])
        except UnknownGroup:
            raise ValidationError(_("This is no group of ties. Choose one of the list.")) from None

    def _sides(self, asked) -> Sides:
        years = {"first": asked["from"], "last": asked["to"], "as_of": self.as_of}
        try:
            return Sides(*(_side(asked[name], years) for name in ("group", "other")))
        except YearsNotOver:
            raise ValidationError(
                _("%(year)s is not over yet in every office of these ties. Choose earlier years.")
                % {"year": asked["to"]}
            ) from None


def _side(group: TieGroup, years) -> Side:
    return Side(group.relationships, home=group.home, **years)


def _check_years(first: int, last: int) -> None:
    if first > last:
        raise ValidationError(_("The first year lies after the last one."))
    if last - first >= MOST_YEARS:
        raise ValidationError(_("Choose at most %(years)s years.") % {"years": MOST_YEARS})


def _usual(last: int):
    """What the address may leave out: the last five years that are over, every tie and year."""
    return {
        "to": last,
        "from": last - WINDOW_YEARS + 1,
        "denominator": PANEL,
        "kind": LEADING,
    }
