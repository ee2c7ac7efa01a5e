"""Next steps in sentences. Nothing is said that the figures of a step do not say."""

from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from activities.choices import ActivityType, FieldOfWork
from reports.next_steps import ways
from reports.next_steps.values import Step
from reports.signs import FINDINGS, STATUSES

COSTS = {
    "none": gettext_lazy("none"),
    "staff_time": gettext_lazy("staff time only"),
    "low": gettext_lazy("low"),
    "small_share": gettext_lazy("a small share for the city"),
    "medium": gettext_lazy("medium: somebody is hosted"),
    "high": gettext_lazy("high: travel"),
}

TITLES = {
    "return": gettext_lazy("File the missing return"),
    "confirm": gettext_lazy("Say whether it took place"),
    "classify": gettext_lazy("Say who took part"),
    ways.ONLINE: gettext_lazy("Online classroom"),
    ways.VIRTUAL: gettext_lazy("{type}, without travel"),
    ways.PAID_BY_THEM: gettext_lazy("{type}, paid by those who take part"),
    ways.AT_HOME: gettext_lazy("{type} at home"),
    ways.HOSTED: gettext_lazy("{type}: receive them"),
    ways.TRAVEL: gettext_lazy("{type} with travel"),
    ways.BUSINESS: gettext_lazy("{type}"),
    ways.OFFICIAL: gettext_lazy("{type}"),
    "anniversary": gettext_lazy("Plan the anniversary around citizens"),
    "resume": gettext_lazy("Ask council whether the suspension holds"),
    "renegotiate": gettext_lazy("Renegotiate what it is for"),
    "retire": gettext_lazy("Or retire it with honour"),
}


DOORS = {
    "return": gettext_lazy("Open the yearly return"),
    "resume": gettext_lazy("Record a decision"),
    "renegotiate": gettext_lazy("Add an agreement"),
    "confirm": gettext_lazy("Open the activity"),
    "classify": gettext_lazy("Open the activities"),
    "retire": gettext_lazy("Draft resolution"),
}


# Acts that only those who keep the record are led to.
NEEDS_A_PEN = {"renegotiate", "resume"}


class Card(NamedTuple):
    """A step as a page shows it."""

    step: Step
    title: str
    sentence: str
    cost: str
    effect: str
    plan_address: str
    plan_words: str
    open_words: str

    @property
    def needs_a_pen(self) -> bool:
        return self.step.act in NEEDS_A_PEN


def card(step: Step, tie, partner: str, alert_id: int | None = None) -> Card:
    """``step`` on the tie of this summary, said to whoever reads the page."""
    return Card(
        step=step,
        title=_title(step),
        sentence=SENTENCES.get(step.act, _example)(step, partner),
        cost=str(COSTS[step.cost]),
        effect=_effect(step) if step.effect else "",
        plan_address=_plan_address(step, tie, partner, alert_id),
        plan_words=_("Plan it: %(title)s") % {"title": _title(step)},
        open_words=str(DOORS.get(step.act, "")),
    )


def _title(step):
    kind = (step.figures or {}).get("type")
    return str(format_lazy(TITLES[step.act], type=ActivityType(kind).label if kind else ""))


def _plan_address(step, tie, partner, alert_id):
    if not step.plan:
        return ""
    words = {"kind": ActivityType(step.plan["type"]).label, "city": partner}
    titled = {**step.plan, "title": _("%(kind)s with %(city)s") % words}
    return step._replace(plan=titled).plan_address(tie.id, alert_id)


def _example(step, partner):
    """What the best example is, or that there is none."""
    if not step.evidence:
        return _("No tie known here with the same partner or country has done it yet.")
    best = step.evidence[0]
    words = {"peer": best.peer, "title": best.title, "year": best.year, "partner": partner}
    if best.is_same_partner:
        said = _("%(peer)s, twinned with %(partner)s too, did it in %(year)s.") % words
    elif best.is_ours:
        said = _("Done from here with %(peer)s, in the same country, in %(year)s.") % words
    else:
        said = _("%(peer)s, twinned in the same country, did it in %(year)s.") % words
    if fields := step.figures["new_fields"]:
        names = ", ".join(str(FieldOfWork(field).label).lower() for field in fields)
        said += " " + _("New to this tie: %(fields)s.") % {"fields": names}
    return said


def _return(step, partner):
    years = step.figures["years"]
    said = ngettext(
        "Nobody said what happened in %(years)s. That nothing did is an answer too.",
        "Nobody said what happened in %(years)s. That nothing did is an answer too.",
        len(years),
    )
    return said % {"years": ", ".join(map(str, years))}


def _confirm(step, partner):
    words = {"title": step.figures["title"]}
    return _("“%(title)s” was planned for a day now past. It counts once you say so.") % words


def _classify(step, partner):
    return ngettext(
        "Of %(total)s activity the record does not say who took part.",
        "Of %(total)s activities the record does not say who took part.",
        step.figures["activities"],
    ) % {"total": step.figures["activities"]}


def _anniversary(step, partner):
    words = {"years": step.figures["years"], "day": step.figures["day"].in_words()}
    said = _("%(day)s: the tie is %(years)s years old. Time enough for a choir or a school.")
    return said % words


def _renegotiate(step, partner):
    signed, end = step.figures["signed"], step.figures["end"]
    if signed is None:
        return _("No agreement is on record that says what the two cities want of each other.")
    words = {"signed": signed.in_words()}
    if end:
        words["end"] = date_format(end)
        return _("The agreement of %(signed)s ended on %(end)s, with none in its place.") % words
    return _("The agreement of %(signed)s names no end, and none has been signed since.") % words


def _resume(step, partner):
    return _("The tie is suspended, so nothing is proposed. What council decides goes on record.")


def _retire(step, partner):
    return _("Move it to historical, with a draft resolution for council.")


SENTENCES = {
    "return": _return,
    "confirm": _confirm,
    "classify": _classify,
    "anniversary": _anniversary,
    "resume": _resume,
    "renegotiate": _renegotiate,
    "retire": _retire,
}


def _effect(step):
    """What one of it, held today, would do; and how many it takes where one is too few."""
    done = step.effect
    said = [_status(done)]
    if done.cleared:
        said.append(_("It would clear: %(flags)s.") % {"flags": _flags(done.cleared)})
    if done.left:
        said.append(_("It would leave: %(flags)s.") % {"flags": _flags(done.left)})
    if done.new:
        said.append(_("It would then be: %(flags)s.") % {"flags": _flags(done.new)})
    if step.times and step.times > 1:
        said.append(
            _("It takes %(times)s with citizens to clear all it can.") % {"times": step.times}
        )
    return " ".join(said)


def _status(done):
    before, after = str(STATUSES[done.before]).lower(), str(STATUSES[done.after]).lower()
    if before == after:
        return _("Held today, the tie would stay %(after)s.") % {"after": after}
    words = {"before": before, "after": after}
    return _("Held today, the tie would go from %(before)s to %(after)s.") % words


def _flags(kinds):
    return ", ".join(str(FINDINGS[kind]).lower() for kind in kinds)
