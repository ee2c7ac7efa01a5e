"""The portal's drawn signs, as tags: {% load marks %}."""

from django import template
from django.utils.translation import gettext as _

from reports import charts, signs
from reports.glyphs import BOX, GLYPHS

register = template.Library()


@register.inclusion_tag("marks/sprite.svg")
def sprite():
    """The shapes that every mark of the page refers to; once a page, in base.html."""
    return {"glyphs": GLYPHS.items()}


@register.inclusion_tag("marks/glyph.svg")
def glyph(mark, size=BOX):
    """One involvement sign, for a word that stands beside it; silent to a screen reader."""
    return {"mark": mark, "size": size}


@register.inclusion_tag("marks/involvement.html")
def involvement(mark, size=BOX):
    """The sign with its word: ``mixed``, ``not reported``."""
    return {"mark": mark, "size": size, "word": signs.MARKS[mark]}


@register.inclusion_tag("parts/legend.html")
def legend(marks=signs.LEGEND):
    """The signs with their words; ``marks`` limits it to those a page shows."""
    return {"marks": [(mark, signs.MARKS[mark]) for mark in marks]}


@register.inclusion_tag("marks/year_strip.svg")
def year_strip(cells, label="", cell=charts.CELL):
    """One small cell a policy year, the window underlined; ``cell`` is its side in pixels.

    ``cells`` have ``year``, ``mark`` (a key of ``signs.MARKS``) and ``in_window``, oldest first;
    ``label`` names the relationship in the words a screen reader says.
    """
    drawn = charts.strip(cells)
    return {
        "strip": drawn,
        "marks": [(str(c.x), c.mark) for c in drawn.cells if c.mark in GLYPHS],
        "label": strip_label(cells, label),
        "width": drawn.width * cell // charts.CELL,
        "height": drawn.height * cell // charts.CELL,
    }


@register.inclusion_tag("marks/year_strip_large.html")
def year_strip_large(cells, label=""):
    """The same with its years written out, on as many rows as the screen needs, and as a table."""
    years = [
        {
            "year": cell.year,
            "short": two_digits(cell.year),
            "mark": cell.mark if cell.mark in GLYPHS else "",
            "word": signs.MARKS[cell.mark],
            "in_window": cell.in_window,
        }
        for cell in cells
    ]
    inside = [cell.year for cell in cells if cell.in_window]
    window = {"first": inside[0], "last": inside[-1]} if inside else None
    return {"years": years, "label": strip_label(cells, label), "window": window}


@register.inclusion_tag("marks/strip_years.svg")
def strip_years(cells, cell=charts.CELL):
    """The last two digits of each year, to stand in the table head over the strips."""
    drawn = charts.strip(cells)
    return {
        "years": [(place.x + charts.CELL / 2, two_digits(place.year)) for place in drawn.cells],
        "strip": drawn,
        "width": drawn.width * cell // charts.CELL,
    }


def two_digits(year: int) -> str:
    return f"{year % 100:02}"


def strip_label(cells, label) -> str:
    if not cells:
        return str(label)
    said = _("%(first)s to %(last)s: %(years)s") % {
        "first": cells[0].year,
        "last": cells[-1].year,
        "years": signs.years_in_words(cells),
    }
    return f"{label}, {said}" if label else said


@register.inclusion_tag("parts/status_badge.html")
def status_badge(status):
    """An activity status: its word and a meter of four steps, where there is one to measure."""
    return {
        "status": status,
        "css": status.replace("_", ""),
        "word": signs.STATUSES[status],
        "steps": signs.METER_STEPS.get(status),
    }


@register.inclusion_tag("marks/likelihood_bars.html")
def likelihood_bars(rows, caption):
    """Likelihoods as a table with bars; ``rows`` are ``charts.LikelihoodRow``."""
    return {"chart": charts.bars(rows), "caption": caption}


@register.inclusion_tag("marks/trend.html")
def trend(lines, caption, running_year=None, shocks=()):
    """A line for each ``charts.TrendLine``, named at its end; the running year stands apart.

    ``shocks`` are ``charts.TrendShock``, dotted lines with their names.
    """
    lines = list(lines)
    drawn = charts.trend(lines, running_year, shocks)
    return {
        "chart": drawn,
        "caption": caption,
        "rows": [
            (year, [(line.values.get(year, 0), line.doors.get(year, "")) for line in lines])
            for year in sorted({year for line in lines for year in line.values})
        ],
        "to_date": [(line.to_date, line.doors.get(running_year, "")) for line in lines],
        "opens": any("".join(line.doors.values()) for line in lines),
    }


@register.inclusion_tag("marks/dip.html")
def dip(chart, mark, label, caption):
    """A yearly count around a shock; its numbers stand in a table on the same page."""
    return {"chart": chart, "ink": charts.ink_of(mark), "label": label, "caption": caption}


@register.inclusion_tag("marks/quadrant.html")
def quadrant_chart(quadrant, caption):
    """A dot a tie of a ``reports.quadrant.QuadrantOfTies``; its table stands on the same page."""
    drawn = charts.quadrant(quadrant.dots, quadrant.window)
    return {
        "chart": drawn,
        "caption": caption,
        "beyond": 100 - drawn.split_x,
        "upper": drawn.split_y - 12,
    }


@register.inclusion_tag("marks/tie_map.html")
def tie_map(found, caption):
    """The arcs of a ``reports.map_of_ties.MapOfTies``; its list stands on the same page."""
    drawn = charts.tie_map(found.drawn)
    return {
        "chart": drawn,
        "caption": caption,
        # From the last to the first, so that the liveliest lie on top.
        "arcs": [
            (arc, charts.ink_of(arc.tie.mark), arc_label(arc.tie)) for arc in reversed(drawn.arcs)
        ],
        "window": found.window,
        "legend": [(mark, charts.ink_of(mark), signs.MARKS[mark]) for mark in found.marks],
        "statuses": [(status, signs.STATUSES[status]) for status in found.statuses],
    }


def arc_label(tie) -> str:
    return f"{tie.title}: {signs.MARKS[tie.mark]}; {signs.STATUSES[tie.status]}"
