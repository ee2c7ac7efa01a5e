from datetime import date

import factory
from django.core.files.base import ContentFile

from relationships import models
from tests.factories.accounts import OfficeFactory
from tests.factories.record import Record


class CityFactory(Record):
    class Meta:
        model = models.City

    name = factory.Sequence(lambda n: f"City {n}")
    country = "CN"


class CityAliasFactory(Record):
    class Meta:
        model = models.CityAlias

    city = factory.SubFactory(CityFactory)
    name = factory.Sequence(lambda n: f"Alias {n}")


class HomeCityFactory(Record):
    class Meta:
        model = models.HomeCity

    office = factory.SubFactory(OfficeFactory)
    city = factory.SubFactory(CityFactory, country="CA")


class RelationshipFactory(Record):
    class Meta:
        model = models.Relationship

    office = factory.SubFactory(OfficeFactory)
    home_city = factory.SubFactory(CityFactory, country="CA")
    partner_city = factory.SubFactory(CityFactory)
    start_date = date(1985, 5, 14)


class ReferenceTieFactory(RelationshipFactory):
    office = None


class TagFactory(Record):
    class Meta:
        model = models.Tag

    office = factory.SubFactory(OfficeFactory)
    name = factory.Sequence(lambda n: f"Tag {n}")


class CohortFactory(Record):
    class Meta:
        model = models.Cohort

    name = factory.Sequence(lambda n: f"cohort-{n}")


class LegalStatusChangeFactory(Record):
    class Meta:
        model = models.LegalStatusChange

    relationship = factory.SubFactory(RelationshipFactory)
    status = "in_force"
    date = date(1985, 5, 14)


class AgreementFactory(Record):
    class Meta:
        model = models.Agreement

    relationship = factory.SubFactory(RelationshipFactory)
    kind = "sister"
    signed_date = date(1985, 5, 14)


class AgreementDocumentFactory(Record):
    class Meta:
        model = models.AgreementDocument

    agreement = factory.SubFactory(AgreementFactory)
    file = factory.LazyFunction(lambda: ContentFile(b"%PDF-1.7\n%%EOF", name="agreement.pdf"))
    original_name = "Agreement of 1985.pdf"
    content_type = "application/pdf"
    size = 14
    sha256 = factory.Sequence(lambda n: f"{n:064x}")


class DecisionFactory(Record):
    class Meta:
        model = models.Decision

    relationship = factory.SubFactory(RelationshipFactory)
    body = "City Council"
    decided_date = date(2019, 3, 4)
    motion = "That the anniversary be kept."
    result = "carried"


class OrganisationFactory(Record):
    class Meta:
        model = models.Organisation

    office = factory.SubFactory(OfficeFactory)
    name = factory.Sequence(lambda n: f"School {n}")
    kind = "school"
    side = "ours"


class ContactFactory(Record):
    class Meta:
        model = models.Contact

    class Params:
        name = factory.Sequence(lambda n: f"Contact {n}")

    office = factory.SubFactory(OfficeFactory)
    family_name = factory.LazyAttribute(lambda contact: contact.name.partition(" ")[0])
    given_name = factory.LazyAttribute(lambda contact: contact.name.partition(" ")[2])
    name_order = "family"
    post = "Director"
    side = "partner"


class PrimaryContactFactory(Record):
    class Meta:
        model = models.PrimaryContact

    contact = factory.SubFactory(ContactFactory)
    relationship = factory.SubFactory(
        RelationshipFactory, office=factory.SelfAttribute("..contact.office")
    )
    side = "partner"


class LeaderFactory(Record):
    class Meta:
        model = models.Leader

    city = factory.SubFactory(CityFactory)
    post = "mayor"
    name = factory.Sequence(lambda n: f"Mayor {n}")
    from_date = date(2017, 11, 1)


class ShockFactory(Record):
    class Meta:
        model = models.Shock

    name = factory.Sequence(lambda n: f"Shock {n}")
    kind = "dispute"
    start_date = date(2018, 12, 1)
