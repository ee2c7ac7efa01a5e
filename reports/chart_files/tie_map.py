from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports import signs
from reports.chart_files.chart_file import MARGIN, WIDTH, ChartFile, Key, keys_of
from reports.charts.tie_map import ASPECT
from reports.map_of_ties import mark_of
from reports.templatetags import marks


def tie_map(page: dict) -> ChartFile | None:
    found = page["map"]
    if not found.drawn:
        return None
    away = replace(found, placed=tuple(replace(tie, address="") for tie in found.placed))
    drawn, years = marks.tie_map(away, ""), found.window
    rows = [
        *((tie.title, tie.mark, tie.status) for tie in found.placed),
        *((tie.name, mark_of(tie), tie.reading) for tie in found.without_place),
    ]
    return ChartFile(
        title=_("Where the ties are"),
        template="marks/tie_map.svg",
        values=drawn,
        height=round((WIDTH - 2 * MARGIN) / ASPECT),
        is_cut=True,
        notes=list(_not_on_the_map(found)),
        period=_("%(first)s to %(last)s") % {"first": years[0], "last": years[-1]} if years else "",
        unheeded=("years", "field"),
        keys=[
            *keys_of(found.marks),
            *(Key(str(signs.STATUSES[status]), status=status) for status in found.statuses),
        ],
        rows=[
            [_("Relationship"), _("Who took part"), _("Activity status")],
            *([name, str(signs.MARKS[mark]), str(signs.STATUSES[status])]
              for name, mark, status in rows),
        ],
    )  # fmt: skip


def _not_on_the_map(found):
    missing, hidden = len(found.without_place), found.hidden
    if hidden:
        yield ngettext(
            "%(total)s more relationship is not drawn; it stands in the list.",
            "%(total)s more relationships are not drawn; they stand in the list.",
            hidden,
        ) % {"total": hidden}
    if missing:
        said = ngettext(
            "%(total)s relationship is not on the map, for the place of a city is not on record:",
            "%(total)s relationships are not on the map, for the place of a city is not on record:",
            missing,
        )
        names = ", ".join(tie.name for tie in found.without_place[:12])
        yield f"{said % {'total': missing}} {names}{' …' if missing > 12 else ''}"
