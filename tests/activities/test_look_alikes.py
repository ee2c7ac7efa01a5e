import pytest

from activities.look_alikes import are_alike
from activities.models import Activity
from tests.activities.filled import filled
from tests.factories import ActivityFactory, RelationshipFactory

NEW = "/activities/new/"


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Students of Qingdao in Montréal", "students of qingdao in montreal"),
        ("Students of Qingdao in Montréal", "Students of Qingdao in Montreal 2019"),
        ("Jazz festival", "Jazz Festivals"),
        ("Visit of the mayor", "Mayor, visit of the"),
        ("姉妹都市交流会", "姉妹都市交流会"),
    ],
)
def test_titles_that_may_mean_one_thing_are_alike(one, other):
    assert are_alike(one, other)
    assert are_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Students of Qingdao in Montréal", "Jazz festival"),
        ("Visit", "Visit of the mayor of Qingdao"),
        ("Tree planting", "Online classroom"),
        ("!", "Jazz festival"),
    ],
)
def test_titles_of_different_things_are_not(one, other):
    assert not are_alike(one, other)


def test_the_same_form_sent_twice_is_recorded_once(officer_client, tie):
    officer_client.post(NEW, filled(tie))
    answer = officer_client.post(NEW, filled(tie))

    assert Activity.objects.count() == 1
    assert "Is it already on record?" in answer.content.decode()
    assert answer.context["look_alikes"] == [Activity.objects.get()]


def test_shown_what_is_on_record_the_officer_records_all_the_same(officer_client, tie):
    there = ActivityFactory(
        relationships=[tie], title="Students of Qingdao", start_date="2019-05-14"
    )
    asked = officer_client.post(NEW, filled(tie))
    acknowledged = asked.context["form"]["acknowledged"].value()

    officer_client.post(NEW, filled(tie, acknowledged=acknowledged))

    assert acknowledged == str(there.pk)
    assert Activity.objects.count() == 2


def test_only_those_that_were_shown_are_acknowledged(officer_client, tie):
    ActivityFactory(relationships=[tie], title="Students of Qingdao", start_date="2019-05-14")

    officer_client.post(NEW, filled(tie, acknowledged="999999,x,\x00"))

    assert Activity.objects.count() == 1


@pytest.mark.parametrize(
    "there",
    [
        {"title": "Jazz festival"},
        {"start_date": "2018-05-14", "end_date": "2018-05-15"},
        {"status": "void", "reason_code": "mistake"},
    ],
)
def test_another_title_another_time_and_what_is_void_raise_no_suspicion(officer_client, tie, there):
    usual = {"title": "Students of Qingdao", "start_date": "2019-05-14"}
    ActivityFactory(relationships=[tie], **usual | there)

    officer_client.post(NEW, filled(tie))

    assert Activity.objects.count() == 2


def test_the_same_with_another_partner_raises_no_suspicion(officer_client, tie, office):
    ActivityFactory(
        relationships=[RelationshipFactory(office=office)],
        title="Students of Qingdao in Montréal",
        start_date="2019-05-14",
    )

    officer_client.post(NEW, filled(tie))

    assert Activity.objects.count() == 2
