"""What an alert says: why, by which rule, and what would clear it; in the active language.

Page, mail, edition and API take their sentences from here. Those of the findings are the
summary's own; here are the kinds that only alerts have, and the ties about to fall asleep.
``figures`` and ``thresholds`` are what the alert froze.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relationships.models.agreement import AgreementKind
from reports.models.alert import AlertKind
from reports.summary import Finding
from reports.summary.words import RULES as FINDINGS
from reports.summary.words import partial_date

Figures = Mapping[str, Any]

# The kinds that the yearly check raises; the others are looked ahead to daily.
YEARLY = {*FINDINGS, AlertKind.PROGRAMME_MISSED}


class Words(NamedTuple):
    reason: str
    rule: str
    what_clears: str


def words_of(alert) -> Words:
    """The three sentences of an alert."""
    return Words(
        reason(alert.kind, alert.figures, alert.rule),
        rule(alert.kind, alert.rule),
        what_clears(alert.kind, alert.figures, alert.rule),
    )


def reason(kind: str, figures: Figures, thresholds: Figures) -> str:
    if kind in FINDINGS:
        return Finding(kind, figures, thresholds).sentence
    return REASONS[kind](figures)


def rule(kind: str, thresholds: Figures) -> str:
    if kind in FINDINGS:
        return Finding(kind, {}, thresholds).rule
    return RULES[kind](thresholds)


def what_clears(kind: str, figures: Figures, thresholds: Figures) -> str:
    if kind in FINDINGS:
        return Finding(kind, figures, thresholds).clearing
    return CLEARINGS[kind](figures)


def raised_by(alert) -> str:
    """Which check raised it."""
    if alert.kind in YEARLY:
        return _("Raised by the yearly check of %(year)s.") % {"year": alert.period[:4]}
    return _("Raised by the daily look-ahead.")


def falling_asleep(kind: str, figures: Figures) -> str:
    """A tie that becomes dormant or inactive on a day to come, if nothing is held."""
    sentences = {
        "dormant": ngettext(
            "It becomes dormant on %(day)s, in %(days)s day, unless an activity is held.",
            "It becomes dormant on %(day)s, in %(days)s days, unless an activity is held.",
            figures["days"],
        ),
        "inactive": ngettext(
            "It becomes inactive on %(day)s, in %(days)s day, unless an activity is held.",
            "It becomes inactive on %(day)s, in %(days)s days, unless an activity is held.",
            figures["days"],
        ),
    }
    return sentences[kind] % {"day": partial_date(figures["day"]), "days": figures["days"]}


def _agreement(figures):
    """The agreement's title, or its kind where it has none."""
    kind = AgreementKind(figures["agreement_kind"]).label
    return _("“%(title)s”") % {"title": figures["title"]} if figures["title"] else str(kind)


def _days_away(figures):
    return ngettext(
        "On %(as_of)s that was %(days)s day away.",
        "On %(as_of)s that was %(days)s days away.",
        figures["days"],
    ) % {"as_of": partial_date(figures["as_of"]), "days": figures["days"]}


def _agreement_ending(figures):
    sentence = _("%(agreement)s ends on %(day)s.") % {
        "agreement": _agreement(figures),
        "day": partial_date(figures["day"]),
    }
    return f"{sentence} {_days_away(figures)}"


def _notice_ahead(figures):
    if figures["renews"]:
        sentence = _("%(agreement)s renews by itself on %(end)s unless notice is given by %(day)s.")
    else:
        sentence = _("%(agreement)s ends on %(end)s; notice can be given until %(day)s.")
    sentence %= {
        "agreement": _agreement(figures),
        "end": partial_date(figures["end"]),
        "day": partial_date(figures["day"]),
    }
    return f"{sentence} {_days_away(figures)}"


def _anniversary(figures):
    sentence = (
        _("The relationship is %(years)s years old on %(day)s.")
        if _is_to_the_day(figures["day"])
        else _("The relationship is %(years)s years old in %(day)s.")
    )
    return sentence % {"years": figures["years"], "day": partial_date(figures["day"])}


