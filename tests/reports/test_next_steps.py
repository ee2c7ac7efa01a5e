"""Next steps, each table checkable by hand against METRICS.md."""

from datetime import date

import pytest

from relationships.dates import PartialDate
from relationships.models import Relationship
from reports.next_steps import next_steps
from reports.next_steps.effect import effect, times_needed
from reports.next_steps.values import Body, Deed, Facts, Open
from reports.summary import annual_summary
from tests.factories import ActivityFactory, RelationshipFactory
from tests.reports.silent_ties import START, official_tie, silent_tie

pytestmark = pytest.mark.django_db
AS_OF = date(2025, 12, 31)
NO_ANNIVERSARY = date(1988, 8, 10)
SIGNED = Facts(agreement=PartialDate(date(2024, 1, 1)), partner="Jinan")


def summarise(tie):
    relationships = Relationship.objects.filter(pk=tie.pk)
    return annual_summary(year=2025, as_of=AS_OF, relationships=relationships).ties[0]


def deed(number=1, **values):
    """A photographs exhibition of Wakayama's with the same partner, held on screens in 2024."""
    return Deed(**{
        "activity": number, "title": f"Deed {number}", "type": "exhibition", "mode": "virtual",
        "direction": "none", "involvement": "C", "end": date(2024, 1, 30), "tie": 7,
        "tie_name": "Wakayama – Jinan", "peer": "Wakayama", "is_same_partner": True,
        "is_ours": False, "payers": set(), "fields": set(),
    } | values)  # fmt: skip


def acts(steps):
    return [step.act for step in steps]


def inactive(office):
    """Nothing for seven years, and the office said so; no round anniversary within two."""
    return summarise(silent_tie(office, start_date=NO_ANNIVERSARY))


def officials_only(office):
    """Five visits of officials in five years: 5 of 5."""
    return summarise(official_tie(office, start_date=NO_ANNIVERSARY))


def asleep_and_official(office):
    """Three visits of officials, the last 30 months ago: 3 of 3."""
    return summarise(official_tie(office, years=(2021, 2022, 2023)))


EFFECTS = [
    # tie, letter: before, after; cleared; left or new
    (inactive, "C", ("inactive", "active"), {"inactive"}, {"sporadic"}),  # 0 of 5 years
    (inactive, "G", ("inactive", "active"), {"inactive"}, {"sporadic"}),
    (officials_only, "C", ("active", "active"), {"official_only"}, {"official_heavy"}),  # 5/6
    (officials_only, "G", ("active", "active"), set(), {"official_heavy", "official_only"}),
    (asleep_and_official, "C", ("dormant", "active"),
     {"dormant", "official_only", "vulnerable"}, {"official_heavy"}),  # 3/4 is 75 %
    (asleep_and_official, "G", ("dormant", "active"), {"dormant", "vulnerable"},
     {"official_heavy", "official_only"}),
]  # fmt: skip


@pytest.mark.parametrize(("made", "letter", "status", "cleared", "left"), EFFECTS)
def test_what_one_activity_would_do(office, made, letter, status, cleared, left):
    found = effect(made(office), letter, AS_OF)

    assert (found.before, found.after) == status
    assert set(found.cleared) == cleared
    assert {*found.left, *found.new} == left
    assert set(found.new) == ({"sporadic"} if made is inactive else set())


@pytest.mark.parametrize(
    ("made", "letter", "times"),
    [
        (inactive, "C", 1),
        (officials_only, "C", 3),  # 5/6 and 5/7 are 70 % or more, 5/8 is not
        (asleep_and_official, "C", 2),  # 3/5
        (officials_only, "G", None),
    ],
)
def test_how_many_it_takes(office, made, letter, times):
    assert times_needed(made(office), letter, AS_OF) == times


def test_a_tie_without_a_finding_needs_no_step(office):
    tie = RelationshipFactory(office=office, start_date=START)
    for year in range(2021, 2026):
        ActivityFactory(relationships=[tie], when=f"{year}-05-01", students=5)

    assert next_steps(summarise(tie), SIGNED, AS_OF) == []


def test_the_ways_of_others_come_cheapest_first_and_citizens_before_officials(office):
    deeds = [
        deed(1, involvement="G", mode="in_person", type="official_visit", direction="outbound"),
        deed(2, mode="in_person", direction="outbound", payers={"our_city"}),
        deed(3, mode="in_person", direction="inbound"),
        deed(4, mode="in_person", direction="outbound", payers={"our_city", "participants"}),
        deed(5),
        deed(6, mode="in_person"),
        deed(7, involvement="B", mode="in_person", direction="inbound"),
        deed(8, type="student_exchange"),
    ]

    steps = next_steps(inactive(office), SIGNED._replace(deeds=deeds), AS_OF)

    assert acts(steps) == [
        "online", "virtual", "paid_by_participants", "at_home", "hosted", "travel", "business",
        "official", "retire",
    ]  # fmt: skip
    assert [step.evidence[0].activity for step in steps[:-1]] == [8, 5, 4, 6, 3, 2, 7, 1]
    assert [step.cost for step in steps[:4]] == ["staff_time", "low", "small_share", "medium"]


