"""Files of an activity: kept, shown, handed out, removed and put back."""

import hashlib

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Change
from activities.models import Activity, Attachment
from tests.activities.filled import filled
from tests.factories import ActivityFactory, AttachmentFactory, RelationshipFactory
from tests.twinportal.uploads.made_files import PDF, PNG


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def activity(office):
    return ActivityFactory(relationships=[RelationshipFactory(office=office)])


@pytest.fixture
def photo(activity):
    return AttachmentFactory(activity=activity, title="Photo", original_name="photo.png")


def pdf(name="Programme.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def attach(browser, activity, *files, **said):
    return browser.post(f"/activities/{activity.pk}/files/", {"files": files, **said})


def told(answer):
    return [str(said) for said in get_messages(answer.wsgi_request)]


def test_several_files_are_kept_under_names_of_the_server(
    officer_client, officer, activity, tmp_path
):
    answer = attach(officer_client, activity, pdf(), pdf("西安.png", PNG))

    kept = list(activity.attachments.all())
    assert told(answer) == ["2 files are kept."]
    assert [(one.title, one.original_name) for one in kept] == [
        ("Programme", "Programme.pdf"),
        ("西安", "西安.png"),
    ]
    assert kept[0].sha256 == hashlib.sha256(PDF).hexdigest()
    assert (kept[0].size, kept[0].created_by) == (len(PDF), officer)
    assert kept[0].file.name.startswith("attachments/")
    assert "Programme" not in kept[0].file.name
    assert (tmp_path / kept[0].file.name).read_bytes() == PDF


def test_one_file_may_have_a_title(officer_client, activity):
    attach(officer_client, activity, pdf(), title="Programme of the visit")

    assert Attachment.objects.get().title == "Programme of the visit"


def test_the_same_file_twice_is_told_and_kept_once(officer_client, activity):
    attach(officer_client, activity, pdf())

    answer = attach(officer_client, activity, pdf("Copy.pdf"), pdf("new.png", PNG))

    assert "Already attached: Copy.pdf." in told(answer)
    assert Attachment.objects.count() == 2


def test_a_file_that_is_none_is_refused_by_name_and_nothing_is_kept(officer_client, activity):
    answer = attach(officer_client, activity, pdf(), pdf("virus.pdf", b"MZ"))

    assert "“virus.pdf” is not what its ending says" in answer.text
    assert not Attachment.objects.exists()


def test_no_file_is_said(officer_client, activity):
    answer = attach(officer_client, activity)

    assert answer.context["form"].errors["files"] == ["Choose at least one file."]


@pytest.mark.parametrize(
    ("said", "evidence"), [({}, "self_reported"), ({"documented": "on"}, "documented")]
)
def test_evidence_is_raised_only_where_the_officer_says_so(
    officer_client, activity, said, evidence
):
    attach(officer_client, activity, pdf(), **said)

    assert Activity.objects.get().evidence == evidence


def test_what_the_partner_confirmed_stays_confirmed(officer_client, office):
    activity = ActivityFactory(office=office, evidence="partner_confirmed")

    attach(officer_client, activity, pdf(), documented="on")

    assert Activity.objects.get().evidence == "partner_confirmed"


def test_a_councillor_sees_and_takes_a_file_and_changes_none(councillor_client, activity, photo):
    page = councillor_client.get(f"/activities/{activity.pk}/files/")
    answer = councillor_client.get(f"/activities/{activity.pk}/files/{photo.pk}/")

    assert answer.getvalue() == b"text"
    assert 'filename="photo.png"' in answer["Content-Disposition"]
    assert "Photo" in page.text
    assert "Attach files" not in page.text
    assert attach(councillor_client, activity, pdf()).status_code == 403


def test_another_office_finds_nothing(outsider_client, activity, photo):
    for address in ["", f"{photo.pk}/"]:
        assert outsider_client.get(f"/activities/{activity.pk}/files/{address}").status_code == 404
    assert attach(outsider_client, activity, pdf()).status_code == 404


def test_a_file_is_found_only_with_its_own_activity(officer_client, office, photo):
    other = ActivityFactory(office=office)

    assert officer_client.get(f"/activities/{other.pk}/files/{photo.pk}/").status_code == 404


def test_a_removed_file_is_shown_no_longer_and_can_be_put_back(
    officer_client, councillor_client, officer, activity, photo
):
    where = f"/activities/{activity.pk}/files/"
    answer = officer_client.post(f"{where}{photo.pk}/remove/")
    (said,) = get_messages(answer.wsgi_request)

    assert Attachment.objects.get().removed_by == officer
    assert "Photo" not in councillor_client.get(activity.get_absolute_url()).text
    assert councillor_client.get(f"{where}{photo.pk}/").status_code == 404
    officer_client.post(said.extra_tags)
    assert activity.attachments.kept().get() == photo
    assert photo.file.storage.exists(photo.file.name)


def test_a_file_attached_again_meanwhile_is_not_put_back_beside_itself(officer_client, activity):
    attach(officer_client, activity, pdf())
    first = Attachment.objects.get()
    first.remove(by=None)
    attach(officer_client, activity, pdf())

    answer = officer_client.post(f"/activities/{activity.pk}/files/{first.pk}/put-back/")

    assert "This file is already attached." in told(answer)
    assert activity.attachments.kept().count() == 1


def test_what_happened_to_a_file_is_told_in_the_history(officer_client, officer, activity):
    attach(officer_client, activity, pdf())
    officer_client.post(f"/activities/{activity.pk}/files/{Attachment.objects.get().pk}/remove/")

    removed, kept = Change.objects.of_record(activity)[:2]
    assert (removed.actor, kept.actor) == (officer, officer)
    assert "removed_at" in removed.changes


def test_a_file_that_is_gone_from_its_place_is_not_found(officer_client, activity, photo):
    photo.file.storage.delete(photo.file.name)

    assert officer_client.get(f"/activities/{activity.pk}/files/{photo.pk}/").status_code == 404


def test_more_files_ask_no_more_queries(
    officer_client, activity, photo, django_assert_max_num_queries
):
    AttachmentFactory.create_batch(20, activity=activity)

    with django_assert_max_num_queries(8):
        officer_client.get(f"/activities/{activity.pk}/files/")


def test_files_chosen_in_the_form_of_an_activity_are_kept_with_it(officer_client, officer, office):
    tie = RelationshipFactory(office=office)

    officer_client.post("/activities/new/", filled(tie) | {"files": [pdf()]})

    kept = Activity.objects.get().attachments.get()
    assert (kept.title, kept.created_by) == ("Programme", officer)
