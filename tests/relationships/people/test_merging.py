from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.history.change import Change
from relationships.models import Contact, Organisation, PrimaryContact
from relationships.people.duplicates import suspicions
from relationships.people.merging import merge, undo_merge
from reports.summary import annual_summary
from tests.factories import (
    ActivityFactory,
    ContactFactory,
    OrganisationFactory,
    RelationshipFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(person, office, tie):
    """Zhang Wei twice: the second knows more, and is the first to call in a tie of its own."""
    kept = person("Zhang Wei", email="zhang@shanghai.example", post="Deputy director")
    other = RelationshipFactory(office=office)
    second = person("Zhang Wei", [tie, other], name_order="given", post="Director", phone="555")
    PrimaryContact.objects.create(contact=second, relationship=other, side="partner")
    return kept, second


def made_one(kept, merged, by, **values):
    return merge(
        kept=kept,
        merged=merged,
        values=values,
        by=by,
        now=timezone.now(),
        versions=(kept.version, merged.version),
    )


def figures(tie):
    relationships = type(tie).objects.filter(pk=tie.pk)
    return annual_summary(year=2025, as_of=date(2026, 2, 3), relationships=relationships)


def state_of(model):
    """All that can be read of the rows, but who changed them when."""
    stamps = {"updated_at", "updated_by_id", "version", "_state"}
    return [
        {name: value for name, value in vars(row).items() if name not in stamps}
        for row in model._base_manager.order_by("pk")
    ]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"name": "Zhang Wei"}, {"name": "wei  ZHANG"}, "same name"),
        ({"native_name": "张 伟"}, {"native_name": "张伟"}, "same name in its own script"),
        ({"email": "a@b.example"}, {"email": "A@b.example"}, "same e-mail address"),
    ],
)
def test_two_records_of_one_side_that_share_something_are_suspected(office, one, other, reason):
    first, second = ContactFactory(office=office, **one), ContactFactory(office=office, **other)
    ContactFactory(office=office, side="ours", **one)

    (found,) = suspicions(Contact.objects.all())

    assert (found.one, found.other, found.reasons) == (first, second, [reason])


def test_organisations_are_suspected_by_name_and_website(office):
    OrganisationFactory(office=office, name="École Saint-Jean", website="https://a.example/")
    OrganisationFactory(office=office, name="Ecole saint jean", website="https://a.example")

    (found,) = suspicions(Organisation.objects.all())

    assert found.reasons == ["same name", "same website"]


def test_all_links_move_and_the_merged_record_is_met_nowhere(two, officer, tie):
    kept, merged = two

    made_one(kept, merged, officer, post="Director", phone="555")

    merged.refresh_from_db()
    assert list(Contact.objects.all()) == [kept]
    assert (kept.post, kept.phone, kept.email) == ("Director", "555", "zhang@shanghai.example")
    assert kept.relationships.count() == 2
    assert kept.primary_for.count() == 1
    assert merged.merged_into == kept
    assert merged.post == "Director"
    assert list(tie.contacts.all()) == [kept]
    assert (kept.updated_by, merged.updated_by) == (officer, officer)


def test_undoing_leaves_everything_as_it_was(two, officer):
    kept, merged = two
    models = [Contact, PrimaryContact, Contact.relationships.through]
    links = {
        (row.contact_id, row.relationship_id) for row in Contact.relationships.through.objects.all()
    }
    before = [state_of(model) for model in models[:2]]
    made_one(kept, merged, officer, post="Director", phone="555", from_date=date(2019, 1, 1))

    undo_merge(merged=Contact.with_merged.get(pk=merged.pk), by=officer)

    assert [state_of(model) for model in models[:2]] == before
    assert links == {
        (row.contact_id, row.relationship_id) for row in Contact.relationships.through.objects.all()
    }


def test_undoing_keeps_what_was_changed_since(two, officer):
    kept, merged = two
    made_one(kept, merged, officer, post="Director", phone="555")
    kept.refresh_from_db()
    kept.post = "Director general"
    kept.save()

    undo_merge(merged=Contact.with_merged.get(pk=merged.pk), by=officer)

    kept.refresh_from_db()
    assert (kept.post, kept.phone) == ("Director general", "")


def test_a_merge_into_a_record_that_was_itself_merged_waits_for_that(two, officer, person):
    kept, merged = two
    third = person("Zhang W.")
    made_one(kept, merged, officer)
    made_one(third, Contact.objects.get(pk=kept.pk), officer)

    with pytest.raises(ValidationError):
        undo_merge(merged=Contact.with_merged.get(pk=merged.pk), by=officer)


@pytest.fixture
def bodies(office, tie):
    """A school twice, the second of which led an activity and carries the tie."""
    kept = OrganisationFactory(office=office, name="No. 2 School", side="partner")
    second = OrganisationFactory(office=office, name="Second School", side="partner", kind="arts")
    ActivityFactory(relationships=[tie], when="2025-05-01", students=4, lead_organisation=second)
    ActivityFactory(
        relationships=[tie], when="2024-05-01", government_role="lead", lead_organisation=second
    )
    ContactFactory(office=office, organisation=second)
    tie.community_body = second
    tie.save()
    return kept, second


