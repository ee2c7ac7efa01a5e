"""The words an activity is described with. Stored words are what files and the API use too."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActivityType(models.TextChoices):
    OFFICIAL_VISIT = "official_visit", _("Official visit")
    TRADE_MISSION = "trade_mission", _("Trade mission")
    STAFF_EXCHANGE = "staff_exchange", _("Staff exchange")
    STUDENT_EXCHANGE = "student_exchange", _("Student exchange")
    TEACHER_EXCHANGE = "teacher_exchange", _("Teacher exchange")
    ONLINE_CLASSROOM = "online_classroom", _("Online classroom")
    HOMESTAY = "homestay", _("Homestay")
    EXHIBITION = "exhibition", _("Exhibition")
    PERFORMANCE = "performance", _("Performance")
    SPORTS = "sports", _("Sports")
    CONFERENCE = "conference", _("Conference")
    BUSINESS_MEETING = "business_meeting", _("Business meeting")
    VOLUNTEER_PROJECT = "volunteer_project", _("Volunteer project")
    AID = "aid", _("Aid")
    ANNIVERSARY = "anniversary", _("Anniversary or signing")
    MONUMENT = "monument", _("Monument or gift")
    LANGUAGE_CLASS = "language_class", _("Language class")
    TOURISM_PROMOTION = "tourism_promotion", _("Tourism promotion")
    GREETING = "greeting", _("Greeting")
    OTHER = "other", _("Other")


class FieldOfWork(models.TextChoices):
    ADMINISTRATION = "administration", _("Administration")
    EDUCATION = "education", _("Education")
    YOUTH = "youth", _("Youth")
    CULTURE = "culture", _("Culture and arts")
    SPORT = "sport", _("Sport")
    ECONOMY = "economy", _("Economy and trade")
    TOURISM = "tourism", _("Tourism")
    SCIENCE = "science", _("Science and technology")
    ENVIRONMENT = "environment", _("Environment")
    HEALTH = "health", _("Health")
    AGRICULTURE = "agriculture", _("Agriculture")
    URBAN_PLANNING = "urban_planning", _("Urban planning")
    TRANSPORT = "transport", _("Transport")
    HUMANITARIAN = "humanitarian", _("Humanitarian")
    MEDIA = "media", _("Media")
    OTHER = "other", _("Other")


class Mode(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    VIRTUAL = "virtual", _("Virtual")
    HYBRID = "hybrid", _("Hybrid")
    CORRESPONDENCE = "correspondence", _("By correspondence")


class Direction(models.TextChoices):
    OUTBOUND = "outbound", _("Outbound")
    INBOUND = "inbound", _("Inbound")
    BOTH = "both", _("Both ways")
    THIRD_PLACE = "third_place", _("In a third place")
    NONE = "none", _("Nobody travelled")


class Status(models.TextChoices):
    IDEA = "idea", _("Idea")
    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    POSTPONED = "postponed", _("Postponed")
    DECLINED = "declined", _("Declined")
    CANCELLED = "cancelled", _("Cancelled")
    VOID = "void", _("Void")


NOT_HELD = [Status.POSTPONED, Status.DECLINED, Status.CANCELLED, Status.VOID]


class Reason(models.TextChoices):
    """Why an activity was postponed, declined, cancelled or made void."""

    DISPUTE = "dispute", _("Diplomatic dispute")
    EPIDEMIC = "epidemic", _("Epidemic")
    DISASTER = "disaster", _("Disaster")
    BUDGET = "budget", _("Budget")
    COUNCIL = "council", _("Decision of council")
    ELECTION = "election", _("Election or change of leader")
    VISA = "visa", _("Visa or border")
    SCHEDULE = "schedule", _("Dates did not suit")
    NO_ANSWER = "no_answer", _("No answer")
    MISTAKE = "mistake", _("Recorded by mistake")
    DUPLICATE = "duplicate", _("Recorded twice")
    OTHER = "other", _("Other")


class ReasonSide(models.TextChoices):
    OURS = "ours", _("Our side")
    PARTNER = "partner", _("Partner's side")
    BOTH = "both", _("Both sides")
    OUTSIDE = "outside", _("Outside")


class GovernmentRole(models.TextChoices):
    NONE = "none", _("No part")
    COURTESY = "courtesy", _("Courtesy only")
    PARTICIPANT = "participant", _("Took part")
    LEAD = "lead", _("Led it")


class Substance(models.TextChoices):
    SUBSTANTIVE = "substantive", _("Substantive")
    COURTESY = "courtesy", _("Courtesy only")


class Evidence(models.TextChoices):
    SELF_REPORTED = "self_reported", _("Self-reported")
    DOCUMENTED = "documented", _("Documented")
    PARTNER_CONFIRMED = "partner_confirmed", _("Confirmed by the partner")


class Involvement(models.TextChoices):
    """Who an activity involved; derived by the database, METRICS.md “What counts”."""

    GOVERNMENT = "G", _("government only")
    MIXED = "M", _("mixed")
    COMMUNITY = "C", _("community")
    BUSINESS = "B", _("business only")
    UNCLASSIFIED = "U", _("not classified")


class Group(models.TextChoices):
    """The groups of people whose numbers are kept, each with a column of its name."""

    ELECTED = "elected", _("Elected members")
    OFFICIALS = "officials", _("Officials")
    STUDENTS = "students", _("Students")
    TEACHERS = "teachers", _("Teachers")
    ARTISTS = "artists", _("Artists")
    ATHLETES = "athletes", _("Athletes")
    BUSINESS = "business", _("Business people")
    ACADEMICS = "academics", _("Academics")
    CIVIC = "civic", _("Members of civic groups")
    RESIDENTS = "residents", _("Other residents")


COMMUNITY_GROUPS = [
    Group.STUDENTS,
    Group.TEACHERS,
    Group.ARTISTS,
    Group.ATHLETES,
    Group.ACADEMICS,
    Group.CIVIC,
    Group.RESIDENTS,
]


def unnumbered(group: str) -> str:
    """The column that says that ``group`` took part with its number unknown."""
    return f"{group}_unnumbered"