def _review(figures):
    sentences = {
        "ended": _("%(agreement)s ended on %(day)s and nothing newer is on record."),
        "renewed": _("%(agreement)s renewed by itself on %(day)s; its new term is not on record."),
        "old": _("%(agreement)s has no end, and nothing was signed or decided since %(day)s."),
    }
    return sentences[figures["because"]] % {
        "agreement": _agreement(figures),
        "day": partial_date(figures["day"]),
    }


def _contact(figures):
    is_ours = figures["side"] == "ours"
    if figures["is_verified"]:
        sentence = (
            _("A contact on our side was last verified on %(day)s.")
            if is_ours
            else _("A contact on the partner's side was last verified on %(day)s.")
        )
    else:
        sentence = (
            _("A contact on our side, recorded on %(day)s, was never verified.")
            if is_ours
            else _("A contact on the partner's side, recorded on %(day)s, was never verified.")
        )
    return sentence % {"day": partial_date(figures["day"])}


def _programme(figures):
    missed = _("“%(name)s” was due in %(year)s and nothing of it is on record as held.") % {
        "name": figures["name"],
        "year": figures["year"],
    }
    if not figures["last_held"]:
        held = _("It was never held before.")
    elif _is_to_the_day(figures["last_held"]):
        held = _("It was last held on %(day)s.")
    else:
        held = _("It was last held in %(day)s.")
    day = partial_date(figures["last_held"]) if figures["last_held"] else ""
    return f"{missed} {held % {'day': day}}"


def _is_to_the_day(text):
    """Whether a date is known to the day, so that it takes “on” and not “in”."""
    return len(text) == len("2026-05-20")


def _steps(thresholds):
    far, middle, near = thresholds["steps"]
    return {"far": far, "middle": middle, "near": near}


REASONS = {
    AlertKind.AGREEMENT_ENDING: _agreement_ending,
    AlertKind.NOTICE_AHEAD: _notice_ahead,
    AlertKind.ANNIVERSARY_AHEAD: _anniversary,
    AlertKind.REVIEW_DUE: _review,
    AlertKind.CONTACT_UNVERIFIED: _contact,
    AlertKind.PROGRAMME_MISSED: _programme,
}

RULES = {
    AlertKind.AGREEMENT_ENDING: lambda t: (
        _("Told %(far)s, %(middle)s and %(near)s days before an agreement ends.") % _steps(t)
    ),
    AlertKind.NOTICE_AHEAD: lambda t: (
        _("Told %(far)s, %(middle)s and %(near)s days before the last day to give notice.")
        % _steps(t)
    ),
    AlertKind.ANNIVERSARY_AHEAD: lambda t: (
        _("Told %(months)s months before a round anniversary: every %(round_years)s years.") % t
    ),
    AlertKind.REVIEW_DUE: lambda t: (
        _(
            "Told when an agreement is over with nothing newer in its place, or when one without "
            "an end has seen no signature or decision for %(years)s years."
        )
        % t
    ),
    AlertKind.CONTACT_UNVERIFIED: lambda t: (
        _("Told when a contact in post has not been verified for %(months)s months.") % t
    ),
    AlertKind.PROGRAMME_MISSED: lambda t: _(
        "Told when a year in which a programme is due ends without an activity of it."
    ),
}


def _clears_agreement(figures):
    return _("An agreement that supersedes it, or a later end.")


def _clears_notice(figures):
    return _("An agreement that supersedes it; or the day itself, once it has passed.")


def _clears_anniversary(figures):
    return _("An anniversary activity, held and recorded; or the day itself, once it has passed.")


def _clears_review(figures):
    if figures["because"] == "old":
        return _("A newer agreement or decision on record, or an end for this one.")
    return _("A newer agreement on record, a later end, or the end of the relationship.")


def _clears_contact(figures):
    return _("The contact verified, or the day on which the person left the post.")


def _clears_programme(figures):
    return _(
        "An activity of the programme in %(year)s, held and recorded; "
        "or the last year of the programme, if it is over."
    ) % {"year": figures["year"]}


CLEARINGS = {
    AlertKind.AGREEMENT_ENDING: _clears_agreement,
    AlertKind.NOTICE_AHEAD: _clears_notice,
    AlertKind.ANNIVERSARY_AHEAD: _clears_anniversary,
    AlertKind.REVIEW_DUE: _clears_review,
    AlertKind.CONTACT_UNVERIFIED: _clears_contact,
    AlertKind.PROGRAMME_MISSED: _clears_programme,
}
