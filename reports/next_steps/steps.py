"""The next steps on a flagged tie, in order. Nothing here reads the database."""

from datetime import date

from django.urls import reverse
from django.utils.http import urlencode

from activities.choices import ActivityType
from relationships.dates import PartialDate
from reports.look_ahead import ROUND_YEARS, anniversary
from reports.metrics import add_months
from reports.next_steps import ways
from reports.next_steps.effect import effect, times_needed
from reports.next_steps.values import Facts, Step
from reports.rows_behind import activities_behind
from reports.summary import TieSummary

SHOWN = 3  # examples of one way
MONTHS_TO_PREPARE = 3
ANNIVERSARY_MONTHS = 24
REVIEW_YEARS = 5
OVER = {"ended", "historical"}

TYPE_OF_WAY = {
    ways.ONLINE: ActivityType.ONLINE_CLASSROOM,
    ways.BUSINESS: ActivityType.BUSINESS_MEETING,
    ways.OFFICIAL: ActivityType.OFFICIAL_VISIT,
}


def next_steps(tie: TieSummary, facts: Facts, as_of: date) -> list[Step]:
    """What to do about ``tie``; nothing where it has no finding or is over.

    First what costs nothing because it already happened, then the ways of others, cheapest
    first, last the two that change the tie itself.
    """
    if not tie.findings or tie.legal_status in OVER:
        return []
    if tie.legal_status == "suspended":
        # Council said that nothing is to be held, so nothing is planned around it.
        return sorted([*_to_complete(tie, facts), _resume(tie), *_retire(tie)], key=_order)
    steps = [
        *_to_complete(tie, facts),
        *_ways(tie, facts, as_of),
        *_anniversary(tie, as_of),
        *_agreement(tie, facts, as_of),
        *_retire(tie),
    ]
    return sorted(steps, key=_order)


def _order(step):
    return ORDER.index(step.act)


ORDER = (
    "return", "confirm", "classify",
    ways.ONLINE, ways.VIRTUAL, ways.PAID_BY_THEM, ways.AT_HOME, ways.HOSTED, "anniversary",
    ways.TRAVEL, ways.BUSINESS, ways.OFFICIAL, "resume", "renegotiate", "retire",
)  # fmt: skip


def _to_complete(tie, facts):
    flags = {found.kind for found in tie.findings}
    if "not_reported" in flags:
        years = tie.unreported_years
        address = (
            f"{reverse('annual_return')}?{urlencode({'office': facts.office, 'year': years[-1]})}"
        )
        yield Step("return", "none", figures={"years": years}, address=address)
    for one in facts.waiting:
        address = reverse("activity_detail", args=[one.activity])
        yield Step("confirm", "none", figures={"title": one.title}, address=address)
    if "classify_first" in flags:
        address = activities_behind(tie, involvement="U")
        yield Step("classify", "none", figures={"activities": tie.counts.U}, address=address)


def _ways(tie, facts, as_of):
    is_sporadic = any(one.kind == "sporadic" for one in tie.findings)
    found = ways.examples(facts.deeds, facts.fields)
    for way in ways.WAYS:
        # Nobody needs an example to be told of the cheapest; the card says that there is none.
        if found[way] or way == ways.ONLINE:
            step = _way(way, found[way], tie, facts, as_of)
            # A sporadic tie needs years, so one activity is a step though it clears nothing.
            if step.times or (is_sporadic and way not in ways.LETTER_OF_WAY):
                yield step


def _way(way, deeds, tie, facts, as_of):
    letter = ways.LETTER_OF_WAY.get(way, "C")
    kind = TYPE_OF_WAY.get(way) or deeds[0].type
    known = set(facts.fields)
    return Step(
        act=way,
        cost=ways.COST_OF_WAY[way],
        evidence=tuple(deeds[:SHOWN]),
        others=max(len(deeds) - SHOWN, 0),
        plan={"type": str(kind), "start": _month_ahead(as_of)},
        effect=effect(tie, letter, as_of),
        times=times_needed(tie, letter, as_of),
        bodies=ways.could_carry(facts.bodies, kind),
        figures={"type": str(kind), "new_fields": _new_fields(deeds, known)},
    )


def _new_fields(deeds, known):
    return sorted(set(deeds[0].fields) - known) if deeds else []


def _month_ahead(as_of):
    return str(PartialDate(add_months(as_of, MONTHS_TO_PREPARE).replace(day=1), "month"))


def _anniversary(tie, as_of):
    """The next round one, if there is time to prepare it and it is near enough to plan."""
    if tie.start_date is None:
        return
    since = PartialDate(tie.start_date, tie.start_precision)
    years = ROUND_YEARS
    while (on := anniversary(since, years)).first <= as_of:
        years += ROUND_YEARS
    if on.first <= add_months(as_of, ANNIVERSARY_MONTHS) and times_needed(tie, "M", as_of):
        yield Step(
            "anniversary",
            "medium",
            plan={"type": str(ActivityType.ANNIVERSARY), "start": str(on)},
            effect=effect(tie, "M", as_of),
            times=times_needed(tie, "M", as_of),
            figures={"day": on, "years": years},
        )


def _agreement(tie, facts, as_of):
    """Nothing signed, an end that is past, or nothing looked at for five years."""
    signed, end = facts.agreement, facts.agreement_end
    looked_at_until = end or (signed and add_months(signed.last, 12 * REVIEW_YEARS))
    if looked_at_until is None or looked_at_until < as_of:
        figures = {"signed": signed, "end": end}
        address = reverse("agreement_create", args=[tie.id])
        yield Step("renegotiate", "staff_time", figures=figures, address=address)


def _resume(tie):
    return Step("resume", "staff_time", address=reverse("decision_create", args=[tie.id]))


def _retire(tie):
    """Only where it is known that nothing happens; not reported is no reason."""
    if tie.reading == "inactive":
        yield Step("retire", "none", address=reverse("draft_resolution", args=[tie.id]))
