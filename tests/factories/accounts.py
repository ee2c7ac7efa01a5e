import factory
from django.contrib.contenttypes.models import ContentType

from accounts.models import Change, Membership, Office, User
from accounts.roles import Role
from tests.factories.record import Record


class OfficeFactory(Record):
    class Meta:
        model = Office

    name = factory.Sequence(lambda n: f"Office {n}")
    slug = factory.Sequence(lambda n: f"office-{n}")
    time_zone = "America/Toronto"


class UserFactory(Record):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")


class MembershipFactory(Record):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    office = factory.SubFactory(OfficeFactory)
    role = Role.OFFICER


class ChangeFactory(Record):
    """One step in the history of ``record``."""

    class Meta:
        model = Change

    class Params:
        record = factory.SubFactory(UserFactory)

    content_type = whole_type = factory.LazyAttribute(
        lambda change: ContentType.objects.get_for_model(change.record)
    )
    object_id = object_pk = whole_id = factory.SelfAttribute("record.pk")
    object_repr = factory.LazyAttribute(lambda change: str(change.record))
    action = Change.Action.UPDATE
    changes = {"name": ["Then", "Now"]}
