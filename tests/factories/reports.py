from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta

import factory
from django.core.files.base import ContentFile

from reports import models
from reports.metrics import Thresholds
from tests.factories.accounts import OfficeFactory, UserFactory
from tests.factories.record import Record
from tests.factories.relationships import RelationshipFactory


class PolicyFactory(Record):
    class Meta:
        model = models.Policy

    office = factory.SubFactory(OfficeFactory)
    valid_from = date(2015, 1, 1)


class DefaultPolicyFactory(PolicyFactory):
    office = None
    valid_from = factory.Sequence(lambda n: date(2015, 1, 1) + timedelta(days=n))


class AnnualReturnFactory(Record):
    class Meta:
        model = models.AnnualReturn

    relationship = factory.SubFactory(RelationshipFactory)
    year = 2019
    state = "returned"
    attested_date = date(2020, 1, 15)


class EvaluationFactory(Record):
    class Meta:
        model = models.Evaluation

    relationship = factory.SubFactory(RelationshipFactory)
    year = 2019
    rule_version = 1
    as_of = date(2019, 12, 31)
    activity_status = "inactive"


class AlertFactory(Record):
    class Meta:
        model = models.Alert

    relationship = factory.SubFactory(RelationshipFactory)
    kind = "inactive"
    period = "2019"
    as_of = date(2019, 12, 31)
    figures = factory.Dict({"last_activity": "2014-11-30", "months": 61, "as_of": "2019-12-31"})
    rule = factory.LazyFunction(lambda: asdict(Thresholds()))


class AlertStepFactory(Record):
    class Meta:
        model = models.AlertStep

    alert = factory.SubFactory(AlertFactory)
    state = "open"


class MessageFactory(Record):
    class Meta:
        model = models.Message

    office = factory.SubFactory(OfficeFactory)
    recipient = factory.SubFactory(UserFactory)
    digest = "yearly-2019"
    message_id = factory.Sequence(lambda n: f"<{n}@example.org>")


class JobRunFactory(Record):
    class Meta:
        model = models.JobRun

    name = "edition"
    office = factory.SubFactory(OfficeFactory)


class EditionFactory(Record):
    class Meta:
        model = models.Edition

    office = factory.SubFactory(OfficeFactory)
    year = 2019
    as_of = date(2020, 3, 31)
    job_run = factory.SubFactory(JobRunFactory, office=factory.SelfAttribute("..office"))


class IssuedEditionFactory(EditionFactory):
    state = "issued"
    number = 1
    issued_at = datetime(2020, 4, 1, tzinfo=UTC)
    summary = factory.LazyFunction(dict)
    sha256 = "0" * 64


class EditionFileFactory(Record):
    class Meta:
        model = models.EditionFile

    edition = factory.SubFactory(EditionFactory)
    format = "csv"
    file = factory.LazyFunction(lambda: ContentFile(b"a,b", name="edition.csv"))
    size = 3
    sha256 = "0" * 64


class NetworkEditionFactory(Record):
    class Meta:
        model = models.NetworkEdition

    year = 2019
    as_of = date(2020, 3, 31)
    job_run = factory.SubFactory(JobRunFactory, name="network_edition", office=None)

    @factory.post_generation
    def offices(self, create, extracted, **kwargs):
        """One office, or those that are given."""
        given = extracted or OfficeFactory()
        self.offices.set(given if isinstance(given, list) else [given])


class NetworkEditionFileFactory(Record):
    class Meta:
        model = models.NetworkEditionFile

    edition = factory.SubFactory(NetworkEditionFactory)
    format = "csv"
    file = factory.LazyFunction(lambda: ContentFile(b"a,b", name="edition.csv"))
    size = 3
    sha256 = "0" * 64


class CalendarFeedFactory(Record):
    class Meta:
        model = models.CalendarFeed

    user = factory.SubFactory(UserFactory)
    office = factory.SubFactory(OfficeFactory)
    token_sha256 = factory.Sequence(lambda n: f"{n:064x}")
