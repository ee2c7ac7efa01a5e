"""The calendar by a secret link, read back as another calendar reads it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from accounts.models import Membership
from reports.models import CalendarFeed
from tests.factories import (
    ActivityFactory,
    AgreementFactory,
    CityFactory,
    ContactFactory,
    RelationshipFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fifth_of_may_2026(time_machine):
    time_machine.move_to("2026-05-05T15:00:00+00:00", tick=False)


@pytest.fixture
def tie(office):
    home, jinan = CityFactory(name="Regina", country="CA"), CityFactory(name="Jinan")
    return RelationshipFactory(office=office, home_city=home, partner_city=jinan, start_date=None)


@pytest.fixture
def address(officer, office):
    return reverse("calendar_feed", args=[CalendarFeed.renew(user=officer, office=office)])


def read(address, **headers):
    return Client().get(address, headers=headers)


def events(address):
    calendar = Calendar.from_ical(read(address).content)
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_nobody_signs_in_and_every_event_is_whole_days(tie, address):
    ActivityFactory(relationships=[tie], title="Choir", when="2026-05-01", until="2026-05-03",
                    place="City Hall")  # fmt: skip

    event = events(address)["Choir"]

    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 5, 1), date(2026, 5, 4))
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert (str(event["status"]), str(event["location"])) == ("CONFIRMED", "City Hall")
    assert str(event["description"]) == "Regina – Jinan"
    assert str(event["url"]).startswith("http://testserver/activities/")


def test_a_month_or_a_year_is_a_span_and_the_summary_says_so(tie, address):
    ActivityFactory(relationships=[tie], title="Choir", when="2026-06", status="planned")
    ActivityFactory(relationships=[tie], title="School", when="2026", status="idea")

    found = events(address)

    choir = found["Planned: Choir (some time in June 2026)"]
    assert (choir["dtstart"].dt, choir["dtend"].dt) == (date(2026, 6, 1), date(2026, 7, 1))
    school = found["Idea: School (some time in 2026)"]
    assert (school["dtstart"].dt, school["dtend"].dt) == (date(2026, 1, 1), date(2027, 1, 1))
    assert str(school["status"]) == "TENTATIVE"


@pytest.mark.parametrize("status", ["cancelled", "void", "declined", "postponed"])
def test_what_does_not_take_place_is_taken_out_of_other_calendars(tie, address, status):
    reason = {"reason_code": "mistake"} if status == "void" else {}
    ActivityFactory(relationships=[tie], title="Choir", when="2026-06-01", status=status, **reason)

    (event,) = events(address).values()

    assert str(event["status"]) == "CANCELLED"


def test_a_change_keeps_the_name_and_raises_the_number(tie, address, officer):
    choir = ActivityFactory(relationships=[tie], title="Choir", when="2026-05-01")
    before = events(address)["Choir"]
    choir.title = "Great choir"
    choir.stamp(officer)
    choir.save()

    after = events(address)["Great choir"]

    assert str(before["uid"]) == str(after["uid"]) == f"activity-{choir.pk}@montreal.twinportal"
    assert (before["sequence"], after["sequence"]) == (0, 1)


def test_anniversaries_and_the_days_of_agreements_are_in_it(office, address):
    tie = RelationshipFactory(
        office=office,
        home_city=CityFactory(name="Regina", country="CA"),
        partner_city=CityFactory(name="Jinan"),
        start_date=date(1987, 5, 20),
    )
    AgreementFactory(relationship=tie, title="Accord", end_date=date(2026, 6, 30), notice_days=10)

    found = events(address)

    assert found["39 years: Regina – Jinan"]["dtstart"].dt == date(2026, 5, 20)
    assert found["Ends: Accord"]["dtstart"].dt == date(2026, 6, 30)
    assert found["Last day for notice: Accord"]["dtstart"].dt == date(2026, 6, 20)


def test_no_person_and_no_other_office_is_in_it(tie, office, other_office, address):
    ContactFactory(office=office, family_name="Canary").relationships.add(tie)
    ActivityFactory(relationships=[tie], when="2026-05-01")
    theirs = RelationshipFactory(office=other_office)
    ActivityFactory(relationships=[theirs], title="Theirs", when="2026-05-01")

    body = read(address).content.decode()

    assert "Canary" not in body
    assert "Theirs" not in body


@pytest.mark.parametrize(
    "title",
    ["Choir\r\nATTENDEE:mailto:x@example.org", "Choir\x0b;,\\ \u2028BEGIN:VEVENT", "合唱団" * 60,
     "Choir\x7f\u202e", '"Choir"; X=1:2'],
)  # fmt: skip
def test_a_title_stays_one_line_of_text(tie, address, title):
    ActivityFactory(relationships=[tie], title=title, when="2026-05-01")

    body = read(address).content
    (event,) = Calendar.from_ical(body).walk("VEVENT")

    assert "attendee" not in event
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    assert str(event["summary"])[:3] == title[:3]


def test_a_link_that_was_revoked_or_renewed_opens_nothing(address, officer, office):
    CalendarFeed.renew(user=officer, office=office)

    assert read(address).status_code == 404
    assert CalendarFeed.objects.count() == 1


def test_the_secret_itself_is_not_kept(officer, office):
    token = CalendarFeed.renew(user=officer, office=office)

    assert token not in str(CalendarFeed.objects.values())
    assert len(token) >= 43


def test_what_it_holds_follows_the_role_of_its_owner(address, officer):
    assert read(address).status_code == 200
    Membership.objects.update(role="network_viewer")
    assert read(address).status_code == 404
    Membership.objects.all().delete()
    assert read(address).status_code == 404


def test_who_may_no_longer_sign_in_has_no_calendar(address, officer):
    officer.is_active = False
    officer.save()

    assert read(address).status_code == 404


@pytest.mark.parametrize("token", ["x", "%00", "a" * 3000, "..%2F..%2Fetc", "é"])
def test_a_made_up_link_is_not_found(token):
    assert read(f"/calendar/{token}.ics").status_code == 404


def test_it_is_sent_again_only_when_it_changed(tie, address):
    choir = ActivityFactory(relationships=[tie], title="Choir", when="2026-05-01")
    first = read(address)

    assert first["Last-Modified"] == "Tue, 05 May 2026 15:00:00 GMT"
    assert read(address, if_none_match=first["ETag"]).status_code == 304
    choir.delete()
    assert read(address, if_none_match=first["ETag"]).status_code == 200


def test_it_speaks_the_language_of_its_owner(tie, address, officer):
    officer.language = "fr-ca"
    officer.save()
    ActivityFactory(relationships=[tie], title="Choeur", when="2026-06-01", status="planned")

    (summary,) = events(address)

    assert not summary.startswith("Planned")


def test_the_link_is_made_shown_once_and_revoked_on_the_page(officer_client, office):
    page = officer_client.post(reverse("calendar_link"), {"act": "create"}, follow=True)
    shown = page.context["new_link"]

    assert read(shown.removeprefix("http://testserver")).status_code == 200
    assert not officer_client.get(reverse("calendar")).context["new_link"]

    officer_client.post(reverse("calendar_link"), {"act": "revoke"})
    assert read(shown.removeprefix("http://testserver")).status_code == 404
