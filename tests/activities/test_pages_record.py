import datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from activities.models import Activity
from activities.signals import activities_recorded
from tests.activities.filled import filled
from tests.factories import OrganisationFactory, ReferenceTieFactory, RelationshipFactory

NEW = "/activities/new/"


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office)


def errors_of(answer):
    return {name: list(found) for name, found in answer.context["form"].errors.items()}


def test_an_activity_is_recorded_with_who_when_and_what_it_counts_as(officer_client, officer, tie):
    answer = officer_client.post(NEW, filled(tie), follow=True)

    activity = Activity.objects.get()
    assert activity.created_by == officer
    assert activity.office == tie.office
    assert list(activity.relationships.all()) == [tie]
    assert "This counts as: community" in answer.content.decode()


def test_the_day_on_which_the_status_was_stated_is_today_where_the_office_is(officer_client, tie):
    just_after_midnight_in_utc = datetime.datetime(2026, 2, 4, 2, tzinfo=datetime.UTC)

    with time_machine.travel(just_after_midnight_in_utc, tick=False):
        officer_client.post(NEW, filled(tie))

    assert Activity.objects.get().recorded_date == datetime.date(2026, 2, 3)


@pytest.mark.parametrize(
    ("typed", "start", "end", "precision"),
    [
        ("2015", "2015-01-01", "2015-12-31", "year"),
        ("2015-06", "2015-06-01", "2015-06-30", "month"),
        ("2015-06-30", "2015-06-30", "2015-06-30", "day"),
        ("20150630", "2015-06-30", "2015-06-30", "day"),
        ("2015/6/3", "2015-06-03", "2015-06-03", "day"),
    ],
)
def test_a_date_is_kept_as_precisely_as_it_is_known(
    officer_client, tie, typed, start, end, precision
):
    officer_client.post(NEW, filled(tie, starts=typed))

    activity = Activity.objects.get()
    assert str(activity.start_date) == start
    assert str(activity.end_date) == end
    assert activity.start_precision == activity.end_precision == precision


def test_start_and_end_may_be_known_to_different_precision(officer_client, tie):
    officer_client.post(NEW, filled(tie, starts="2015-06-30", ends="2015-07"))

    activity = Activity.objects.get()
    assert str(activity.starts) == "2015-06-30"
    assert str(activity.ends) == "2015-07"


def test_blank_is_not_zero_and_a_group_without_a_number_still_counts(officer_client, tie):
    officer_client.post(
        NEW, filled(tie, students="", teachers="0", artists="", artists_unnumbered="on")
    )

    activity = Activity.objects.get()
    assert activity.students is None
    assert activity.teachers == 0
    assert activity.artists_unnumbered
    assert activity.involvement == "C"


def test_fields_of_work_and_several_relationships_are_kept(officer_client, office, tie):
    other = RelationshipFactory(office=office)

    officer_client.post(
        NEW, filled(tie, relationships=[tie.pk, other.pk], fields_of_work=["youth", "culture"])
    )

    activity = Activity.objects.get()
    assert set(activity.relationships.all()) == {tie, other}
    assert {field.field for field in activity.fields.all()} == {"youth", "culture"}


def test_a_lead_organisation_of_citizens_counts_by_itself(officer_client, office, tie):
    society = OrganisationFactory(office=office, kind="society")

    officer_client.post(NEW, filled(tie, students="", lead_organisation=society.pk))

    assert Activity.objects.get().involvement == "C"


def test_the_other_rooms_are_told_which_relationships_have_news(officer_client, tie):
    heard = []

    def listen(relationship_ids, **kwargs):
        heard.append(relationship_ids)

    activities_recorded.connect(listen)
    officer_client.post(NEW, filled(tie))
    activities_recorded.disconnect(listen)

    assert heard == [[tie.pk]]


REFUSALS = [
    ({"title": ""}, "title", "An activity needs a title."),
    ({"type": ""}, "type", "Choose what kind of activity it is."),
    ({"relationships": []}, "relationships", "Choose the relationship in which it happened."),
    ({"starts": ""}, "starts", "Say when it began, if only the year."),
    (
        {"starts": "last June"},
        "starts",
        "Write a year, a month or a day, such as 2015, 2015-06 or 2015-06-30.",
    ),
    ({"starts": "2015-02-30"}, "starts", "There is no such day or month in the calendar."),
    ({"starts": "0019-05-14"}, "starts", "The year lies too far away; check it."),
    ({"ends": "2018"}, "ends", "The end cannot lie before the start."),
    (
        {"starts": "2030-05-14"},
        "status",
        "An activity that has not ended yet cannot be recorded as held; record it as planned.",
    ),
    (
        {"reason_code": "budget"},
        "reason_code",
        "A reason belongs to a postponed, declined, cancelled or void activity.",
    ),
    ({"students": "-1"}, "students", "A number of people cannot be negative."),
    ({"students": "fifteen"}, "students", "Write a whole number, or leave it blank."),
    (
        {"students": "999999999999"},
        "students",
        "So many people cannot have taken part; check the number.",
    ),
    (
        {"students_unnumbered": "on"},
        "students",
        "Give the number of each group, or say that it is not known, not both.",
    ),
    ({"government_role": ""}, "government_role", "Say what government did, if only “no part”."),
    ({"direction": ""}, "direction", "Say who travelled."),
    ({"status": "void"}, "status", "Select a valid choice. void is not one of the available"),
    ({"source_url": "not an address"}, "source_url", "Enter a valid URL."),
]


