from relationships.models.agreement import Agreement
from relationships.models.agreement_document import AgreementDocument
from relationships.models.city import City, CityAlias, HomeCity
from relationships.models.cohort import Cohort
from relationships.models.contact import Contact, PrimaryContact
from relationships.models.decision import Decision
from relationships.models.leader import Leader
from relationships.models.people import Organisation
from relationships.models.relationship import LegalStatusChange, Relationship, Tag
from relationships.models.shock import Shock

__all__ = [
    "Agreement",
    "AgreementDocument",
    "City",
    "CityAlias",
    "Cohort",
    "Contact",
    "Decision",
    "HomeCity",
    "Leader",
    "LegalStatusChange",
    "Organisation",
    "PrimaryContact",
    "Relationship",
    "Shock",
    "Tag",
]
