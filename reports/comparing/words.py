"""The sentence with which a comparison opens, and those that say what it leaves out."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, ngettext

from reports.comparing.answer import Answer, Half
from reports.comparison import EXPOSURE, PANEL
from reports.metrics import Ratio
from reports.signs import CLASSES

# What the two denominators take in, METRICS.md 9.
COUNTED = {
    PANEL: gettext_lazy("Fixed panel: every listed tie, every year."),
    EXPOSURE: gettext_lazy(
        "Exposure: the years in which a tie was in force for at least 183 days."
    ),
}

TIMES = {
    "any": gettext_noop(
        "With the same partners, “%(group)s” was %(times)s times as likely as “%(base)s” to do "
        "something in a given year."
    ),
    "government": gettext_noop(
        "With the same partners, “%(group)s” was %(times)s times as likely as “%(base)s” to do "
        "something with government in a given year."
    ),
    "community": gettext_noop(
        "With the same partners, “%(group)s” was %(times)s times as likely as “%(base)s” to do "
        "something with citizens in a given year."
    ),
    "people_to_people": gettext_noop(
        "With the same partners, “%(group)s” was %(times)s times as likely as “%(base)s” to do "
        "something with citizens alone in a given year."
    ),
    "non_government": gettext_noop(
        "With the same partners, “%(group)s” was %(times)s times as likely as “%(base)s” to do "
        "something without government in a given year."
    ),
}


def lead(answer: Answer) -> str:
    """What the comparison says, or why it says nothing, in the active language."""
    if not answer.comparison.shared:
        return _("“%(group)s” and “%(other)s” have no partner in common.") % _names(answer)
    silent = [half for half in answer.halves if not half.is_recorded]
    if silent:
        return _unrecorded(answer, silent)
    if not answer.ratio.is_enough:
        return _("Fewer than ten tie-years on one side: too few to say.")
    return _how_much(answer)


def _names(answer):
    return {"group": answer.group.name, "other": answer.other.name}


def _unrecorded(answer, silent: list[Half]):
    if len(silent) == 2:
        return _(
            "What either group did in these years is not on record, so only their partners can be "
            "compared."
        )
    return _(
        "What “%(group)s” did in these years is not on record, so nothing can be said about the "
        "difference. Not on record is not the same as silent."
    ) % {"group": silent[0].name}


def _how_much(answer):
    ratio = answer.ratio
    if ratio.value is None:
        return _nothing_to_divide_by(answer)
    said = _(TIMES[answer.kind]) % {
        "group": answer.likelier.name,
        "base": answer.base.name,
        "times": one_decimal_here(ratio.text),
    }
    if holds_one(ratio):
        said += " " + _("The interval takes in 1, so chance may explain it.")
    return said


def _nothing_to_divide_by(answer):
    ratio = answer.ratio
    if not ratio.group.n:
        return _("Neither group did this in any tie-year with the partners both have.")
    return _(
        "With the same partners, “%(group)s” did this in %(n)s of %(of)s tie-years and "
        "“%(base)s” in none of %(base_of)s: how many times as likely is not defined."
    ) % {
        "group": answer.likelier.name,
        "base": answer.base.name,
        "n": ratio.group.n,
        "of": ratio.group.of,
        "base_of": ratio.base.of,
    }


def holds_one(ratio: Ratio) -> bool:
    return ratio.low is not None and ratio.low <= 1 <= ratio.high


def one_decimal_here(text: str) -> str:
    """A figure such as 6.4 in the writing of the active language."""
    return number_format(text, decimal_pos=1)


def notes(answer: Answer) -> list[str]:
    """What the figures do not show: years that nobody reported, ties that count twice."""
    said = [not_reported(half) for half in answer.halves]
    return [note for note in [*said, in_both(len(answer.comparison.in_both))] if note]


def of_picture(answer: Answer) -> dict:
    """What the picture of its bars says around them."""
    return {
        "title": f"{CLASSES[answer.kind]}, {_('how likely in a year')}",
        "notes": [str(COUNTED[answer.comparison.denominator]), *notes(answer)],
        "period": f"{answer.first}–{answer.last}",
    }


def source(answer: Answer) -> list[str]:
    """Which groups and years a picture compares, and whether one of them is made up."""
    names = _("“%(group)s” and “%(other)s”") % {
        "group": answer.group.name,
        "other": answer.other.name,
    }
    made_up = [half.name for half in answer.halves if half.called.is_demonstration]
    demonstration = _(
        "Demonstration record: the activities of %(cohort)s are made up to show the portal."
    )
    return [
        f"{names}, {answer.first}–{answer.last}",
        *(demonstration % {"cohort": name} for name in made_up),
    ]


def left_out(half: Half) -> str:
    """How many ties of a group are compared, and how many are not."""
    matched, unmatched = len(half.found.matched), len(half.found.unmatched)
    said = ngettext(
        "“%(group)s”: %(ties)s tie to a partner both have.",
        "“%(group)s”: %(ties)s ties to partners both have.",
        matched,
    ) % {"group": half.name, "ties": matched}
    if not unmatched:
        return said + " " + _("None is left out.")
    others = ngettext(
        "Left out: %(ties)s tie. Partners the other group does not have: %(partners)s.",
        "Left out: %(ties)s ties. Partners the other group does not have: %(partners)s.",
        unmatched,
    ) % {"ties": unmatched, "partners": len(half.found.unmatched_partners)}
    return f"{said} {others}"


def not_reported(half: Half) -> str:
    """How many tie-years of a group nobody said anything of; maybe nothing."""
    if not half.unreported:
        return ""
    return ngettext(
        "“%(group)s”: %(n)s tie-year is not reported: nobody has said that nothing happened.",
        "“%(group)s”: %(n)s tie-years are not reported: nobody has said that nothing happened.",
        half.unreported,
    ) % {"group": half.name, "n": half.unreported}


def in_both(count: int) -> str:
    """Ties that belong to both groups; maybe nothing."""
    if not count:
        return ""
    return ngettext(
        "%(n)s tie belongs to both groups and counts in each.",
        "%(n)s ties belong to both groups and count in each.",
        count,
    ) % {"n": count}
