from datetime import UTC, date, datetime

import factory
from django.core.files.base import ContentFile

from activities import models
from relationships.dates import PartialDate
from tests.factories.accounts import OfficeFactory
from tests.factories.record import Record
from tests.factories.relationships import RelationshipFactory


class ActivityFactory(Record):
    """An activity on ``when`` (until ``until``), as "2019", "2019-05" or "2019-05-14".

    It belongs to the ``relationships`` given, or to a new one of its office.
    """

    class Meta:
        model = models.Activity

    class Params:
        when = "2019-05-14"
        until = factory.SelfAttribute("when")

    title = factory.Sequence(lambda n: f"Activity {n}")
    type = "other"
    start_date = factory.LazyAttribute(lambda a: PartialDate.parse(a.when).first)
    start_precision = factory.LazyAttribute(lambda a: PartialDate.parse(a.when).precision)
    end_date = factory.LazyAttribute(lambda a: PartialDate.parse(a.until).last)
    end_precision = factory.LazyAttribute(lambda a: PartialDate.parse(a.until).precision)
    recorded_date = factory.SelfAttribute("end_date")

    @classmethod
    def _create(cls, model, *args, relationships=(), fields=(), **values):
        made_for = {"office": values["office"]} if "office" in values else {}
        ties = list(relationships) or [RelationshipFactory(**made_for)]
        activity = super()._create(model, *args, **{"office": ties[0].office} | values)
        activity.relationships.set(ties)
        for field in fields:
            activity.fields.create(field=field)
        return activity


class FundingLineFactory(Record):
    class Meta:
        model = models.FundingLine

    activity = factory.SubFactory(ActivityFactory)
    payer = "our_city"
    amount = 1500
    currency = "CAD"


class TravelLineFactory(Record):
    class Meta:
        model = models.TravelLine

    activity = factory.SubFactory(ActivityFactory)
    member = "The mayor"
    destination = "Shanghai"
    from_date = date(2019, 5, 14)
    to_date = date(2019, 5, 20)
    cost_to_council = 4000
    total_cost = 5000
    currency = "CAD"
    reason = "Anniversary"


class AidLineFactory(Record):
    class Meta:
        model = models.AidLine

    activity = factory.SubFactory(ActivityFactory)
    kind = "donation"
    item = "Masks"


class ProgrammeFactory(Record):
    class Meta:
        model = models.Programme

    relationship = factory.SubFactory(RelationshipFactory)
    name = factory.Sequence(lambda n: f"Programme {n}")
    first_year = 2015


class AttachmentFactory(Record):
    class Meta:
        model = models.Attachment

    activity = factory.SubFactory(ActivityFactory)
    title = "Programme of the visit"
    file = factory.LazyFunction(lambda: ContentFile(b"text", name="programme.txt"))
    original_name = "programme.txt"
    content_type = "text/plain"
    size = 4
    sha256 = factory.Sequence(lambda n: f"{n:064x}")


class ImportFactory(Record):
    class Meta:
        model = models.Import

    office = factory.SubFactory(OfficeFactory)
    kind = "tie"
    state = "taken"
    taken_at = datetime(2020, 1, 2, 9, tzinfo=UTC)
    file_name = "ties.csv"
    sha256 = "0" * 64


class SourceRowFactory(Record):
    class Meta:
        model = models.SourceRow

    source = factory.SubFactory(ImportFactory)
    office = factory.SelfAttribute("source.office")
    kind = "tie"
    key = factory.Sequence(lambda n: f"T{n}")
    line = factory.Sequence(lambda n: n + 2)
    relationship = factory.SubFactory(RelationshipFactory, office=factory.SelfAttribute("..office"))


class CheckedRowFactory(Record):
    class Meta:
        model = models.CheckedRow

    source = factory.SubFactory(ImportFactory)
    line = factory.Sequence(lambda n: n + 2)
    rank = 2
    outcome = "created"
