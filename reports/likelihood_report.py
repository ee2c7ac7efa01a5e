"""Pair-year likelihoods of cohorts as text and as JSON, for the command line."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relationships.models import Cohort
from reports.comparison import PANEL, Comparison, Group, Times
from reports.metrics import Likelihood, Ratio
from reports.signs import CLASSES
from reports.summary import AnnualSummary

LABEL = 46  # characters


@dataclass(frozen=True, slots=True)
class LikelihoodReport:
    """What ``manage.py likelihood`` answers; ``comparison`` is with the cohort ``other``."""

    cohort: Cohort
    summary: AnnualSummary
    first: int
    denominator: str
    other: Cohort | None = None
    comparison: Comparison | None = None

    def as_json(self) -> dict:
        """Numbers as numbers, percents as text with one decimal."""
        found = {
            "cohort": self.cohort.name,
            "from": self.first,
            "to": self.summary.year,
            "as_of": self.summary.as_of.isoformat(),
            "denominator": self.denominator,
            "ties": len(self.summary.ties),
            "classes": _classes(self._likelihoods()),
            "strict_classes": _classes(self._strict_likelihoods()),
            "not_reported_pair_years": self.summary.statement.not_reported_pair_years,
            "unplaced_activities": self.summary.unplaced,
        }
        if self.comparison:
            found["matched"] = self._matched()
        return found

    def as_text(self) -> str:
        heading = _("%(cohort)s: %(ties)s ties, policy years %(first)s to %(last)s, as of %(day)s")
        lines = [
            heading
            % {
                "cohort": self.cohort.name,
                "ties": len(self.summary.ties),
                "first": self.first,
                "last": self.summary.year,
                "day": self.summary.as_of,
            },
            self._denominator(),
            "",
            *_table(self._likelihoods()),
            *self._notes(),
        ]
        if self.comparison:
            lines += ["", *self._matched_lines()]
        return "\n".join(lines)

    def _likelihoods(self):
        return self.summary.panel if self.denominator == PANEL else self.summary.exposure

    def _strict_likelihoods(self):
        if self.denominator == PANEL:
            return self.summary.strict_panel
        return self.summary.strict_exposure

    def _denominator(self):
        if self.denominator == PANEL:
            return _("Fixed panel: every listed tie, every year.")
        return _("Exposure: the years in which a tie was in force for at least 183 days.")

    def _notes(self):
        strict = self._strict_likelihoods()
        if strict:
            yield from ("", _("If a courtesy counted as government:"), *_table(strict))
        missing = self.summary.statement.not_reported_pair_years
        if missing:
            yield ""
            yield ngettext(
                "Of %(n)s silent pair-year no return says that nothing happened.",
                "Of %(n)s silent pair-years no return says that nothing happened.",
                missing,
            ) % {"n": missing}
        if self.summary.unplaced:
            yield ngettext(
                "%(n)s activity is known to the year only and lies in no policy year for sure.",
                "%(n)s activities are known to the year only and lie in no policy year for sure.",
                self.summary.unplaced,
            ) % {"n": self.summary.unplaced}

    def _matched(self):
        comparison = self.comparison
        return {
            "with": self.other.name,
            "partners": [partner.name for partner in comparison.partners],
            "groups": [
                _group(self.cohort, comparison.group),
                _group(self.other, comparison.other),
            ],
            "ratios": {name: self._ratio(times) for name, times in comparison.times.items()},
        }

    def _ratio(self, times: Times):
        group, base = self._likelier(times)
        return {
            "group": group.name,
            "base": base.name,
            "ratio": times.ratio.text if times.ratio.is_enough else None,
            "interval": times.ratio.interval if times.ratio.is_enough else None,
        }

    def _likelier(self, times: Times):
        return (self.other, self.cohort) if times.is_other else (self.cohort, self.other)

    def _matched_lines(self):
        comparison = self.comparison
        yield _partners(comparison.partners)
        for cohort, group in ((self.cohort, comparison.group), (self.other, comparison.other)):
            yield from ("", _left_out(cohort, group), *_table(group.likelihoods))
        yield from ("", _("How many times as likely:"))
        for name, times in comparison.times.items():
            group, base = self._likelier(times)
            against = _("%(group)s against %(base)s") % {"group": group.name, "base": base.name}
            yield f"  {CLASSES[name]:<{LABEL}}{_times(times.ratio):<28}{against}"


def _classes(likelihoods: dict[str, Likelihood]) -> dict:
    return {
        name: {
            "n": found.n,
            "of": found.of,
            "percent": found.percent,
            "interval": found.interval and list(found.interval),
        }
        for name, found in likelihoods.items()
    }


def _group(cohort: Cohort, group: Group) -> dict:
    return {
        "cohort": cohort.name,
        "ties": len(group.matched),
        "classes": _classes(group.likelihoods),
        "unmatched_ties": len(group.unmatched),
        "unmatched_partners": [partner.name for partner in group.unmatched_partners],
    }


def _table(likelihoods: dict[str, Likelihood]):
    for name, found in likelihoods.items():
        percent = f"{found.percent} %" if found.is_enough else _("too few")
        interval = "{}–{} %".format(*found.interval) if found.is_enough else ""
        yield f"  {CLASSES[name]:<{LABEL}}{found.n:>6} / {found.of:<8}{percent:>9}  {interval}"


def _partners(partners):
    return ngettext(
        "%(n)s partner that both have.", "%(n)s partners that both have.", len(partners)
    ) % {"n": len(partners)}


def _left_out(cohort, group):
    return _(
        "%(cohort)s: %(matched)s ties to them. Left out: %(unmatched)s ties to %(partners)s "
        "other partners."
    ) % {
        "cohort": cohort.name,
        "matched": len(group.matched),
        "unmatched": len(group.unmatched),
        "partners": len(group.unmatched_partners),
    }


def _times(ratio: Ratio) -> str:
    if not ratio.is_enough:
        return _("too few")
    if ratio.value is None:
        return _("not defined")
    low, high = ratio.interval
    return f"{ratio.text}  ({low}–{high or '∞'})"
