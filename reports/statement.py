"""The plain-words statement that opens dashboard and annual edition."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.metrics import Likelihood
from reports.signs import CLASSES
from reports.summary import AnnualSummary


def statement(summary: AnnualSummary) -> list[str]:
    """Two to four sentences in the active language; every figure is one of the summary's."""
    figures = summary.statement
    if not figures.ties:
        return [_("There are no relationships to report on yet.")]
    sentences = [_activity(figures, len(summary.window))]
    if figures.active_pair_years:
        sentences.append(_citizens(figures))
    if figures.not_reported_ties:
        sentences.append(_not_reported(figures))
    return sentences


def _activity(figures, years):
    if not figures.active_ties:
        return ngettext(
            "Our one tie did nothing on record in the last %(years)s years.",
            "None of our %(ties)s ties did anything on record in the last %(years)s years.",
            figures.ties,
        ) % {"ties": figures.ties, "years": years}
    return ngettext(
        "Our one tie did something in the last %(years)s years.",
        "%(active)s of our %(ties)s ties did something in the last %(years)s years.",
        figures.ties,
    ) % {"active": figures.active_ties, "ties": figures.ties, "years": years}


def _citizens(figures):
    if not figures.with_community:
        return ngettext(
            "Citizens had no part in the one tie-year that had an activity.",
            "Citizens had no part in any of the %(active)s tie-years that had an activity.",
            figures.active_pair_years,
        ) % {"active": figures.active_pair_years}
    return ngettext(
        "Citizens took part in the one tie-year that had an activity.",
        "Citizens took part in %(with)s of the %(active)s tie-years that had an activity; "
        "in %(alone)s of these, officials took part in nothing.",
        figures.active_pair_years,
    ) % {
        "with": figures.with_community,
        "active": figures.active_pair_years,
        "alone": figures.community_alone,
    }


def _not_reported(figures):
    return ngettext(
        "%(ties)s tie is not reported: we do not know whether it sleeps.",
        "%(ties)s ties are not reported: we do not know whether they sleep.",
        figures.not_reported_ties,
    ) % {"ties": figures.not_reported_ties}


def not_reported_years(count: int) -> str:
    """What to say under a count of tie-years of which ``count`` are not reported; maybe nothing."""
    if not count:
        return ""
    return ngettext(
        "%(n)s of these tie-years is not reported: nobody has said that nothing happened.",
        "%(n)s of these tie-years are not reported: nobody has said that nothing happened.",
        count,
    ) % {"n": count}


def strict_reading(summary: AnnualSummary) -> str:
    """The likelihoods that would differ if a courtesy counted as government; maybe nothing."""
    if not summary.strict_panel:
        return ""
    return _("If a courtesy counted as government: %(likelihoods)s.") % {
        "likelihoods": _side_by_side(summary.strict_panel)
    }


def in_force(summary: AnnualSummary) -> str:
    """The likelihoods on the second denominator; nothing where both are the same."""
    if summary.exposure == summary.panel:
        return ""
    return _("Of the tie-years in force alone: %(likelihoods)s.") % {
        "likelihoods": _side_by_side(summary.exposure)
    }


def _side_by_side(likelihoods):
    return "; ".join(
        f"{label} {_in_words(likelihoods[name])}"
        for name, label in CLASSES.items()
        if name in likelihoods
    )


def _in_words(likelihood: Likelihood):
    counted = f"{likelihood.n}/{likelihood.of}"
    if likelihood.percent is None:
        return counted
    return _("%(counted)s = %(percent)s %%") % {
        "counted": counted,
        "percent": number_format(likelihood.percent),
    }
