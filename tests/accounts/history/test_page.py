"""The page of a record's history: in words, newest first, and only to whom it belongs."""

import pytest
from django.urls import reverse

from accounts.history.parts import wholes
from accounts.models import Change
from accounts.roles import permissions_of
from tests.factories import (
    ActivityFactory,
    AnnualReturnFactory,
    ChangeFactory,
    ContactFactory,
    FundingLineFactory,
    MembershipFactory,
    OrganisationFactory,
    RelationshipFactory,
    SourceRowFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity(office):
    return ActivityFactory(relationships=[RelationshipFactory(office=office)], title="Visit")


def address(record):
    return reverse("history", args=[record._meta.app_label, record._meta.model_name, record.pk])


def changed(record, by, **values):
    """Change a record the way a page does it, as ``by``."""
    for name, value in values.items():
        setattr(record, name, value)
    record.save()
    Change.objects.filter(pk=Change.objects.latest("pk").pk).update(actor=by)


def lines(answer):
    steps = [step for act in answer.context["acts"] for step in act.steps]
    return [(line.label, line.before, line.after) for step in steps for line in step.lines]


def test_a_change_is_told_in_words(activity, officer, officer_client, office):
    body = OrganisationFactory(office=office, name="Chamber of Commerce")
    changed(
        activity, officer, type="aid", status="cancelled", reason_code="budget", minors=12,
        lead_organisation=body, elected_unnumbered=True, end_date="2019-05-15",
    )  # fmt: skip

    answer = officer_client.get(address(activity))

    act = answer.context["acts"][0]
    assert act.who == "Odile"
    assert set(lines(answer)[:7]) == {
        ("Type", "Other", "Aid"),
        ("Status", "Held", "Cancelled"),
        ("Reason", "", "Budget"),
        ("Minors", "", "12"),
        ("Lead organisation", "", "Chamber of Commerce"),
        ("Elected members, number not known", "no", "yes"),
        ("End", "14 May 2019", "15 May 2019"),
    }


def test_what_was_saved_at_once_is_one_act_newest_first(activity, officer, officer_client):
    changed(activity, officer, place="Suzhou")
    line = FundingLineFactory(activity=activity)
    Change.objects.filter(object_repr=str(line)).update(actor=officer)

    newest, made = officer_client.get(address(activity)).context["acts"]

    assert [step.subject for step in newest.steps] == ["Funding line: Our city: 1500 CAD", ""]
    assert [step.action for step in made.steps] == [0]


def test_what_is_done_and_taken_back_at_once_is_two_acts(activity, officer, officer_client):
    changed(activity, officer, place="Suzhou")
    changed(activity, officer, place="")

    acts = officer_client.get(address(activity)).context["acts"]

    assert [act.steps[0].lines[0].after for act in acts[:2]] == ["", "Suzhou"]


def test_a_part_is_told_after_it_is_gone(activity, officer_client):
    activity.fields.create(field="culture")
    activity.fields.all().delete()

    answer = officer_client.get(address(activity))

    assert ("Field", "Culture and arts", "") in lines(answer)


def test_where_an_imported_record_came_from_is_told(office, activity, officer_client):
    SourceRowFactory(
        source__office=office, source__file_name="2019.xlsx", kind="activity", relationship=None,
        activity=activity, sheet="Visits", line=12,
    )  # fmt: skip

    assert "2019.xlsx, sheet Visits, row 12" in officer_client.get(address(activity)).text


def test_a_record_that_came_in_bulk_says_that_nothing_was_changed(activity, officer_client):
    Change.objects.all().delete()

    assert "Nothing was changed" in officer_client.get(address(activity)).text


@pytest.mark.parametrize(
    ("actor_email", "cid", "who"),
    [
        ("gone@example.org", None, "Somebody whose account is gone"),
        (None, "reports.tasks.daily", "The portal by itself (daily)"),
        (None, None, "The portal, by a command on its server"),
    ],
)
def test_an_act_without_a_person_says_so(activity, officer_client, actor_email, cid, who):
    Change.objects.all().delete()
    ChangeFactory(record=activity, actor_email=actor_email, cid=cid)

    assert officer_client.get(address(activity)).context["acts"][0].who == who


def test_somebody_of_another_office_is_not_named(activity, outsider, officer_client):
    ChangeFactory(record=activity, actor=outsider)

    answer = officer_client.get(address(activity))

    assert answer.context["acts"][0].who == "Somebody of another office"
    assert "Olaf" not in answer.text


def test_a_colleague_of_two_offices_and_a_keeper_without_one_are_named(
    activity, officer, superuser, other_office, officer_client
):
    MembershipFactory(user=officer, office=other_office)
    ChangeFactory(record=activity, actor=officer)
    ChangeFactory(record=activity, actor=superuser)

    acts = officer_client.get(address(activity)).context["acts"]

    assert [act.who for act in acts[:2]] == ["Sylvie", "Odile"]


def test_names_of_another_office_are_not_told_through_a_link(activity, officer_client):
    theirs = OrganisationFactory(name="Their society")
    ChangeFactory(record=activity, changes={"lead_organisation": [None, theirs.pk]})

    answer = officer_client.get(address(activity))

    assert ("Lead organisation", "", "no longer to be seen") in lines(answer)
    assert "Their society" not in answer.text


@pytest.mark.parametrize(
    "changes",
    [
        {"lost_column": ["a", "b"]},
        {"start_date": ["never", "2019-05-14"]},
        {"amount": None},
        {"participants": [None, 3]},
        {},
        None,
    ],
)
def test_what_cannot_be_read_any_more_does_not_stop_the_page(activity, officer_client, changes):
    ChangeFactory(record=activity, changes=changes)

    assert officer_client.get(address(activity)).status_code == 200


def test_the_ties_of_a_contact_are_told_by_name(office, officer_client):
    contact, tie = ContactFactory(office=office), RelationshipFactory(office=office)
    contact.relationships.add(tie)

    assert ("Relationships", "", str(tie)) in lines(officer_client.get(address(contact)))


@pytest.mark.parametrize(
    "place",
    ["activities/activity/999999999999999999999", "activities/fundingline/1", "accounts/user/1",
     "relationships/city/1", "auth/group/1", "no/such/1", "activities/import/1"],
)  # fmt: skip
def test_what_has_no_history_of_its_own_is_not_found(officer_client, place):
    assert officer_client.get(f"/history/{place}/").status_code == 404


def test_who_reads_the_history_of_people(office, auditor_client, administrator_client):
    membership = MembershipFactory(office=office)

    assert administrator_client.get(address(membership)).status_code == 200
    assert auditor_client.get(address(membership)).status_code == 200


def test_an_auditor_reads_the_history_of_whatever_has_one_in_an_office():
    rights = permissions_of("auditor")

    closed = [
        kind._meta.label
        for kind in wholes()
        if hasattr(kind, "office")
        and f"{kind._meta.app_label}.view_{kind._meta.model_name}" not in rights
    ]

    assert closed == []


def test_an_officer_reads_the_history_of_a_return(office, officer_client):
    kept = AnnualReturnFactory(relationship=RelationshipFactory(office=office))

    assert officer_client.get(address(kept)).status_code == 200


def test_an_officer_reads_no_history_of_memberships(office, officer_client):
    assert officer_client.get(address(MembershipFactory(office=office))).status_code == 403


def test_an_odd_page_number_shows_a_page(activity, officer_client):
    assert officer_client.get(address(activity), {"page": "-7x"}).status_code == 200


def test_a_longer_history_asks_no_more_queries(
    activity, officer_client, django_assert_max_num_queries
):
    officer_client.get(address(activity))
    ChangeFactory.create_batch(20, record=activity, actor=UserFactory())

    with django_assert_max_num_queries(14):
        officer_client.get(address(activity))
