"""The year strip of one tie as a picture, for the city's own site."""

from dataclasses import asdict

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join

from reports import charts
from reports.glyphs import GLYPHS
from reports.register.published import slug_of
from reports.templatetags.marks import strip_label, two_digits
from reports.views.register.answering import for_everybody


@for_everybody
@csp_update({"style-src": [UNSAFE_INLINE]})  # its colours by day and by night
def register_strip(register, *, page, pk, name):
    row = get_object_or_404(register.ties(), pk=pk)
    if name != slug_of(row.home_city.name, row.partner_city.name):
        raise Http404
    (tie,) = register.published_ties([row], register.summary_of([row]))
    drawn = charts.strip(tie.cells)
    context = {
        "tie": tie,
        "strip": drawn,
        "label": strip_label(tie.cells, tie.name),
        "cells": [(c.x, c.x + 2, PATHS[c.mark]) for c in drawn.cells if c.mark in GLYPHS],
        "years": [(c.x + charts.CELL / 2, two_digits(c.year)) for c in drawn.cells],
        "day": DAY,
        "by_night": BY_NIGHT,
        "xmlns": "http://www.w3.org/2000/svg",
        "office": register.office,
    }
    picture = render_to_string("register/strip.svg", context)
    answer = HttpResponse(picture, content_type="image/svg+xml; charset=utf-8")
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


# The inks of reports.glyphs in the colours of tokens.css, which a picture elsewhere cannot read.
DAY = {"gov": "#274b8f", "com": "#c2500a", "biz": "#14807a", "un": "#4a545b", "sil": "#77848c",
       "miss": "#77848c", "paper": "#ffffff", "cell": "#eff1ee", "ink": "#4b5a64"}  # fmt: skip
NIGHT = {"gov": "#8fb0f2", "com": "#f59a4f", "biz": "#4fc3b8", "un": "#d0d9de", "sil": "#84939d",
         "miss": "#84939d", "paper": "#18222a", "cell": "#222e37", "ink": "#aebac2"}  # fmt: skip


def _path(shape):
    colours = {"fill_colour": DAY.get(shape.fill, "none")}
    colours["stroke_colour"] = DAY.get(shape.stroke, "none")
    return asdict(shape) | colours


PATHS = {mark: [_path(shape) for shape in shapes] for mark, shapes in GLYPHS.items()}
BY_NIGHT = format_html(
    "<style>@media (prefers-color-scheme: dark) {{{}}}</style>",
    format_html_join("", ".f-{0}{{fill:{1}}}.k-{0}{{stroke:{1}}}", NIGHT.items()),
)
