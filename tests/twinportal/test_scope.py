"""Two offices never see each other's rows: every model that belongs to an office is asked."""

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.models import Change, User
from activities.models import ActivityField, ActivityRelationship
from relationships.models import City, CityAlias, Leader
from tests.factories import MembershipFactory
from tests.factories.by_model import our_models, record_of

pytestmark = pytest.mark.django_db

# Public facts that offices share, and what is only reached through the record it belongs to.
WITHOUT_OFFICE = {City, CityAlias, Leader, ActivityField, ActivityRelationship, Change}
SCOPED = [model for model in our_models() if hasattr(model._default_manager, "visible_to")]


def test_every_model_belongs_to_an_office_or_is_named_here():
    assert set(our_models()) - set(SCOPED) == WITHOUT_OFFICE


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model.__name__)
def test_an_office_sees_its_own_rows_and_no_others(model, office, other_office, officer, outsider):
    own, theirs = record_of(model, office), record_of(model, other_office)

    seen = model._default_manager.visible_to(officer)
    seen_there = model._default_manager.visible_to(outsider)

    assert own in seen
    assert theirs not in seen
    assert theirs in seen_there
    assert own not in seen_there


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model.__name__)
def test_nobody_sees_anything_without_signing_in(model, office, officer):
    record_of(model, office)
    officer.is_active = False

    assert not model._default_manager.visible_to(AnonymousUser()).exists()
    assert not model._default_manager.visible_to(officer).exists()


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model.__name__)
def test_a_list_may_ask_for_the_offices_where_a_role_grants_a_right(
    model, office, other_office, officer
):
    MembershipFactory(user=officer, office=other_office, role="network_viewer")
    own, aggregates_only = record_of(model, office), record_of(model, other_office)

    seen = model._default_manager.visible_to(officer, "activities.view_activity")

    assert own in seen
    assert aggregates_only not in seen


def test_a_person_of_two_offices_sees_the_rows_of_both(office, other_office, officer):
    MembershipFactory(user=officer, office=other_office)
    colleague = record_of(User, other_office)

    assert {officer, colleague} <= set(User.objects.visible_to(officer))
