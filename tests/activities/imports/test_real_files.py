"""The public lists: every row in, counted a second way."""

import csv
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from activities.models import Activity, SourceRow
from relationships.models import City, Cohort, Relationship
from relationships.models.relationship import Tier

DATA = Path(settings.BASE_DIR).parent / "shared" / "data"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not DATA.is_dir(), reason="The public lists are not in ../shared/data."),
]


def rows_of(name):
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def pairs_of(rows, one, other):
    return {frozenset((row[one], row[other])) for row in rows}


@pytest.fixture
def lists():
    """The two lists of ties with China, each a cohort."""
    for name in ("canada_china", "japan_china"):
        call_command("import_ties", DATA / f"{name}.csv", "--cohort", name, verbosity=0)


def test_the_lists_of_ties_with_china_come_in_whole(lists):
    canada, japan = rows_of("canada_china.csv"), rows_of("japan_china.csv")

    sizes = {cohort.name: cohort.relationships.count() for cohort in Cohort.objects.all()}

    assert sizes == {"canada_china": len(canada), "japan_china": len(japan)}
    assert Relationship.objects.filter(tier=Tier.CONTACT).count() == 3
    assert (
        Cohort.objects.get(name="canada_china").relationships.filter(tier=Tier.SISTER).count()
        == sum(row["level"] == "sister" for row in canada)
        == 49
    )
    dated = [row for row in canada + japan if row["year_signed"] or row["date_signed"]]
    assert Relationship.objects.filter(start_date__isnull=False).count() == len(dated)


def test_a_chinese_city_of_both_lists_is_one_city(lists):
    named = {
        (row["city_cn"], row["province_cn"])
        for name in ("canada_china.csv", "japan_china.csv")
        for row in rows_of(name)
    }

    assert City.objects.filter(country="CN").count() == len(named)


def test_the_events_come_in_whole(lists):
    events = rows_of("events_real.csv")

    call_command("import_activities", DATA / "events_real.csv", verbosity=0)

    assert Activity.objects.count() == len(events)
    for status in ("held", "planned", "cancelled", "postponed"):
        told = sum(row["status"] == status for row in events)
        assert Activity.objects.filter(status=status).count() == told
    for precision in ("day", "month", "year"):
        told = sum(row["date_precision"] == precision for row in events)
        assert Activity.objects.filter(start_precision=precision).count() == told
    involved = sum(row["government_involved"] == "yes" for row in events)
    assert Activity.objects.filter(government_role="participant").count() == involved
    keyed = SourceRow.objects.filter(kind="tie", relationship__activities__isnull=False)
    told = {row["tie_id"] for row in events} - {""}
    assert told <= set(keyed.values_list("key", flat=True))


def test_the_real_files_twice_add_nothing(lists, capsys):
    call_command("import_activities", DATA / "events_real.csv")
    counts = [model.objects.count() for model in (City, Relationship, Activity, SourceRow)]
    capsys.readouterr()

    call_command("import_ties", DATA / "canada_china.csv", "--cohort", "canada_china")
    call_command("import_activities", DATA / "events_real.csv")

    assert [m.objects.count() for m in (City, Relationship, Activity, SourceRow)] == counts
    assert "already known 235" in capsys.readouterr().out


def test_every_tie_of_the_world_s_sample_comes_in():
    sample = rows_of("twin_towns_sample.csv")

    call_command("import_ties", DATA / "twin_towns_sample.csv", verbosity=0)

    assert SourceRow.objects.filter(kind="tie").count() == len(sample)
    cities = {
        (row[f"city_{side}"], row[f"region_{side}"], row[f"country_{side}"])
        for row in sample
        for side in "ab"
    }
    assert City.objects.count() == len(cities)
    assert Relationship.objects.count() == len(sample)
    dated = sum(bool(row["since_year"]) for row in sample)
    assert Relationship.objects.filter(start_date__isnull=False).count() == dated
