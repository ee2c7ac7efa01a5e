"""The council digest: who is written to, when, of what, and never twice."""

from datetime import date
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.management import call_command

from accounts.roles import Role
from reports import delivery
from reports.council.writing import write_council_digests
from reports.daily_round import make_round
from reports.emails import email_of
from reports.models import Message
from reports.tasks import council_digests
from tests.factories import ActivityFactory, ContactFactory, RelationshipFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office, partner_city__name="Suzhou", start_date="1987-08-10")


def wants(person, rhythm="monthly"):
    person.memberships.update(council_digest=rhythm)
    return person


def write(office, today=TODAY, **options):
    return write_council_digests(office=office, today=today, **options)


def hold(tie, when="2026-02-14", **values):
    return ActivityFactory(relationships=[tie], when=when, title=f"Feast of {when}", **values)


def told(message):
    return [activity["title"] for activity in message.council["held"]]


def test_nobody_who_has_not_asked_is_written_to(office, councillor, tie):
    hold(tie)

    assert write(office) == []


def test_a_councillor_is_told_what_the_last_month_held(office, councillor, tie):
    wants(councillor)
    hold(tie, students=9)
    hold(tie, "2026-03-01")
    hold(tie, "2026-01-31")

    [message] = write(office)

    assert message.digest == "council/2026-02"
    assert told(message) == ["Feast of 2026-02-14"]
    assert message.council["held"][0]["when"] == "14 Feb 2026"
    assert "Suzhou" in message.council["held"][0]["ties"]


def test_twice_writes_one_and_the_next_month_another(office, councillor, tie):
    wants(councillor)
    hold(tie)
    hold(tie, "2026-03-20")

    assert len(write(office)) == 1
    assert write(office, date(2026, 3, 31)) == []
    assert [told(message) for message in write(office, date(2026, 4, 1))] == [
        ["Feast of 2026-03-20"]
    ]


def test_of_two_runs_at_once_the_unique_key_lets_one_write(office, councillor, tie):
    wants(councillor)
    hold(tie)
    write(office)

    with patch("reports.council.writing._waiting", return_value=_as_if_none_was_written(office)):
        assert write(office) == []
    assert Message.objects.count() == 1


def _as_if_none_was_written(office):
    from reports.council.due import monthly
    from reports.council.readers import readers_of

    return [(reader, monthly(TODAY)) for reader in readers_of(office)]


def test_without_news_no_monthly_digest_is_written(office, councillor, tie):
    wants(councillor)
    hold(tie, "2025-11-02")

    assert write(office) == []


def test_missed_months_are_told_once_with_the_last(office, councillor, tie):
    wants(councillor)
    hold(tie, "2025-12-06")
    write(office, date(2026, 1, 5))
    for when in ("2026-01-08", "2026-02-08", "2026-03-08"):
        hold(tie, when)

    [message] = write(office, date(2026, 4, 7))

    assert told(message) == [
        f"Feast of {when}" for when in ("2026-01-08", "2026-02-08", "2026-03-08")
    ]


def test_what_was_entered_late_is_told_in_the_next_digest_and_once(office, councillor, tie):
    wants(councillor)
    hold(tie, "2026-01-08")
    write(office, date(2026, 2, 2))
    hold(tie, "2026-01-20")
    hold(tie, "2026-02-10")

    [message] = write(office)

    assert told(message) == ["Feast of 2026-01-20", "Feast of 2026-02-10"]


def test_a_tie_that_fell_asleep_is_news(office, councillor, tie):
    wants(councillor)
    hold(tie, "2024-02-10")

    [message] = write(office)

    assert [(one["then"], one["now"]) for one in message.council["changed"]] == [
        ("Cooling", "Dormant")
    ]


def test_a_yearly_digest_waits_for_the_yearly_run_and_comes_even_without_news(
    office, councillor, tie
):
    wants(councillor, "yearly")

    early = write(office)
    make_round(office=office, as_of=TODAY)
    [message] = write(office)

    assert early == []
    assert message.digest == "council/year/2025"
    assert message.council["as_of"] == "2025-12-31"
    assert write(office) == []


