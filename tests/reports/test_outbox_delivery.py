from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from accounts.roles import Role
from reports import delivery
from reports.models import Message
from tests.factories import AlertFactory, MessageFactory, RelationshipFactory
from tests.reports.mail_server import MailServer

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 2, 3, 6, 0, tzinfo=UTC)


@pytest.fixture
def message(office, officer):
    message = MessageFactory(office=office, recipient=officer, message_id="<key@example.org>")
    message.alerts.add(AlertFactory(relationship=RelationshipFactory(office=office)))
    return message


@pytest.fixture
def mail_server(settings):
    """``mail_server(script)`` starts a server that the portal then sends to."""
    started = []

    def start(**script):
        server = MailServer(script)
        started.append(server)
        server.__enter__()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_TIMEOUT = 2
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        return server

    yield start
    for server in started:
        server.__exit__(None, None, None)


def send(now=NOW):
    return dict(delivery.send_due(now=now))


def test_a_message_is_sent_once_with_its_own_id(message, mail_server):
    server = mail_server()

    first, second = send(), send()

    assert (first, second) == ({"sent": 1}, {})
    assert [taken["Message-ID"] for taken in server.taken] == ["<key@example.org>"]
    kept = Message.objects.get()
    assert (kept.state, kept.attempts, kept.error) == ("sent", 1, "")
    assert kept.sent_at is not None


@pytest.mark.parametrize(
    "script",
    [
        {"greeting": ["421 Too busy"]},
        {"greeting": ["hang up"]},
        {"mail": ["451 Greylisted, try again"]},
        {"rcpt": ["450 Mailbox busy"]},
        {"data_begins": ["452 Disk full"]},
        {"data": ["451 Local error"]},
        {"data": ["hang up"]},
    ],
)
def test_what_may_pass_is_tried_again_after_a_pause(message, mail_server, script):
    server = mail_server(**script)

    failed = send()
    at_once = send()
    later = send(NOW + timedelta(minutes=1))

    assert (failed, at_once, later) == ({"waiting": 1}, {}, {"sent": 1})
    assert [taken["Message-ID"] for taken in server.taken] == ["<key@example.org>"]
    assert Message.objects.get().attempts == 2


@pytest.mark.parametrize(
    ("script", "error"),
    [
        ({"rcpt": ["550 No such person"]}, "SMTPRecipientsRefused 550"),
        ({"mail": ["553 Not from here"]}, "SMTPSenderRefused 553"),
        ({"data": ["554 Refused"]}, "SMTPDataError 554"),
    ],
)
def test_what_the_server_refuses_for_good_is_kept_as_dead(message, mail_server, script, error):
    mail_server(**script)

    failed = send()
    later = send(NOW + timedelta(days=1))

    assert (failed, later) == ({"dead": 1}, {})
    assert Message.objects.get().error == error


def test_after_five_attempts_it_is_given_up(message, mail_server):
    mail_server(rcpt=["450 Mailbox busy"] * 9)

    ends = [send(NOW + timedelta(hours=3 * turn)) for turn in range(6)]

    assert ends == [{"waiting": 1}] * 4 + [{"dead": 1}, {}]
    assert Message.objects.get().attempts == 5


def test_a_dead_message_can_be_sent_as_if_it_were_new(message, mail_server):
    mail_server(rcpt=["550 No such person"])
    send()
    Message.objects.get().try_again()

    assert send() == {"sent": 1}


def test_no_server_at_all_is_a_failure_that_may_pass(message, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    assert send() == {"waiting": 1}
    assert Message.objects.get().error == "ConnectionRefusedError"


def test_killed_after_the_server_took_it_the_mail_is_repeated_with_the_same_id(
    message, mail_server, monkeypatch
):
    server = mail_server()

    def killed(*_args):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(Message, "mark_sent", killed)
        with pytest.raises(SystemExit):
            send()
    before = Message.objects.get().state
    send(NOW + delivery.LEASE)

    assert before == "waiting"
    assert [taken["Message-ID"] for taken in server.taken] == ["<key@example.org>"] * 2
    assert Message.objects.get().state == "sent"


def test_one_that_cannot_be_written_does_not_stop_the_others(message, office, officer):
    broken = AlertFactory(relationship=RelationshipFactory(office=office), figures={})
    bad = MessageFactory(office=office, recipient=officer, digest="bad")
    bad.alerts.add(broken)

    ends = send()

    assert ends == {"sent": 1, "waiting": 1}
    assert Message.objects.get(digest="bad").error == "KeyError"


@pytest.mark.parametrize("change", ["left", "demoted", "barred"])
def test_who_no_longer_answers_alerts_is_not_written_to(message, officer, change):
    if change == "left":
        officer.memberships.all().delete()
    elif change == "demoted":
        officer.memberships.update(role=Role.COUNCILLOR)
    else:
        officer.is_active = False
        officer.save()

    assert send() == {"dead": 1}
    assert mail.outbox == []


def test_the_log_names_no_person(message, officer, mail_server, caplog):
    mail_server(rcpt=[f"550 <{officer.email}> unknown"])

    send()

    assert "was not sent" in caplog.text
    assert officer.email not in caplog.text
    assert officer.name not in caplog.text
