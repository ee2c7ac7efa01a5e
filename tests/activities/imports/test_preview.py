"""A dry run says beforehand exactly what the import then does."""

from contextlib import contextmanager

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from activities.imports.outcomes import Outcome
from activities.models import Activity, Import, SourceRow
from relationships.models import City, CityAlias, Cohort, Relationship
from tests.activities.imports.making import TIE
from tests.activities.imports.taking import take_activities, take_ties

LEDGERS = [City, CityAlias, Cohort, Relationship, Activity, Import, SourceRow]

some = settings(
    max_examples=40,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

# What may be said of the two cities called Taizhou, in more and fewer words.
JIANGSU = {"city": "Taizhou", "region": "Jiangsu", "wikidata": "Q1", "lat": "32.4"}
ZHEJIANG = {"city": "TAIZHOU", "region": "Zhejiang", "wikidata": "Q2", "lat": "28.6"}
OTHERS = [{"city": "Suzhou"}, {"city": "Suzhou", "region": "Anhui"}, {"city": ""}]


def in_fewer_words(city):
    return st.sets(st.sampled_from(["region", "wikidata", "lat"])).map(
        lambda silent: {name: value for name, value in city.items() if name not in silent}
    )


city_words = st.one_of(in_fewer_words(JIANGSU), in_fewer_words(ZHEJIANG), st.sampled_from(OTHERS))
tie_rows = st.lists(
    st.builds(
        lambda a, b, key, start, level: {
            "tie_id": key,
            "start_date": start,
            "level": level,
            "country_a": "CN",
            "country_b": "CN",
            **{f"{name}_a": value for name, value in a.items()},
            **{f"{name}_b": value for name, value in b.items()},
            "lon_a": "120" if "lat" in a else "",
            "lon_b": "120" if "lat" in b else "",
        },
        city_words,
        city_words,
        st.sampled_from(["", "1", "2", "3", "4"]),
        st.sampled_from(["", "1990", "1990-05", "soon"]),
        st.sampled_from(["", "sister", "friendship", "uncertain"]),
    ),
    min_size=1,
    max_size=7,
)
activity_rows = st.lists(
    st.fixed_dictionaries(
        {
            "activity_id": st.sampled_from(["", "1", "2", "3"]),
            "tie_id": st.sampled_from(["", "T1", "T1", "T2", "T9"]),
            "also_tie_ids": st.sampled_from(["", "", "T2"]),
            "city_a": st.sampled_from(["", "Montréal", "Laval"]),
            "country_a": st.just("CA"),
            "city_b": st.sampled_from(["", "Shanghai", "Harbin", "Wuhan"]),
            "country_b": st.just("CN"),
            "title": st.sampled_from(["Concert", "Visit", ""]),
            "type": st.sampled_from(["performance", "official visit", "arts_culture"]),
            "date_start": st.sampled_from(["2018", "2018-05", "2018-05-04", "2027-01-01"]),
            "date_end": st.sampled_from(["", "2018-05-03", "2019"]),
            "status": st.sampled_from(["", "held", "planned", "cancelled", "void"]),
            "artists": st.sampled_from(["", "0", "40", "-1"]),
            "participants": st.sampled_from(["", "artists;officials", "dogs"]),
        }
    ),
    min_size=1,
    max_size=7,
)


@contextmanager
def undone():
    """Everything inside leaves no trace, so that examples do not meet each other."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def told(result):
    return [(row.line, row.outcome, row.column, row.sentence) for row in result.outcomes.rows]


def counted():
    return [model.objects.count() for model in LEDGERS]


def check_preview(take, rows, **options):
    before = counted()
    preview = take(*rows, dry_run=True, **options)
    assert counted() == before

    result = take(*rows, **options)

    assert told(preview) == told(result)
    assert len(result.outcomes.rows) == len(rows)
    if result.outcomes.not_taken and not options["skip_refused"]:
        assert counted() == before
        return
    after = counted()
    again = take(*rows, **options)
    assert counted() == after
    assert not {row.outcome for row in again.outcomes.rows} & {Outcome.CREATED, Outcome.UPDATED}


@pytest.mark.django_db
@some
@given(rows=tie_rows, earlier=tie_rows, skip_refused=st.booleans(), update=st.booleans())
def test_ties_do_as_the_dry_run_says_and_only_once(rows, earlier, skip_refused, update):
    with undone():
        take_ties(*earlier, skip_refused=True)

        check_preview(take_ties, rows, skip_refused=skip_refused, update=update)


@pytest.mark.django_db
@some
@given(rows=activity_rows, earlier=activity_rows, skip_refused=st.booleans(), update=st.booleans())
def test_activities_do_as_the_dry_run_says_and_only_once(rows, earlier, skip_refused, update):
    with undone():
        take_ties(TIE, TIE | {"tie_id": "T2", "city_b": "Harbin", "region_b": "Heilongjiang"})
        take_activities(*earlier, skip_refused=True)

        check_preview(take_activities, rows, skip_refused=skip_refused, update=update)


@pytest.mark.django_db
@some
@given(rows=tie_rows, seed=st.randoms(use_true_random=False))
def test_the_same_ties_come_of_the_rows_in_any_order(rows, seed):
    rows = [row | {"tie_id": ""} for row in rows]
    shuffled = seed.sample(rows, len(rows))

    first, second = pairs_of(rows), pairs_of(shuffled)

    assert first == second


def pairs_of(rows):
    with undone():
        take_ties(*rows, skip_refused=True)
        return {
            frozenset({str_of(tie.home_city), str_of(tie.partner_city)})
            for tie in Relationship.objects.with_cities()
        }


def str_of(city):
    return f"{city.name} {city.region} {city.wikidata_id} {city.latitude}"
