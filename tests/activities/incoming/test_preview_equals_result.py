"""What the preview shows of every row is what is then on record, whatever is in the file."""

import csv
from pathlib import Path

import pytest
from django.conf import settings as portal_settings
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from activities.models import Activity, Import, SourceRow
from relationships.models import City, Relationship
from tests.activities.imports.making import ACTIVITY, TIE
from tests.activities.imports.taking import take_ties
from tests.activities.imports.test_preview import undone
from tests.activities.incoming.sending import checked, send, taken
from tests.factories import CityFactory, HomeCityFactory

RECORDS = [City, Relationship, Activity, SourceRow]
EVENTS = Path(portal_settings.BASE_DIR).parent / "shared" / "data" / "events_real.csv"

some = settings(
    max_examples=30,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

TIES = [
    TIE,
    TIE | {"tie_id": "T2", "city_b": "Harbin", "region_b": "Heilongjiang"},
    TIE | {"tie_id": "T3", "city_b": "Hiroshima", "region_b": "Hiroshima", "country_b": "JP"},
]
# Cells as people write and miswrite them, laid over rows that are good.
CELLS = {
    "activity_id": ["", "E1", "E9", "=1+1"],
    "tie_id": ["", "T1", "T2", "T3", "T99"],
    "title": ["", "Visit", "参観", "a\u202eb", "x" * 301],
    "type": ["performance", "official_visit", "education", "arts_culture", "soirée", ""],
    "date_start": ["2018-05-04", "2018-05", "2018", "31 janvier 2009", "soon", "2031-01-01"],
    "date_end": ["", "2018-05-03", "2019-02-01"],
    "status": ["", "held", "planned", "cancelled", "postponed", "void"],
    "artists": ["", "0", "40", "-1", "N/A", "many"],
    "officials": ["", "3", "0"],
    "business": ["", "2"],
    "participants": ["", "officials;students", "youth", "experts", "dogs"],
    "government_role": ["", "none", "courtesy", "lead"],
    "substance": ["", "courtesy"],
}  # fmt: skip


def good_rows():
    return [
        ACTIVITY
        | {"activity_id": f"E{n}", "tie_id": f"T{n % 3 + 1}", "date_start": f"201{n}-03-02"}
        for n in range(8)
    ]


slips = st.lists(
    st.tuples(
        st.integers(0, 7),
        st.sampled_from(list(CELLS)).flatmap(
            lambda column: st.tuples(st.just(column), st.sampled_from(CELLS[column]))
        ),
    ),
    max_size=12,
)


def with_slips(rows, mistakes):
    rows = [dict(row) for row in rows]
    for at, (column, cell) in mistakes:
        rows[at % len(rows)][column] = cell
    return rows


def counted():
    return [model.objects.count() for model in RECORDS]


def leave_out_what_holds_back(source, answers):
    """Answer as a person would: each row that holds the file back is taken or left."""
    held_back = source.checked_rows.filter(outcome__in=["refused", "possible duplicate"])
    for row, answer in zip(held_back, answers, strict=False):
        is_refused = row.outcome == "refused"
        source.decisions[str(row.line)] = "leave" if is_refused else answer
    Import.objects.filter(pk=source.pk).update(decisions=source.decisions)


@pytest.mark.django_db
@some
@given(
    mistakes=slips,
    earlier=slips,
    answers=st.lists(st.sampled_from(["take", "leave"]), min_size=8, max_size=8),
    updates=st.booleans(),
)
def test_preview_and_result_are_the_same(
    office, home, coordinator, mistakes, earlier, answers, updates
):
    with undone():
        take_ties(*TIES, office=office)
        come_in(with_slips(good_rows()[:5], earlier), office, coordinator, answers)
        source = send(*with_slips(good_rows(), mistakes), office=office)
        Import.objects.filter(pk=source.pk).update(takes_updates=updates)
        source.refresh_from_db()

        check_and_take(source, coordinator, answers)


def come_in(rows, office, by, answers):
    source = checked(send(*rows, office=office))
    leave_out_what_holds_back(source, answers)
    source = checked(source)
    if source.can_be_taken:
        taken(source, by=by)


def check_and_take(source, by, answers):
    before = counted()
    source = checked(source)
    for _round in range(8):  # a row that is left may let another one in, or keep it out
        if not source.held_back:
            break
        leave_out_what_holds_back(source, answers)
        source = checked(source)
    assert source.held_back == 0
    assert counted() == before
    shown = list(source.checked_rows.order_by("line"))
    if not source.can_be_taken:
        return

    source = taken(source, by=by)

    assert (source.state, source.sentence) == ("taken", "")
    made = {row.line: row.activity for row in source.rows.filter(part="made")}
    changed = {row.line: row.activity for row in source.rows.filter(part="changed")}
    assert set(made) == {row.line for row in shown if row.outcome == "created"}
    assert set(changed) == {row.line for row in shown if row.outcome == "updated"}
    for row in shown:
        if activity := made.get(row.line) or changed.get(row.line):
            activity.refresh_from_db()
            assert (row.title, row.first_day) == (activity.title, activity.starts.in_words())
            assert (row.involvement, row.is_live) == (activity.involvement, activity.is_live)
            ties = activity.relationships.with_cities()
            assert all(tie.partner_city.name in row.relationship for tie in ties)


def real_rows(number):
    """Rows of the public record, each naming its two cities."""
    if not EVENTS.exists():
        pytest.skip("The public record is not here.")
    with EVENTS.open(encoding="utf-8") as stream:
        rows = [row | {"tie_id": "", "world_pair_id": ""} for row in csv.DictReader(stream)]
    return [row for row in rows if row["country_a"] == "CA" and row["country_b"] != "CA"][:number]


def take_ties_of(rows, office):
    """The relationships that the rows speak of, all of them of one office."""
    pairs = {(row["city_a"], row["city_b"], row["country_b"]) for row in rows}
    for name in sorted({home for home, _partner, _country in pairs}):
        HomeCityFactory(office=office, city=CityFactory(name=name, country="CA"))
    ties = [
        {"city_a": home, "country_a": "CA", "city_b": partner, "country_b": country}
        for home, partner, country in sorted(pairs)
    ]
    take_ties(*ties, office=office)


@pytest.mark.django_db
@settings(some, max_examples=8)
@given(
    mistakes=slips, answers=st.lists(st.sampled_from(["take", "leave"]), min_size=60, max_size=60)
)
def test_so_it_is_with_rows_of_the_public_record(office, coordinator, mistakes, answers):
    rows = real_rows(60)
    own = {"title", "date_start", "date_end", "status", "type", "participants"}
    mistakes = [(at * 7, slip) for at, slip in mistakes if slip[0] in own]
    with undone():
        take_ties_of(rows, office)

        check_and_take(send(*with_slips(rows, mistakes), office=office), coordinator, answers)

        assert Activity.objects.of_office(office).count() > 20


@pytest.mark.django_db
def test_a_second_relationship_is_shown_beside_the_one_an_activity_has(office, home, coordinator):
    take_ties(*TIES, office=office)
    taken(checked(send(ACTIVITY, office=office)), by=coordinator)
    source = send(ACTIVITY | {"tie_id": "T2"}, office=office)

    def shown():
        words = checked(Import.objects.get(pk=source.pk)).checked_rows.get().relationship
        return [city for city in ("Shanghai", "Harbin") if city in words]

    assert shown() == ["Shanghai"]
    Import.objects.filter(pk=source.pk).update(takes_updates=True)
    assert shown() == ["Shanghai", "Harbin"]
