"""What is saved in the administration is told to the figures, as from every other door."""

import pytest
from django.urls import reverse

from activities.signals import activities_recorded
from tests.factories import ActivityFactory, RelationshipFactory

# Django's own templates ask for values that are not always there.
pytestmark = pytest.mark.ignore_template_errors


@pytest.fixture
def told():
    heard = []

    def listen(relationship_ids, **kwargs):
        heard.append(relationship_ids)

    activities_recorded.connect(listen)
    yield heard
    activities_recorded.disconnect(listen)


def shown(page) -> dict:
    """The form of a page as a browser would send it unchanged."""
    forms = [page.context["adminform"].form]
    for inline in page.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.initial_forms]
    boxes = [box for form in forms for box in form]
    sent = {box.html_name: box.value() for box in boxes}
    return {
        name: value
        for name, value in sent.items()
        if value not in (None, "") and value is not False
    }


def test_a_relationship_that_is_exchanged_is_told_as_well_as_the_new_one(
    superuser, sign_in, office, told
):
    before, after = RelationshipFactory.create_batch(2, office=office)
    activity = ActivityFactory(relationships=[before])
    browser = sign_in(superuser)
    address = reverse("admin:activities_activity_change", args=[activity.pk])
    sent = shown(browser.get(address))

    answer = browser.post(address, sent | {"activity_relationships-0-relationship": after.pk})

    assert answer.status_code == 302
    assert told == [[before.pk, after.pk]]


def test_making_void_in_the_list_is_told(superuser, sign_in, office, told):
    activity = ActivityFactory(office=office)
    address = reverse("admin:activities_activity_changelist")
    chosen = {"action": "make_void", "reason": "mistake", "_selected_action": activity.pk}

    sign_in(superuser).post(address, chosen)

    assert told == [[activity.relationships.get().pk]]
