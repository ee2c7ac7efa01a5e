"""The words that files use for our choices: French ones, and those of public lists.

docs/IMPORT.md explains the doubtful ones.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from activities.choices import (
    ActivityType,
    Direction,
    Evidence,
    FieldOfWork,
    GovernmentRole,
    Group,
    Mode,
    Reason,
    ReasonSide,
    Status,
    Substance,
)
from activities.imports.values.vocabulary import Vocabulary
from relationships.dates import Precision
from relationships.models.relationship import LegalStatus, Tier

TIERS = Vocabulary(
    Tier,
    {
        Tier.SISTER: [
            "sister", "sister cities", "twin", "twin town", "twin city", "twinning", "twinned",
            "jumelage", "jumelée", "ville jumelée", "villes jumelées", "ville sœur",
            # What kind of place it is, in lists that hold nothing but twinnings.
            "municipality", "special ward", "ward", "prefecture", "province", "county", "district",
        ],
        Tier.FRIENDSHIP: ["friendship", "friendly", "friendly city", "amitié", "ville amie"],
        Tier.PROJECT: ["project", "projet", "partenariat de projet", "coopération"],
        Tier.CONTACT: ["contact", "contacts", "uncertain", "incertain"],
    },
)  # fmt: skip

LEGAL_STATUSES = Vocabulary(
    LegalStatus,
    {
        LegalStatus.PROPOSED: ["proposé", "proposée", "projeté"],
        LegalStatus.IN_FORCE: ["en vigueur", "active", "actif"],
        LegalStatus.SUSPENDED: ["suspendu", "suspendue"],
        LegalStatus.ENDED: ["terminé", "terminée", "terminated", "rompu"],
        LegalStatus.HISTORICAL: ["historique"],
    },
)

TYPES = Vocabulary(
    ActivityType,
    {
        ActivityType.OFFICIAL_VISIT: ["visite officielle", "délégation officielle"],
        ActivityType.TRADE_MISSION: ["mission commerciale", "mission économique"],
        ActivityType.STAFF_EXCHANGE: ["échange de personnel", "échange technique"],
        ActivityType.STUDENT_EXCHANGE: ["échange d'élèves", "échange d'étudiants",
                                        "échange scolaire", "school exchange"],
        ActivityType.TEACHER_EXCHANGE: ["échange d'enseignants"],
        ActivityType.ONLINE_CLASSROOM: ["classe en ligne"],
        ActivityType.HOMESTAY: ["séjour en famille"],
        ActivityType.EXHIBITION: ["exposition"],
        ActivityType.PERFORMANCE: ["spectacle", "concert"],
        ActivityType.SPORTS: ["sport"],
        ActivityType.CONFERENCE: ["conférence", "colloque", "seminar", "séminaire"],
        ActivityType.BUSINESS_MEETING: ["rencontre d'affaires"],
        ActivityType.VOLUNTEER_PROJECT: ["projet bénévole"],
        ActivityType.AID: ["aide", "donation", "don"],
        ActivityType.ANNIVERSARY: ["anniversaire", "signature", "signing", "agreement", "entente"],
        ActivityType.MONUMENT: ["monument", "cadeau", "gift"],
        ActivityType.LANGUAGE_CLASS: ["cours de langue"],
        ActivityType.TOURISM_PROMOTION: ["promotion touristique"],
        ActivityType.GREETING: ["vœux", "salutations", "greetings"],
        ActivityType.OTHER: ["autre"],
    },
)  # fmt: skip


@dataclass(frozen=True)
class TypeWord:
    """What a word of a public list says about an activity, when it is none of our types."""

    type: str = ActivityType.OTHER
    mode: str = ""
    field: str = ""
    substance: str = ""
    remark: str | Promise = ""


_UNDECIDED = _("taken as “other”; name the type in the map, or on the record.")
TYPE_WORDS = {
    "arts culture": TypeWord(
        field=FieldOfWork.CULTURE,
        remark=_("a performance or an exhibition? Taken as “other”; name it in the map."),
    ),
    "education": TypeWord(field=FieldOfWork.EDUCATION, remark=_UNDECIDED),
    "meeting": TypeWord(remark=_UNDECIDED),
    "community visit": TypeWord(remark=_UNDECIDED),
    "virtual": TypeWord(mode=Mode.VIRTUAL, remark=_UNDECIDED),
    "youth exchange": TypeWord(ActivityType.STUDENT_EXCHANGE, field=FieldOfWork.YOUTH),
    "environment technical": TypeWord(ActivityType.STAFF_EXCHANGE, field=FieldOfWork.ENVIRONMENT),
    "suspension termination": TypeWord(
        substance=Substance.COURTESY,
        remark=_("the end of a tie is a contact, not an activity; it keeps no tie alive."),
    ),
}

MODES = Vocabulary(
    Mode,
    {
        Mode.IN_PERSON: ["en personne", "présentiel", "sur place"],
        Mode.VIRTUAL: ["virtuel", "virtuelle", "en ligne", "online", "video"],
        Mode.HYBRID: ["hybride"],
        Mode.CORRESPONDENCE: ["correspondance", "par correspondance", "letter", "lettre"],
    },
)

DIRECTIONS = Vocabulary(
    Direction,
    {
        Direction.OUTBOUND: ["outgoing", "sortant", "départ"],
        Direction.INBOUND: ["incoming", "entrant", "accueil"],
        Direction.BOTH: ["both ways", "les deux", "dans les deux sens"],
        Direction.THIRD_PLACE: ["lieu tiers", "ailleurs"],
        Direction.NONE: ["aucun", "aucune", "sans déplacement"],
    },
)

STATUSES = Vocabulary(
    Status,
    {
        Status.IDEA: ["idée"],
        Status.PLANNED: ["prévu", "prévue", "announced", "annoncé", "annoncée"],
        Status.HELD: ["done", "completed", "tenu", "tenue", "réalisé", "réalisée"],
        Status.POSTPONED: ["reporté", "reportée"],
        Status.DECLINED: ["décliné", "déclinée", "refusé", "refusée"],
        Status.CANCELLED: ["canceled", "annulé", "annulée"],
        Status.VOID: ["nul", "nulle", "voided"],
    },
)

ROLES = Vocabulary(
    GovernmentRole,
    {
        GovernmentRole.NONE: ["aucun", "aucune", "aucun rôle"],
        GovernmentRole.COURTESY: ["courtoisie"],
        GovernmentRole.PARTICIPANT: ["participe", "participante", "took part"],
        GovernmentRole.LEAD: ["leader", "led", "dirige", "responsable"],
    },
)

SUBSTANCES = Vocabulary(
    Substance,
    {Substance.SUBSTANTIVE: ["de fond", "substantielle"], Substance.COURTESY: ["courtoisie"]},
)

FIELDS = Vocabulary(
    FieldOfWork,
    {
        FieldOfWork.EDUCATION: ["éducation"],
        FieldOfWork.YOUTH: ["jeunesse"],
        FieldOfWork.CULTURE: ["arts", "culture", "culture et arts"],
        FieldOfWork.ECONOMY: ["économie", "trade", "commerce"],
        FieldOfWork.TOURISM: ["tourisme"],
        FieldOfWork.ENVIRONMENT: ["environnement"],
        FieldOfWork.HEALTH: ["santé"],
        FieldOfWork.HUMANITARIAN: ["humanitaire"],
        FieldOfWork.MEDIA: ["médias"],
        FieldOfWork.OTHER: ["autre"],
    },
)

PRECISIONS = Vocabulary(
    Precision,
    {
        Precision.DAY: ["jour"],
        Precision.MONTH: ["mois"],
        Precision.YEAR: ["an", "année"],
    },
)
REASONS = Vocabulary(Reason)
REASON_SIDES = Vocabulary(ReasonSide)
EVIDENCE = Vocabulary(Evidence)

GROUPS = Vocabulary(
    Group,
    {
        Group.ELECTED: ["mayor", "mayors", "councillors", "élus", "maire", "conseillers"],
        Group.OFFICIALS: ["official", "staff", "fonctionnaires", "officiels"],
        Group.STUDENTS: ["pupils", "élèves", "étudiants"],
        Group.TEACHERS: ["enseignants", "professeurs"],
        Group.ARTISTS: ["artistes", "musicians", "musiciens"],
        Group.ATHLETES: ["athlètes", "sportifs", "players"],
        Group.BUSINESS: ["businesses", "gens d'affaires", "entreprises"],
        Group.ACADEMICS: ["researchers", "universitaires", "chercheurs"],
        Group.CIVIC: ["volunteers", "bénévoles", "associations", "members of societies"],
        Group.RESIDENTS: ["citizens", "citoyens", "habitants", "résidents", "families", "familles"],
    },
)

# Young people need not be at school; whoever knows better writes “students”.
YOUTH = {"youth", "young people", "jeunes", "jeunesse", "children", "enfants"}
# An expert may be an official, an academic or a business person: the word does not say, and a
# guess would turn official visits into mixed ones.
NO_GROUP = {"expert", "experts", "specialist", "specialists", "specialistes", "others", "autres"}
