"""The small drawings of an edition on paper, as SVG text in the printed colours."""

from collections.abc import Sequence

from reports.glyphs import BOX, GLYPHS

INKS = {
    "gov": "#274b8f",
    "com": "#c2500a",
    "biz": "#14807a",
    "un": "#4a545b",
    "sil": "#77848c",
    "miss": "#77848c",
    "paper": "#ffffff",
    "none": "none",
}
CELL = "#f1f2f1"
STEP = BOX + 4


def strip(marks: Sequence[str], in_window: Sequence[bool]) -> str:
    """A cell for each year with its glyph, the years of the window underlined."""
    drawn = "".join(
        f'<g transform="translate({at * STEP} 0)">{_cell(mark)}{_line(inside)}</g>'
        for at, (mark, inside) in enumerate(zip(marks, in_window, strict=True))
    )
    return _svg(max(len(marks) * STEP, 1), BOX + 4, drawn)


def glyph(mark: str) -> str:
    return _svg(BOX, BOX, _shapes(mark))


def bar(share: float, low: float | None, high: float | None, *, ink: str, end: float) -> str:
    """A bar from 0 to ``share`` on an axis that ends at ``end``, with its interval as a line."""
    width, height = 200, 14
    drawn = f'<rect width="{_at(share, end, width)}" height="{height}" fill="{INKS[ink]}"/>'
    if low is not None and high is not None:
        left, right = _at(low, end, width), _at(high, end, width)
        path = f"M{left} 7H{right}M{left} 3v8M{right} 3v8"
        drawn += f'<path d="{path}" stroke="#fff" stroke-width="4" fill="none"/>'
        drawn += f'<path d="{path}" stroke="#1a2730" stroke-width="1.3" fill="none"/>'
    return _svg(width, height, drawn)


def _at(value, end, width):
    return round(width * value / end, 1) if end else 0


def _cell(mark):
    if mark in ("before", "after"):
        return ""
    return f'<rect width="{BOX + 2}" height="{BOX + 1}" fill="{CELL}" rx="2"/>' + (
        f'<g transform="translate(1 .5)">{_shapes(mark)}</g>'
    )


def _line(inside):
    if not inside:
        return ""
    return f'<rect y="{BOX + 2.4}" width="{STEP}" height="1.3" fill="{INKS["sil"]}"/>'


def _shapes(mark):
    return "".join(
        f'<path d="{shape.path}" fill="{INKS[shape.fill]}" stroke="{INKS[shape.stroke]}"'
        f' stroke-width="{shape.width}" stroke-dasharray="{shape.dash or "none"}"/>'
        for shape in GLYPHS.get(mark, ())
    )


def _svg(width, height, drawn):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}">{drawn}</svg>'
    )