def test_activities_contacts_and_ties_move_with_an_organisation_and_no_figure_changes(
    bodies, officer, tie
):
    kept, merged = bodies
    before = figures(tie)

    made_one(kept, merged, officer, name="Second School", kind="arts")

    tie.refresh_from_db()
    assert kept.led_activities.count() == 2
    assert {activity.updated_by for activity in kept.led_activities.all()} == {officer}
    assert kept.contacts.count() == 1
    assert tie.community_body == kept
    assert kept.name == "Second School"
    assert figures(tie) == before

    undo_merge(merged=Organisation.with_merged.get(pk=merged.pk), by=officer)

    tie.refresh_from_db()
    assert merged.led_activities.count() == 2
    assert tie.community_body == merged
    assert set(Organisation.objects.values_list("name", flat=True)) == {
        "No. 2 School",
        "Second School",
    }
    assert figures(tie) == before


def test_nothing_is_merged_across_sides(two, officer):
    kept, merged = two
    merged.side = "ours"

    with pytest.raises(ValidationError):
        made_one(kept, merged, officer)


def test_what_would_break_a_promise_is_refused_and_nothing_moves(two, officer):
    kept, merged = two

    with pytest.raises(ValidationError):
        made_one(kept, merged, officer, from_date=date(2020, 1, 1), to_date=date(2019, 1, 1))

    assert Contact.objects.count() == 2
    assert merged.relationships.count() == 2


def test_the_page_asks_only_where_the_two_differ(officer_client, two):
    kept, merged = two

    answer = officer_client.get(f"/people/{kept.pk}/merge/{merged.pk}/")

    form = answer.context["form"]
    assert [box.name for box in form.visible_fields()] == ["name_order", "post", "email", "phone"]
    assert {box.name: box.initial for box in form.visible_fields()} == {
        "name_order": "kept",
        "post": "kept",
        "email": "kept",
        "phone": "merged",
    }
    assert ("Family name", "Zhang") in form.same


@pytest.fixture
def choice(two):
    kept, merged = two
    chosen = {"name_order": "kept", "post": "merged", "email": "kept", "phone": "merged"}
    versions = {"kept_version": kept.version, "merged_version": merged.version}
    return f"/people/{kept.pk}/merge/{merged.pk}/", chosen | versions


def test_the_page_makes_them_one_and_takes_it_back(officer_client, two, choice):
    kept, merged = two

    answer = officer_client.post(*choice, follow=True)

    kept.refresh_from_db()
    assert (kept.post, kept.email, kept.phone) == ("Director", "zhang@shanghai.example", "555")
    assert "was merged into" in str(*answer.context["messages"])
    pointer = officer_client.get(f"/people/{merged.pk}/")
    assert "Merged into another record" in pointer.text
    assert officer_client.get(f"/people/{merged.pk}/edit/").status_code == 404
    officer_client.post(f"/people/{merged.pk}/unmerge/")
    assert Contact.objects.count() == 2


def test_of_two_who_merge_the_second_is_told(officer_client, two, choice):
    address, sent = choice
    two[0].verify(date(2026, 2, 1), by=None)

    answer = officer_client.post(address, sent)

    assert "Somebody changed one of the two meanwhile" in answer.text
    assert Contact.objects.count() == 2


def test_a_record_is_not_merged_with_itself_nor_with_one_of_another_office(
    officer_client, two, other_office
):
    kept, _merged = two
    foreign = ContactFactory(office=other_office)

    for other in [kept.pk, foreign.pk, 10**30]:
        answer = officer_client.get(f"/people/{kept.pk}/merge/{other}/")
        assert answer.status_code == 404


def test_two_that_are_not_the_same_are_remembered_until_asked_again(officer_client, office):
    one, other = (ContactFactory(office=office, given_name="Hanako", family_name="Sato")
                  for _ in range(2))  # fmt: skip
    address = f"/people/{one.pk}/apart/{other.pk}/"

    apart = officer_client.post(address, follow=True).content.decode()

    assert "Kept apart: " in apart
    assert "No two people look like one." in apart
    again = officer_client.post(address, {"answer": "undo"}, follow=True).content.decode()
    assert "No two people look like one." not in again
    assert "Ask again" not in again


def test_a_merge_takes_over_whom_a_person_is_not(office, officer):
    kept, merged, third = ContactFactory.create_batch(3, office=office, side="partner")
    merged.told_apart.add(kept, third)

    merge(kept=kept, merged=merged, values={}, by=officer, now=timezone.now(),
          versions=[1, 1])  # fmt: skip

    assert list(kept.told_apart.all()) == [third]
    merged.refresh_from_db()
    undo_merge(merged=merged, by=officer)
    assert set(merged.told_apart.all()) == {kept, third}
    assert list(kept.told_apart.all()) == [merged]


def test_the_history_tells_only_of_relationships_that_were_there(two, officer):
    kept, merged = two
    had = {str(pk) for pk in merged.relationships.values_list("pk", flat=True)}
    RelationshipFactory()

    made_one(kept, merged, officer)

    changes = Change.objects.of_record(merged)
    gone = [
        change.changes["relationships"] for change in changes if "relationships" in change.changes
    ]
    assert had
    assert {pk for said in gone if said["operation"] == "delete" for pk in said["objects"]} == had