def test_without_an_example_only_the_cheapest_is_named_and_it_has_no_evidence(office):
    steps = next_steps(inactive(office), SIGNED, AS_OF)

    assert acts(steps) == ["online", "retire"]
    assert steps[0].evidence == ()


def test_the_same_partner_comes_before_the_country_then_a_new_field_then_the_latest(office):
    deeds = [
        deed(1, is_same_partner=False, end=date(2025, 6, 1), fields={"sport"}),
        deed(2, end=date(2025, 6, 1), fields={"culture"}),
        deed(3, end=date(2015, 6, 1), fields={"sport"}),
        deed(4, end=date(2019, 6, 1), fields={"sport"}),
    ]
    facts = SIGNED._replace(deeds=deeds, fields={"culture"})

    virtual = next_steps(inactive(office), facts, AS_OF)[1]

    assert [one.activity for one in virtual.evidence] == [4, 3, 2]
    assert virtual.others == 1
    assert virtual.figures["new_fields"] == ["sport"]


def test_officials_are_not_sent_to_a_tie_that_only_officials_carry(office):
    deeds = [deed(1, involvement="G", type="official_visit"), deed(2, involvement="U")]

    steps = next_steps(officials_only(office), SIGNED._replace(deeds=deeds), AS_OF)

    assert acts(steps) == ["online"]


def test_what_already_happened_comes_first_and_costs_nothing(office):
    tie = summarise(silent_tie(office, returned=()))
    facts = SIGNED._replace(waiting=[Open(5, "Choir")])

    steps = next_steps(tie, facts, AS_OF)

    assert [(step.act, step.cost) for step in steps[:2]] == [
        ("return", "none"),
        ("confirm", "none"),
    ]
    assert steps[0].figures == {"years": (2021, 2022, 2023, 2024, 2025)}


def test_to_a_suspended_tie_nothing_is_proposed_but_a_decision(office):
    tie = silent_tie(office, start_date=NO_ANNIVERSARY)
    tie.record_legal_status("suspended", on=date(2025, 3, 1))

    steps = next_steps(summarise(tie), SIGNED._replace(deeds=[deed()]), AS_OF)

    assert acts(steps) == ["resume", "retire"]


def test_a_tie_of_which_nobody_knows_is_not_sent_to_history(office):
    tie = summarise(silent_tie(office, returned=()))

    assert "retire" not in acts(next_steps(tie, SIGNED, AS_OF))


@pytest.mark.parametrize(
    ("start", "on"),
    [
        (date(1987, 8, 10), "2027-08-10"),  # 40 years, in 20 months
        (date(1983, 1, 5), "none"),  # 45 years are 25 months away
        (date(1985, 12, 31), "none"),  # kept on this very day; the next is five years away
    ],
)
def test_a_round_anniversary_within_two_years_is_planned_around_citizens(office, start, on):
    tie = summarise(silent_tie(office, start_date=start))

    planned = [one for one in next_steps(tie, SIGNED, AS_OF) if one.act == "anniversary"]

    assert [one.plan["start"] for one in planned] == ([] if on == "none" else [on])


@pytest.mark.parametrize(
    ("signed", "end", "is_due"),
    [
        (None, None, True),
        (PartialDate(date(1987, 8, 10)), None, True),
        (PartialDate(date(2020, 12, 31)), None, False),  # five years on the very day
        (PartialDate(date(2020, 12, 30)), None, True),
        (PartialDate(date(2020, 1, 1)), date(2025, 12, 31), False),  # its last day
        (PartialDate(date(2020, 1, 1)), date(2025, 12, 30), True),
    ],
)
def test_what_was_signed_is_looked_at_again(office, signed, end, is_due):
    facts = Facts(agreement=signed, agreement_end=end)

    steps = next_steps(inactive(office), facts, AS_OF)

    assert ("renegotiate" in acts(steps)) is is_due


def test_who_is_on_record_is_named_where_it_fits(office):
    bodies = [Body(1, "Choir", "arts"), Body(2, "School", "school"), Body(3, "Society", "society")]

    online = next_steps(inactive(office), SIGNED._replace(bodies=bodies), AS_OF)[0]

    assert [body.name for body in online.bodies] == ["School", "Society"]


def test_a_plan_is_three_months_ahead_and_opens_the_form_filled_in(office):
    online = next_steps(inactive(office), SIGNED, AS_OF)[0]

    assert online.plan == {"type": "online_classroom", "start": "2026-03"}
    assert online.plan_address(7, alert_id=3) == (
        "/activities/new/?relationship=7&type=online_classroom&start=2026-03&status=planned&alert=3"
    )
