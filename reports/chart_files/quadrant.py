from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from reports import charts
from reports.chart_files.chart_file import ChartFile, keys_of


def quadrant(page: dict) -> ChartFile | None:
    found = page["quadrant"]
    if not found.drawn:
        return None
    dots = [replace(dot, address="") for dot in found.dots]
    drawn = charts.quadrant(dots, found.window)
    return ChartFile(
        title=_("Who is busy, and with whom?"),
        template="marks/quadrant.svg",
        values={
            "chart": drawn,
            "beyond": 100 - drawn.split_x,
            "upper": drawn.split_y - 12,
        },
        height=312,
        left=76,
        right=60,
        keys=keys_of({dot.mark for dot in dots}),
        rows=[
            [_("Relationship"), _("Years with an activity"), _("Years counted"),
             _("With citizens"), _("Classified activities")],
            *(
                [tie.name, tie.active_years, len(tie.period.years), tie.counts.community,
                 tie.counts.classified]
                for tie in (*found.drawn, *found.undrawn)
            ),
        ],
        notes=[_axes(found), *_not_drawn(found, drawn.hidden)],
        period=page["period"],
    )  # fmt: skip


def _axes(found):
    return _(
        "Across: years with an activity, of the last %(years)s. "
        "Up: share of activities with citizens."
    ) % {"years": found.window}


def _not_drawn(found, hidden):
    """What the page says under the drawing; a sentence for each count that is not zero."""
    sentences = [
        (found.silent, ngettext_lazy(
            "%(total)s relationship had no activity and is not drawn.",
            "%(total)s relationships had no activity and are not drawn.", "total")),
        (found.not_reported, ngettext_lazy(
            "%(total)s more has no activity on record and a year not reported.",
            "%(total)s more have no activity on record and a year not reported.", "total")),
        (found.quiet, ngettext_lazy(
            "%(total)s relationship had no activity in this field.",
            "%(total)s relationships had no activity in this field.", "total")),
        (found.without_share, ngettext_lazy(
            "%(total)s had an activity, but none from which a share can be told.",
            "%(total)s had an activity, but none from which a share can be told.", "total")),
        (hidden, ngettext_lazy(
            "%(total)s dot has no room beside others of its place; it stands in the table.",
            "%(total)s dots have no room beside others of their place; they stand in the table.",
            "total")),
    ]  # fmt: skip
    return [said % {"total": total} for total, said in sentences if total]
