"""The article's comparison, counted from the demonstration record, for everybody to open."""

from dataclasses import dataclass

from django.core.cache import cache
from django.utils.translation import gettext as _

from relationships.models import Cohort, Relationship
from reports.comparing.answer import Answer, answered
from reports.comparing.groups import group_of
from reports.comparing.question import LEADING
from reports.comparison import PANEL, Side, Sides
from reports.metrics import Likelihood, Ratio
from reports.sample.demonstration import TODAY, YEARS

COHORTS = {"group": "demonstration_canada", "other": "demonstration_japan"}
REAL = {"group": "canada_china", "other": "japan_china"}
KEPT = 600  # seconds; anybody may ask, and the demonstration stands still

# What the article prints: pair-years with such an activity, all, and percent.
PUBLISHED = {
    ("all", "government"): (35, 245, "14.3"),
    ("all", "non_government"): (14, 245, "5.7"),
    ("canada", "non_government"): (11, 160, "6.9"),
    ("japan", "non_government"): (127, 290, "43.8"),
}


@dataclass(frozen=True, slots=True)
class Figures:
    """The article's table as counted here."""

    all_ties: int
    canadian_ties: int
    japanese_ties: int
    partners: int
    all: dict[str, Likelihood]
    canada: dict[str, Likelihood]
    japan: dict[str, Likelihood]
    ratio: Ratio
    is_recorded: bool = True

    @property
    def is_as_published(self) -> bool:
        """False once somebody has changed the demonstration record."""
        return all(
            (found := getattr(self, group)[name]) == (n, of) and found.percent == percent
            for (group, name), (n, of, percent) in PUBLISHED.items()
        )


def example() -> Answer | None:
    """The comparison of the article; None where the demonstration record was never taken in."""
    return _answer(COHORTS, {"group": _("Canada"), "other": _("Japan")})


def real_ties() -> Answer | None:
    """The same question put to the real ties of public lists; None where they are not here."""
    return _answer(REAL, {"group": _("Canada"), "other": _("Japan")})


def figures() -> Figures | None:
    """What the open page prints, counted at most every ten minutes."""
    found = cache.get("example-figures")
    if found is None and (answer := example()):
        found = _figures(answer)
        cache.set("example-figures", found, KEPT)
    return found


def _answer(cohorts, names):
    kept = Cohort.objects.filter(office=None, name__in=cohorts.values()).in_bulk(field_name="name")
    if len(kept) < len(cohorts):
        return None
    reference = Relationship.objects.reference()
    groups = {side: group_of(kept[name], reference) for side, name in cohorts.items()}
    years = {"first": YEARS[0], "last": YEARS[-1]}
    sides = Sides(*(Side(group.relationships, as_of=TODAY, **years) for group in groups.values()))
    return answered(groups, sides, kind=LEADING, denominator=PANEL, names=names, **years)


def _figures(answer: Answer) -> Figures:
    return Figures(
        all_ties=len(answer.group.of("all")),
        canadian_ties=len(answer.group.of("matched")),
        japanese_ties=len(answer.other.of("matched")),
        partners=len(answer.comparison.partners),
        all=dict(answer.group.all),
        canada=answer.group.found.likelihoods,
        japan=answer.other.found.likelihoods,
        ratio=answer.ratio,
    )