@pytest.mark.parametrize(("changes", "field", "sentence"), REFUSALS)
def test_what_cannot_be_is_refused_with_a_sentence_where_it_stands(
    officer_client, tie, changes, field, sentence
):
    answer = officer_client.post(NEW, filled(tie, **changes))

    assert answer.status_code == 200
    assert errors_of(answer)[field][0].startswith(sentence)
    assert not Activity.objects.exists()


def test_nothing_typed_is_lost_when_a_form_is_refused(officer_client, tie):
    typed = filled(tie, title="", place="Hôtel de ville", students="x", outcome="Two songs")

    page = officer_client.post(NEW, typed).content.decode()

    assert 'value="Hôtel de ville"' in page
    assert 'value="x"' in page
    assert "Two songs" in page
    assert f'<option value="{tie.pk}" selected>' in page


def test_what_is_folded_opens_where_something_is_wrong(officer_client, tie):
    answer = officer_client.post(NEW, filled(tie, reason_code="budget"))

    opened = [part.title for part in answer.context["form"].parts() if part.is_open]
    assert opened == ["Why it was not held"]


def test_nothing_is_chosen_beforehand_that_would_change_a_figure(officer_client, tie):
    form = officer_client.get(NEW).context["form"]

    assert not any(form[name].value() for name in ["type", "direction", "government_role"])


def test_the_relationship_one_comes_from_is_chosen(officer_client, tie):
    form = officer_client.get(NEW, {"relationship": tie.pk}).context["form"]

    assert form["relationships"].value() == [tie.pk]


def test_only_relationships_of_the_office_are_offered(officer_client, tie, other_office):
    RelationshipFactory(office=other_office)
    ReferenceTieFactory()

    form = officer_client.get(NEW).context["form"]

    assert list(form.fields["relationships"].queryset) == [tie]


def test_a_relationship_of_another_office_cannot_be_smuggled_in(officer_client, tie, other_office):
    foreign = RelationshipFactory(office=other_office)

    answer = officer_client.post(NEW, filled(tie, relationships=[foreign.pk]))

    assert "relationships" in errors_of(answer)
    assert not Activity.objects.exists()


def test_saving_and_recording_another_keeps_the_relationship(officer_client, tie):
    answer = officer_client.post(NEW, filled(tie, another="1"))

    assert answer.url == f"{reverse('activity_create')}?relationship={tie.pk}"


@pytest.mark.parametrize("person", ["councillor", "administrator", "auditor", "network_viewer"])
def test_who_does_not_keep_records_may_not_record(request, sign_in, tie, person):
    browser = sign_in(request.getfixturevalue(person))

    assert browser.get(NEW).status_code == 403
    assert browser.post(NEW, filled(tie)).status_code == 403
    assert not Activity.objects.exists()


def test_each_sentence_is_said_once_and_in_the_order_of_the_page(officer_client, tie):
    answer = officer_client.post(NEW, {})

    assert all(len(found) == 1 for found in errors_of(answer).values())
    assert list(answer.context["form"].fields)[:6] == [
        "type",
        "relationships",
        "starts",
        "ends",
        "status",
        "title",
    ]


def test_an_office_of_one_home_city_finds_a_tie_by_the_first_letters_of_the_partner(
    officer_client, tie
):
    labels = [
        str(label)
        for _, label in officer_client.get(NEW).context["form"]["relationships"].field.choices
    ]

    assert labels == [f"{tie.partner_city}, China"]


def test_an_office_of_several_home_cities_names_both_cities(officer_client, office, tie):
    RelationshipFactory(office=office)

    labels = [
        str(label)
        for _, label in officer_client.get(NEW).context["form"]["relationships"].field.choices
    ]

    assert str(tie) in labels


def test_files_that_are_not_kept_yet_are_asked_for_again(officer_client, tie):
    file = SimpleUploadedFile("Programme.pdf", b"%PDF-1.7\n")

    answer = officer_client.post(NEW, filled(tie, title="", files=[file]))

    (part,) = [part for part in answer.context["form"].parts() if part.fields[0].name == "files"]
    assert part.is_open
    assert "choose them again here" in answer.content.decode()
