"""A word stands in every free text around an open register; no public address says it."""

import pytest
from django.core.cache import cache
from django.db import models
from django.urls import reverse

from accounts.models import User
from activities.models import Activity, AidLine, Programme
from relationships.models import Contact, Decision, Organisation, Relationship
from reports.register.published import slug_of
from tests.factories import (
    ActivityFactory,
    AidLineFactory,
    ContactFactory,
    DecisionFactory,
    OrganisationFactory,
    ProgrammeFactory,
    RelationshipFactory,
)

pytestmark = pytest.mark.django_db

WORD = "kanarienvogel"
FILES = ["", "open-data/", "ties.csv", "ties.json", "activities.csv", "activities.json"]
WITH_WORD = [Relationship, Activity, AidLine, Programme, Contact, Decision, Organisation]


def free_texts(model):
    return [
        field.name
        for field in model._meta.concrete_fields
        if type(field) in (models.CharField, models.TextField)
        and not (field.choices or field.generated or field.name == "native_language")
        and (field.max_length is None or field.max_length >= len(WORD))
    ]


@pytest.fixture
def tie(open_office, officer):
    body = OrganisationFactory(office=open_office)
    tie = RelationshipFactory(office=open_office, owner=officer, community_body=body)
    programme = ProgrammeFactory(relationship=tie)
    activity = ActivityFactory(relationships=[tie], programme=programme)
    AidLineFactory(activity=activity)
    DecisionFactory(relationship=tie)
    ContactFactory(office=open_office, organisation=body).relationships.add(tie)
    for model in WITH_WORD:
        model._base_manager.update(**dict.fromkeys(free_texts(model), WORD))
    User.objects.update(name=WORD)
    return tie


def where_the_word_stands(client, tie):
    cache.clear()
    words = ["montreal", tie.pk, slug_of(tie.home_city.name, tie.partner_city.name)]
    of_tie = [reverse(name, args=words) for name in ["register_tie", "register_strip"]]
    addresses = [*(f"/register/montreal/{file}" for file in FILES), *of_tie]
    answers = {address: client.get(address) for address in addresses}
    assert {answer.status_code for answer in answers.values()} == {200}
    said = {address: answer.content.decode().lower() for address, answer in answers.items()}
    return [address for address, text in said.items() if WORD in text]


def test_nobody_reads_a_free_text(client, tie):
    assert Activity.objects.get().outcome == Activity.objects.get().note == WORD

    assert where_the_word_stands(client, tie) == []


def test_a_title_stands_only_where_titles_belong(client, tie, open_office):
    open_office.publishes_titles = True
    open_office.save()
    Activity.objects.update(title="Choir")

    assert where_the_word_stands(client, tie) == []
