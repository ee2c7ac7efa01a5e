"""A comparison as a file: every figure of the page, one count a line, for spreadsheets."""

from django.utils.translation import gettext as _

from activities.formula_guard import guarded_csv
from reports.comparing.answer import ALL, MATCHED, Answer, Half, is_recorded, on
from reports.comparing.question import DENOMINATORS
from reports.signs import CLASSES


def as_csv(answer: Answer) -> bytes:
    """In UTF-8 with the mark that spreadsheets ask for; numbers with a point."""
    return guarded_csv([_headings(), *(map(str, line) for line in _lines(answer))])


def _headings():
    return [
        _("Group"), _("Ties"), _("How many ties"), _("From year"), _("To year"),
        _("Years counted"), _("Activities"), _("Tie-years with one"), _("Tie-years"),
        _("Percent"), _("Interval from"), _("Interval to"),
    ]  # fmt: skip


def _lines(answer):
    for denominator, years in DENOMINATORS:
        for half in answer.halves:
            for which, found in _parts(half, denominator):
                for name in CLASSES:
                    yield _line(answer, half, which, years, name, found[name])
    for name, times in answer.comparison.times.items():
        yield _ratio(answer, name, times)


def _parts(half: Half, denominator):
    return (MATCHED, on(half, denominator)), (ALL, half.found.likelihoods_of_all(denominator))


def _line(answer, half, which, years, name, found):
    words = {MATCHED: _("ties to the same partners"), ALL: _("all ties, matched or not")}
    is_said = found.is_enough and is_recorded(half.of(which))
    percents = [found.percent, *found.interval] if is_said else ["", "", ""]
    return [
        half.name, words[which], len(half.of(which)), answer.first, answer.last, years,
        CLASSES[name], found.n, found.of, *percents,
    ]  # fmt: skip


def _ratio(answer, name, times):
    """How many times as likely, in the column of percents."""
    likelier, base = answer.halves[::-1] if times.is_other else answer.halves
    ratio = times.ratio
    said = _("How many times as likely: %(group)s against %(base)s") % {
        "group": likelier.name,
        "base": base.name,
    }
    years = dict(DENOMINATORS)[answer.comparison.denominator]
    return [said, "", "", answer.first, answer.last, years, CLASSES[name], "", "",
            *_figures(answer, ratio)]  # fmt: skip


def _figures(answer, ratio):
    if not answer.is_recorded:
        return _("not on record"), "", ""
    if not ratio.is_enough:
        return _("too few"), "", ""
    if ratio.value is None:
        return _("not defined"), "", ""
    low, high = ratio.interval
    return ratio.text, low, "∞" if high is None else high
