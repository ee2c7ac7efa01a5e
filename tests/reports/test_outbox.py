from datetime import date

import pytest
from django.conf import settings
from django.core import mail

from accounts.roles import Role
from reports import delivery
from reports.daily_round import make_round
from reports.emails import digest_email
from reports.look_ahead import LookAhead
from reports.models import Message
from reports.outbox import write_digests
from tests.conftest import member
from tests.factories import (
    AlertFactory,
    MembershipFactory,
    RelationshipFactory,
    UserFactory,
)
from tests.reports.silent_ties import official_tie, silent_tie

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 3)


def write(office, alerts=(), sleepers=()):
    return write_digests(office=office, as_of=TODAY, alerts=alerts, sleepers=sleepers)


def an_alert(office, **tie):
    return AlertFactory(relationship=RelationshipFactory(office=office, **tie))


def sleeper(tie, step=90):
    figures = {"day": "2026-05-04", "days": step}
    return LookAhead(tie.pk, "dormant", date(2026, 5, 4), figures, step)


def test_the_officer_responsible_is_written_to_alone(office, officer, coordinator):
    alert = an_alert(office, owner=coordinator)

    (message,) = write(office, [alert])

    assert message.recipient == coordinator
    assert list(message.alerts.all()) == [alert]


def test_without_one_all_who_answer_alerts_are(
    office, officer, coordinator, councillor, administrator, auditor, outsider
):
    alert = an_alert(office)

    messages = write(office, [alert])

    assert {message.recipient for message in messages} == {officer, coordinator}


def test_who_does_not_want_the_digest_gets_none(office, officer, coordinator):
    officer.memberships.update(wants_digest=False)
    alert = an_alert(office, owner=officer)

    (message,) = write(office, [alert])

    assert message.recipient == coordinator


def test_an_owner_without_a_right_to_answer_leaves_it_to_the_others(office, officer, outsider):
    messages = write(office, [an_alert(office, owner=outsider)])

    assert [message.recipient for message in messages] == [officer]


def test_a_run_writes_one_message_to_each_person_whatever_it_found(office, officer, coordinator):
    silent_tie(office)
    official_tie(office, owner=coordinator)

    make_round(office=office, as_of=TODAY)

    recipients = list(Message.objects.order_by("recipient").values_list("recipient", flat=True))
    assert sorted(recipients) == sorted({officer.pk, coordinator.pk})
    assert Message.objects.get(recipient=officer).alerts.get().kind == "inactive"
    assert Message.objects.get(recipient=coordinator).alerts.count() == 3


def test_the_same_digest_twice_is_one(office, officer):
    alert = an_alert(office)

    first, second = write(office, [alert]), write(office, [alert])

    assert (len(first), len(second)) == (1, 0)
    assert Message.objects.count() == 1


def test_another_run_on_the_same_day_tells_only_what_is_new(office, officer):
    (first,) = write(office, [an_alert(office)])
    newer = an_alert(office)

    (second,) = write(office, [newer])

    assert first.message_id != second.message_id
    assert list(second.alerts.all()) == [newer]


def test_with_nothing_to_tell_nobody_is_written_to(office, officer):
    assert write(office) == []


def test_a_tie_about_to_fall_asleep_is_told_once_at_each_step(office, officer):
    tie = RelationshipFactory(office=office)

    told = [len(write(office, sleepers=[sleeper(tie, step)])) for step in (90, 90)]
    nearer = write_digests(
        office=office, as_of=date(2026, 3, 5), alerts=[], sleepers=[sleeper(tie, 60)]
    )

    assert told == [1, 0]
    assert len(nearer) == 1


def test_the_message_id_is_made_of_the_key_and_the_address_of_the_portal(office, officer):
    (message,) = write(office, [an_alert(office)])

    name, _at, host = message.message_id.strip("<>").partition("@")
    assert len(name) == 32
    assert host == "127.0.0.1"


def test_the_mail_gives_reason_what_clears_it_and_an_address(office, officer):
    alert = an_alert(office)
    (message,) = write(office, [alert], [sleeper(alert.relationship)])

    letter = digest_email(message)

    assert letter.subject == "Montréal: 1 alert to answer"
    assert letter.to == [officer.email]
    assert letter.extra_headers == {"Message-ID": message.message_id}
    html = letter.alternatives[0].content
    for text in (letter.body, html):
        assert "Nothing has been held since 30 Nov 2014" in text
        assert "One activity of any kind." in text
        assert f"{settings.SITE_ADDRESS}/alerts/{alert.pk}/" in text
        assert "It becomes dormant on 4 May 2026, in 90 days" in text
    assert "\n\n\n\n" not in letter.body


def test_the_mail_is_in_the_language_of_its_reader(office, officer):
    officer.language = "fr-ca"
    officer.save()
    (message,) = write(office, [an_alert(office)])

    letter = digest_email(message)

    assert '<html lang="fr-ca">' in letter.alternatives[0].content


def test_names_in_any_script_arrive_whole_and_escaped(office, officer):
    tie = RelationshipFactory(office=office, partner_city__name="西安 <b>")
    (message,) = write(office, [AlertFactory(relationship=tie)])

    letter = digest_email(message)

    assert "西安 <b>" in letter.body
    assert "西安 &lt;b&gt;" in letter.alternatives[0].content


def test_what_the_reader_may_no_longer_see_is_left_out(office, officer, other_office):
    elsewhere = an_alert(other_office)
    (message,) = write(office, [an_alert(office)])
    message.alerts.add(elsewhere)

    letter = digest_email(message)

    assert str(elsewhere.relationship) not in letter.body
    assert letter.subject.startswith("Montréal: 1 alert")


def test_a_run_can_be_read_in_the_mail(office, officer):
    silent_tie(office, partner_city__name="Zhuhai")
    make_round(office=office, as_of=TODAY)

    delivery.send_due(now=Message.objects.get().created_at)

    (letter,) = mail.outbox
    assert "– Zhuhai" in letter.body
    assert "84 months on 31 Dec 2025" in letter.body


def test_two_offices_have_digests_of_their_own(office, other_office):
    person = member(office, Role.OFFICER, "Odile")
    MembershipFactory(user=person, office=other_office, role=Role.OFFICER)
    UserFactory()

    write(office, [an_alert(office)])
    write(other_office, [an_alert(other_office)])

    ids = set(Message.objects.filter(recipient=person).values_list("message_id", flat=True))
    assert len(ids) == 2


def test_an_alert_raised_while_the_office_had_nobody_to_mail_is_mailed_later(office):
    silent_tie(office)
    make_round(office=office, as_of=TODAY)
    officer = member(office, Role.OFFICER, "Odile")

    make_round(office=office, as_of=date(2026, 2, 4))
    make_round(office=office, as_of=date(2026, 2, 5))

    assert Message.objects.get().recipient == officer
    assert Message.objects.get().alerts.get().kind == "inactive"
