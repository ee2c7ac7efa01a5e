"""A record of any model, and of which office: for tests that go through all of them."""

import factory
from django.apps import apps

from accounts.models import Membership, Office, User
from tests.factories import accounts, activities, relationships, reports

OUR_APPS = ["accounts", "relationships", "activities", "reports"]


def our_models():
    return [model for app in OUR_APPS for model in apps.get_app_config(app).get_models()]


def _factories():
    for room in [reports, activities, relationships, accounts]:
        for made in vars(room).values():
            if isinstance(made, factory.base.FactoryMetaClass) and made._meta.model:
                yield made._meta.model, made


# The plainest one of each model comes first.
FACTORIES = dict(reversed(list(_factories())))


def record_of(model, office):
    """A new record of ``model`` that belongs to ``office``."""
    if model is Office:
        return office
    if model is User:
        return FACTORIES[Membership](office=office).user
    path = model._default_manager.all().office_path
    return FACTORIES[model](**{path: office})
