"""What the drawn signs say to those who do not see them."""

from types import SimpleNamespace

import pytest
from django.template import engines
from django.utils import translation

from reports import signs
from reports.charts import LikelihoodRow, TrendLine
from reports.glyphs import GLYPHS
from reports.metrics import Likelihood


def year(number, mark="silent", in_window=False):
    return SimpleNamespace(year=number, mark=mark, in_window=in_window)


def render(source, **context):
    return engines["django"].from_string("{% load marks %}" + source).render(context)


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        (["silent", "M", "silent"], "2021 mixed; silent in the other years"),
        (["G", "C", "B"], "2020 government only, 2021 community, 2022 business only"),
        (["silent", "silent", "silent"], "silent in every year"),
        (
            ["U", "not_reported", "not_reported"],
            "2020 not classified; not reported: 2021, 2022",
        ),
        (["before", "before", "M"], "2022 mixed"),
        (["before", "before", "before"], "before the relationship"),
        (["before", "not_reported", "silent"], "not reported: 2021; silent in the other years"),
    ],
)
def test_a_strip_is_said_in_words(marks, words):
    cells = [year(2020 + place, mark) for place, mark in enumerate(marks)]

    assert signs.years_in_words(cells) == words


def test_a_strip_names_its_relationship_and_years():
    cells = [year(2024, "M"), year(2025, in_window=True)]

    strip = render("{% year_strip cells label %}", cells=cells, label="Halifax – Zhuhai")

    label = "Halifax – Zhuhai, 2024 to 2025: 2024 mixed; silent in the other years"
    assert f'role="img" aria-label="{label}"' in strip
    assert '<use href="#c-M" x="0"/><use href="#c-silent" x="20"/>' in strip


def test_a_year_before_the_relationship_is_left_empty():
    strip = render("{% year_strip cells %}", cells=[year(2024, "before"), year(2025, "G")])

    assert strip.count("<use") == 1


def test_a_large_strip_has_its_table():
    cells = [year(2024, "not_reported"), year(2025, "C", True)]

    strip = render('{% year_strip_large cells "Burnaby – Kushiro" %}', cells=cells)

    assert "<td>not reported</td>" in strip
    assert "<td>community</td>" in strip
    assert "Shaded: the years that count, 2025 to 2025." in strip


def test_every_mark_with_a_drawing_stands_in_the_sprite():
    sprite = render("{% sprite %}")

    for mark in GLYPHS:
        assert f'id="m-{mark}"' in sprite
        assert f'id="c-{mark}"' in sprite


def test_the_sprite_writes_numbers_for_browsers_in_every_language():
    with translation.override("fr-ca"):
        sprite = render("{% sprite %}")

    assert 'stroke-width="1.4"' in sprite


@pytest.mark.parametrize(("status", "steps"), [("active", 0), ("cooling", 1), ("inactive", 3)])
def test_a_status_fills_as_many_steps_as_it_is_alive(status, steps):
    badge = render("{% status_badge status %}", status=status)

    assert str(signs.STATUSES[status]) in badge
    assert badge.count('class="off"') == steps


@pytest.mark.parametrize("status", ["new", "not_reported"])
def test_what_cannot_be_measured_has_no_meter(status):
    badge = render("{% status_badge status %}", status=status)

    assert "<svg" not in badge
    assert str(signs.STATUSES[status]) in badge


def test_a_sign_alone_is_silent_and_its_word_is_not():
    alone = render('{% glyph "M" %}')
    named = render('{% involvement "M" %}')

    assert 'aria-hidden="true"' in alone
    assert "mixed" in named


def test_the_legend_names_the_marks_it_is_given():
    legend = render("{% legend marks %}", marks=["G", "not_reported"])

    assert "government only" in legend
    assert "not reported" in legend
    assert "mixed" not in legend


def test_a_likelihood_prints_percent_fraction_and_interval():
    rows = [LikelihoodRow("Government", "G", Likelihood(35, 245), address="/behind/")]

    table = render('{% likelihood_bars rows "Chance" %}', rows=rows)

    assert "14.3&nbsp;%" in table
    assert '<a href="/behind/">35/245</a>' in table
    assert "(95 % interval 10.5 to 19.2 %)" in table


def test_a_likelihood_is_printed_as_the_language_writes_numbers():
    rows = [LikelihoodRow("Gouvernement", "G", Likelihood(35, 245))]

    with translation.override("fr-ca"):
        table = render('{% likelihood_bars rows "Chance" %}', rows=rows)

    assert "14,3" in table
    assert 'width="57.14%"' in table or "width=" in table
    assert ",14%" not in table


def test_of_too_few_years_no_percent_is_printed():
    rows = [LikelihoodRow("Government", "G", Likelihood(2, 7))]

    table = render('{% likelihood_bars rows "Chance" %}', rows=rows)

    assert "too few" in table
    assert "2/7" in table
    assert "<rect" not in table


def test_a_trend_names_its_lines_and_has_its_table():
    lines = [TrendLine("with officials", "G", {2024: 3, 2025: 1}, to_date=2)]

    chart = render('{% trend lines "Ties with an activity" 2026 %}', lines=lines)

    assert 'aria-label="Ties with an activity"' in chart
    assert chart.count("with officials") == 2
    assert '<th scope="row">2024</th><td class="num">3</td>' in chart
    assert '2026 to date</th><td class="num">2</td>' in chart
