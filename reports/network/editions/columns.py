"""The columns of a network's table of countries or kinds, the same in CSV and workbook."""

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.editions.columns import Column
from reports.signs import CLASSES, STATUSES

SHOWN = ("government", "community", "people_to_people")


def group_columns(heading: str) -> list[Column]:
    """``heading`` names the groups; then how they stand and each likelihood of all tie-years."""
    return [
        Column(heading, lambda row: row["name"], 28),
        Column(gettext_lazy("Offices"), lambda row: row["offices"], 9),
        Column(gettext_lazy("Relationships"), lambda row: row["ties"], 12),
        *(_of_status(status, label) for status, label in STATUSES.items()),
        *(column for name in SHOWN for column in _of_class(name)),
    ]


def figure_words() -> dict[str, str]:
    """What the figures of a likelihood are called."""
    return {
        "n": _("tie-years with"),
        "of": _("of"),
        "percent": _("percent"),
        "low": _("from"),
        "high": _("to"),
    }


def _of_status(status, label):
    return Column(label, lambda row: row["statuses"][status], 10)


def _of_class(name):
    for figure, word in figure_words().items():
        yield Column(format_lazy("{}: {}", CLASSES[name], word), _figure(name, figure), 14)


def _figure(name, figure):
    def value(row):
        found = row["every_year"][name][figure]
        # The printed digits, as numbers; empty where too few tie-years allow a percent.
        return float(found) if isinstance(found, str) else found

    return value
