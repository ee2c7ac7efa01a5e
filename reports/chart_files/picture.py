"""A chart as a picture that can leave the page: its own colours, its title, and its source."""

from pathlib import Path
from textwrap import wrap

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from reports.chart_files.chart_file import MARGIN, WIDTH, ChartFile
from reports.editions.drawings import INKS
from reports.glyphs import GLYPHS
from reports.typefaces import font_paths

PAPER = Path(__file__).with_name("picture.typ")
TOP, LINE, KEY = 64, 18, (186, 22)  # pixels: where the drawing begins, a line, a key
LETTERS = 118  # in a line of small print
SHARP = 144  # pixels of a PNG to the inch, twice those of a screen
DASHES = {"cooling": (9, 3), "dormant": (5, 4), "inactive": (2, 4), "not_reported": (1, 5)}


def as_svg(chart: ChartFile, source: list[str]) -> str:
    """``source`` are the sentences under it: whose figures, of which years, as of which day."""
    across = (WIDTH - 2 * MARGIN) // KEY[0]
    keys = [
        (MARGIN + KEY[0] * (at % across), KEY[1] * (at // across), key)
        for at, key in enumerate(chart.keys)
    ]
    below = TOP + chart.height + 28
    words_from = below + KEY[1] * -(-len(keys) // across)
    lines = [line for said in (*chart.notes, *source) for line in wrap(said, LETTERS)]
    context = {
        "xmlns": "http://www.w3.org/2000/svg",
        "chart_file": chart,
        "glyphs": GLYPHS.items(),
        "style": mark_safe(f"<style>{style(chart)}</style>"),  # noqa: S308  nothing of people
        "keys": [(x, below + y, key) for x, y, key in keys],
        "lines": [(words_from + LINE * (at + 1), line) for at, line in enumerate(lines)],
        "width": WIDTH,
        "height": words_from + LINE * (len(lines) + 1) + 8,
        "margin": MARGIN,
        "top": TOP,
        **chart.values,
    }
    return render_to_string("chart_files/picture.svg", context)


def as_png(svg: str) -> bytes:
    """The same picture in pixels, with letters for a name in any script."""
    import typst  # 80 MB; loaded with the first picture

    return typst.compile(
        str(PAPER),
        format="png",
        ppi=SHARP,
        font_paths=[str(path) for path in font_paths()],
        ignore_system_fonts=True,
        sys_inputs={"svg": svg},
    )


PICTURES = {
    "svg": ("image/svg+xml; charset=utf-8", as_svg),
    "png": ("image/png", lambda chart, source: as_png(as_svg(chart, source))),
}


def made_up(office) -> str:
    """What a picture of a demonstration says."""
    return _(
        "Demonstration record: the activities of %(office)s are made up to show the portal."
    ) % {"office": office}


def style(chart: ChartFile) -> str:
    """The look of the stylesheets by day. Lines of a map are as thick as its view is wide."""
    view = getattr(chart.values["chart"], "view", None)
    unit = view.width / chart.width if view else 1
    inks = INKS | {"ink": "#1a2730", "cell": "#eff1ee"}
    rules = [
        f".f-{ink}{{fill:{colour}}}.k-{ink}{{stroke:{colour}}}" for ink, colour in inks.items()
    ]
    dashes = [
        f".is-{status}{{stroke-dasharray:{dash * unit:.1f} {gap * unit:.1f}}}"
        f".key .is-{status}{{stroke-dasharray:{dash} {gap}}}"
        for status, (dash, gap) in DASHES.items()
    ]
    lines = (
        f".arc{{fill:none;stroke-width:{1.8 * unit:.2f}}}.key .arc{{stroke-width:1.8}}"
        f".land,.rim{{stroke-width:{0.5 * unit:.2f}}}"
    )
    return "".join([LOOK, *rules, *dashes, lines])


LOOK = (
    "text{fill:#1a2730;font-size:12px}.title{font-size:19px;font-weight:700}"
    ".t2{fill:#4b5a64}.tb,.names text{font-weight:700}"
    ".axis{stroke:#77848c}.gridl{stroke:#d8ddd9}.split{stroke-dasharray:3 3}"
    ".usual{stroke-dasharray:4 3}.shock{stroke-dasharray:2 3}"
    ".line{stroke-width:2}.line.k-gov{stroke-dasharray:5 3}.to-date{opacity:.6}"
    ".dot text,.names text{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}"
    ".halo,.on-focus,.when-narrow{display:none}"
    ".sea{fill:#eff1ee}.land{fill:#fff;stroke:#77848c}.rim{fill:none;stroke:#77848c}"
    ".home{fill:#1a2730;stroke:#fff}.end{fill:#4b5a64}"
)
