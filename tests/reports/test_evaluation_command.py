from datetime import date

import pytest
import time_machine
from django.core.management import CommandError, call_command

from reports.management.commands import evaluate as command
from reports.models import Alert, Evaluation, JobRun, Message
from tests.factories import AgreementFactory, OfficeFactory
from tests.reports.silent_ties import START, silent_tie

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-02-03T12:00:00Z", tick=False):
        yield


@pytest.fixture
def evaluate(capsys):
    def run(*words):
        call_command("evaluate", *words)
        return capsys.readouterr().out

    return run


def refused(*words):
    with pytest.raises(CommandError) as refusal:
        call_command("evaluate", *words)
    return str(refusal.value), refusal.value.returncode


def test_it_says_what_it_raised_and_why(office, officer, evaluate):
    tie = silent_tie(office)

    said = evaluate("--office", "montreal")

    assert "Montréal, 2026-02-03. Done." in said
    assert "Policy year 2025: relationships evaluated 1" in said
    assert f"{tie}, inactive, 2025, open: Nothing has been held since 3 Dec 2018" in said
    assert "Digests written: 1" in said
    assert Alert.objects.count() == Evaluation.objects.count() == 1


def test_a_demonstration_whose_day_stands_still_does_not_stop_the_others(office, evaluate):
    OfficeFactory(is_demonstration=True, demonstration_date=date(2020, 3, 31))
    silent_tie(office)

    said = evaluate("--year", "2025", "--as-of", "2026-02-02")

    assert "Montréal, 2026-02-02. Done." in said
    assert Evaluation.objects.count() == 1


def test_all_offices_unless_one_is_named(office, other_office, evaluate):
    silent_tie(office)
    silent_tie(other_office)

    evaluate("--office", "quebec")
    one = Evaluation.objects.count()
    evaluate()

    assert (one, Evaluation.objects.count()) == (1, 2)


def test_a_dry_run_says_the_same_and_writes_nothing(office, officer, evaluate):
    silent_tie(office)

    tried = evaluate("--dry-run")
    written = sum(model.objects.count() for model in (Alert, Evaluation, Message, JobRun))
    done = evaluate()

    assert written == 0
    assert tried.replace("Dry run, nothing is kept", "Done") == done


def test_one_year_can_be_evaluated_alone(office, evaluate):
    tie = silent_tie(office)
    AgreementFactory(relationship=tie, signed_date=START, end_date=date(2021, 3, 1))

    said = evaluate("--year", "2019", "--as-of", "2020-03-31")

    evaluation = Evaluation.objects.get()
    assert (evaluation.year, evaluation.as_of) == (2019, date(2019, 12, 31))
    assert evaluation.activity_status == "cooling"
    assert "2020-03-31. Done." in said
    assert not Alert.objects.exists()


def test_a_year_in_its_days_of_grace_can_only_be_tried(office, evaluate):
    silent_tie(office)

    sentence, status = refused("--year", "2025", "--as-of", "2026-01-30")
    tried = evaluate("--year", "2025", "--as-of", "2026-01-30", "--dry-run")

    assert "policy year 2025 is evaluated from 2026-01-31 on" in sentence
    assert status == 2
    assert "inactive, 2025" in tried


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--office", "nowhere"], "There is no office “nowhere”. Offices: montreal."),
        (["--year", "2026"], "policy year 2026 is not over on 2026-02-03"),
        (["--year", "20"], "20 is not a policy year"),
        (["--as-of", "2027-01-01"], "--as-of 2027-01-01 lies in the future"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_sentence(office, words, sentence):
    said, status = refused(*words)

    assert sentence in said
    assert status == 2


def test_what_is_not_a_day_is_refused(office):
    with pytest.raises(CommandError, match="“soon” is not a day"):
        call_command("evaluate", "--as-of", "soon")


def test_an_office_that_fails_is_named_and_the_others_are_done(
    office, other_office, monkeypatch, capsys
):
    silent_tie(office)
    silent_tie(other_office)
    make_round = command.make_round

    def fail_in_one(*, office, **how):
        if office == other_office:
            raise ValueError("odile@example.org")
        return make_round(office=office, **how)

    monkeypatch.setattr(command, "make_round", fail_in_one)

    sentence, status = refused()

    assert (sentence, status) == ("Failed: quebec.", 1)
    assert Evaluation.objects.get().relationship.office == office
    assert "odile@example.org" not in capsys.readouterr().err


def test_without_offices_there_is_nothing_to_say(db, evaluate):
    assert evaluate() == ""


def test_an_office_whose_year_is_not_over_is_told_and_does_not_stop_the_others(
    office, other_office, capsys
):
    other_office.fiscal_year_start_month = 4
    other_office.save()

    call_command("evaluate", "--year", "2025", "--as-of", "2026-02-01", "--dry-run")

    said = capsys.readouterr()
    assert "quebec: policy year 2025 is not over on 2026-02-01. Left out." in said.err
    assert "Montréal, 2026-02-01" in said.out
    assert refused("--office", "quebec", "--year", "2025") == (
        "quebec: policy year 2025 is not over on 2026-02-03.",
        2,
    )
