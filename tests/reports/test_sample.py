"""The sample data in the database."""

import json
from datetime import date
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from accounts import demonstration as sign_ins
from accounts.models import Office, User
from accounts.roles import Role
from activities.models import Activity
from relationships.models import Cohort, Relationship
from reports.models import Alert, JobRun
from reports.sample.demonstration_offices import seed_demonstration
from reports.sample.seeding import seed_sample
from reports.summary import annual_summary

APPS = ["accounts", "relationships", "activities", "reports"]


def counts():
    """How many rows each of our tables has."""
    models = [model for app in APPS for model in apps.get_app_config(app).get_models()]
    return {model.__name__: model.objects.count() for model in models}


def figures(likelihood):
    return likelihood["n"], likelihood["of"], likelihood["percent"]


def test_seeding_twice_adds_nothing_and_keeps_what_people_changed(db):
    seed_sample(with_people=True)
    before = counts()
    Office.objects.filter(slug="victoria").update(name="Victoria, our office")
    Activity.objects.filter(title__startswith="Dragon fountain").update(title="The dragon")
    officer = User.objects.get(email="officer@victoria.example")
    officer.set_password("a password of my own")
    officer.save()

    fresh = seed_sample(with_people=True)

    officer.refresh_from_db()
    assert fresh == set()
    assert counts() == before
    assert Office.objects.get(slug="victoria").name == "Victoria, our office"
    assert Activity.objects.filter(title="The dragon").exists()
    assert officer.check_password("a password of my own")


def test_there_is_a_sign_in_for_each_role_and_an_outsider(db, client):
    seed_sample(with_people=True)

    able = [
        client.login(username=sign_in.email, password=sign_ins.PASSWORD)
        for sign_in in sign_ins.SIGN_INS
    ]
    roles = {sign_in.role for sign_in in sign_ins.SIGN_INS if sign_in.office == "victoria"}

    assert all(able)
    assert roles == set(Role)


@pytest.mark.parametrize(
    ("slug", "pair_years", "government", "non_government"),
    [
        ("demonstration-canada", 245, (35, "14.3"), (14, "5.7")),
        ("demonstration-japan", 290, (69, "23.8"), (127, "43.8")),
    ],
)
def test_annual_summary_gives_the_articles_table(db, slug, pair_years, government, non_government):
    seed_demonstration()

    panel = annual_summary(
        year=2019,
        as_of=date(2020, 3, 31),
        relationships=Relationship.objects.filter(office__slug=slug),
    ).panel

    assert panel["government"].of == panel["non_government"].of == pair_years
    assert (panel["government"].n, panel["government"].percent) == government
    assert (panel["non_government"].n, panel["non_government"].percent) == non_government


def test_likelihood_prints_the_articles_comparison_to_the_digit(db):
    seed_demonstration()
    printed = StringIO()

    call_command(
        "likelihood",
        "--cohort=demonstration_canada",
        "--matched-with=demonstration_japan",
        "--from=2015",
        "--to=2019",
        "--as-of=2020-03-31",
        "--format=json",
        stdout=printed,
    )

    answer = json.loads(printed.getvalue())
    matched = answer["matched"]
    canada, japan = (group["classes"]["non_government"] for group in matched["groups"])
    assert figures(answer["classes"]["government"]) == (35, 245, "14.3")
    assert figures(answer["classes"]["non_government"]) == (14, 245, "5.7")
    assert len(matched["partners"]) == 32
    assert [group["ties"] for group in matched["groups"]] == [32, 58]
    assert figures(canada) == (11, 160, "6.9")
    assert figures(japan) == (127, 290, "43.8")
    assert matched["ratios"]["non_government"]["ratio"] == "6.4"


def test_the_demonstration_says_everywhere_what_it_is(db):
    seed_demonstration()

    assert all(Office.objects.values_list("is_demonstration", flat=True))
    assert all(Cohort.objects.values_list("is_demonstration", flat=True))
    assert not Activity.objects.exclude(title__startswith="Demonstration: ").exists()
    assert not Relationship.objects.exclude(note__startswith="Demonstration record").exists()


def test_alerts_stand_ready_old_and_new(db):
    call_command("seed_sample", stdout=StringIO())

    open_in_demonstration = Alert.objects.filter(
        relationship__office__slug="demonstration-canada", period="2019", state="open"
    )
    cleared = Alert.objects.get(
        relationship__partner_city__name="Suzhou",
        relationship__office__slug="victoria",
        kind="inactive",
    )
    assert open_in_demonstration.filter(kind="inactive").count() == 26
    assert cleared.state == "resolved"
    assert JobRun.objects.filter(name="daily", state="done").count() == Office.objects.count()


def test_seeding_is_refused_where_real_records_are_kept(db, settings):
    settings.EMBEDDED = settings.TWINPORTAL_DEMO = False

    with pytest.raises(CommandError, match="neither embedded nor a demonstration"):
        call_command("seed_sample")

    assert not Office.objects.exists()


def test_forced_seeding_makes_no_sign_in_that_everybody_knows(db, settings, capsys):
    settings.EMBEDDED = settings.TWINPORTAL_DEMO = False

    call_command("seed_sample", force=True)

    assert Office.objects.filter(slug="victoria").exists()
    assert not User.objects.exists()
    assert sign_ins.PASSWORD not in capsys.readouterr().out.split()
