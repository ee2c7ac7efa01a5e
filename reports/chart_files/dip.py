"""What a shock did, as files: a class as a picture, the years and the relationships as tables."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reports import charts, shock_words
from reports.chart_files.chart_file import ChartFile
from reports.shock_lens import SHOWN_CLASSES, Lens


def dip_picture(found: Lens, told: dict, *, title: str) -> ChartFile:
    """``told`` are the figures of one class, as the page of the shock has them."""
    return ChartFile(
        title=title,
        template="marks/dip_drawing.html",
        values={
            "chart": told["chart"],
            "ink": charts.ink_of(told["mark"]),
            "label": found.year,
        },
        height=234,
        rows=[],
        notes=[
            str(told["name"]),
            _("Each activity once, in the policy year in which it began. Shaded: the three years "
              "before. Only years that are over are drawn."),
        ],
    )  # fmt: skip


def years_table(figures: dict) -> Iterator[list]:
    """The counts of each year by class, and those of the running year."""
    yield [_("Year"), *(str(shock_words.CLASSES[name][0]) for name in SHOWN_CLASSES)]
    for row in figures["table"]:
        yield [row["year"], *(n for n, _address in row["cells"])]
    if to_date := figures["to_date"]:
        yield [f"{to_date['year']} {_('to date')}", *to_date["cells"]]


def ties_table(rows: list[dict]) -> Iterator[list]:
    """A line for each relationship, with its figures as the page tells them."""
    yield [_("Relationship"), _("Office"), _("Partner's country"), _("Usual level"),
           _("Lowest year"), _("Activities"), _("Depth"), _("Back in"), _("Recovery"),
           _("Years not reported")]  # fmt: skip
    for row in rows:
        dip = row["dip"]
        is_told = dip.is_defined and dip.trough_year is not None
        yield [
            row["tie"].name,
            str(row["office"] or ""),
            row["tie"].country,
            shock_words.level(dip),
            dip.trough_year if is_told else "",
            dip.trough if is_told else "",
            row["depth"],
            (dip.recovered_year or "") if dip.has_fallen else "",
            row["recovery"],
            row["unreported"],
        ]