def test_the_mail_speaks_the_language_of_its_reader(office, councillor, tie):
    councillor.language = "fr-ca"
    councillor.save()
    wants(councillor)
    hold(tie)

    [message] = write(office)
    letter = email_of(message)

    assert '<html lang="fr-ca">' in letter.alternatives[0].content
    assert message.council["language"] == "fr-ca"


def test_the_mail_can_be_stopped_with_one_press_and_names_no_contact(office, councillor, tie):
    wants(councillor)
    hold(tie)
    contact = ContactFactory(office=office, name="Zhang Canary", verified_date="2020-01-01")
    contact.relationships.add(tie)

    letter = email_of(write(office)[0])

    html = letter.alternatives[0].content
    assert "/e-mails/stop/" in letter.extra_headers["List-Unsubscribe"]
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "Canary" not in letter.body + html
    assert "<img" not in html
    assert "\n\n\n\n" not in letter.body


def test_likelihoods_stand_as_a_pair_with_their_counts(office, councillor, tie):
    wants(councillor)
    hold(tie)

    body = email_of(write(office)[0]).body

    assert "Government (with or without citizens): 0/5" in body
    assert "Community (with or without officials): 0/5" in body
    assert "%" not in body.partition("How likely")[2].partition("alert")[0]


@pytest.mark.parametrize("role", [Role.NETWORK_VIEWER, None])
def test_who_lost_the_role_before_sending_gets_nothing(office, councillor, tie, role):
    wants(councillor)
    hold(tie)
    [message] = write(office)
    if role:
        councillor.memberships.update(role=role)
    else:
        councillor.memberships.all().delete()

    delivery.send_due(now=message.created_at)

    assert mail.outbox == []
    assert Message.objects.get().error == (
        "The recipient no longer reads the council digest of this office."
    )


def test_who_stopped_it_before_sending_gets_nothing(office, councillor, tie):
    wants(councillor)
    hold(tie)
    [message] = write(office)
    wants(councillor, "none")

    delivery.send_due(now=message.created_at)

    assert mail.outbox == []


def test_a_network_viewer_is_never_written_to(office, network_viewer, tie):
    wants(network_viewer)
    hold(tie)

    assert write(office) == []


def test_another_office_is_never_told_of(office, other_office, councillor, tie):
    wants(councillor)
    hold(RelationshipFactory(office=other_office))

    assert write(office) == []


def test_a_demonstration_says_that_it_is_one(office, councillor, tie):
    office.is_demonstration, office.demonstration_date = True, TODAY
    office.save()
    wants(councillor)
    hold(tie)

    council_digests()
    council_digests()

    assert "the activities are made up" in email_of(Message.objects.get()).body


def test_the_task_sends_what_is_due_in_the_time_zone_of_the_office(office, councillor, tie):
    wants(councillor)
    hold(tie, "2026-02-14")

    with patch("reports.tasks.today_in", return_value=TODAY):
        council_digests()
    delivery.send_due(now=Message.objects.get().created_at)

    assert [letter.to for letter in mail.outbox] == [[councillor.email]]


def test_a_dry_run_prints_the_mail_and_keeps_nothing(office, councillor, tie, capsys):
    wants(councillor)
    hold(tie)

    with patch("reports.management.commands.council_digest.today_in", return_value=TODAY):
        call_command("council_digest", "--office", office.slug, "--dry-run")

    assert "Feast of 2026-02-14" in capsys.readouterr().out
    assert not Message.objects.exists()


@pytest.mark.parametrize("n", [2, 20])
def test_many_ties_cost_no_more_questions_than_few(
    n, office, councillor, django_assert_max_num_queries
):
    wants(councillor)
    for number in range(n):
        hold(RelationshipFactory(office=office, partner_city__name=f"City {number}"))

    with django_assert_max_num_queries(60):
        assert len(write(office)) == 1


def test_a_long_list_is_cut_and_says_how_much_more(office, councillor, tie):
    wants(councillor)
    for _number in range(15):
        hold(tie)

    [message] = write(office)

    assert len(message.council["held"]) == 12
    assert "and 3 more" in email_of(message).body
