import json

from activities.choices import ActivityType, Group
from activities.forms import ActivityForm
from activities.proposals import PROPOSALS, as_data
from tests.factories import RelationshipFactory


def test_every_type_proposes_something_or_says_that_it_does_not():
    assert list(PROPOSALS) == list(ActivityType)


def test_proposals_are_answers_that_the_form_offers():
    fields = ActivityForm.base_fields

    wrong = [
        (kind, name, value)
        for kind, one in PROPOSALS.items()
        for name, value in one.fields.items()
        if value not in dict(fields[name].choices)
    ]

    assert wrong == []
    assert all(set(one.groups) <= set(Group) for one in PROPOSALS.values())


def test_the_page_hands_them_to_its_script(officer_client, office):
    RelationshipFactory(office=office)

    form = officer_client.get("/activities/new/").context["form"]

    assert json.loads(form.proposals) == json.loads(json.dumps(as_data()))
    assert as_data()["student_exchange"]["fields"]["government_role"] == "none"


def test_a_kind_that_differs_too_much_proposes_no_part_of_government():
    assert "government_role" not in PROPOSALS[ActivityType.AID].fields
