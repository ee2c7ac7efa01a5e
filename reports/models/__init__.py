from reports.models.alert import Alert, AlertKind, AlertState, AlertStep
from reports.models.annual_return import AnnualReturn
from reports.models.calendar_feed import CalendarFeed
from reports.models.edition import Edition, EditionFile
from reports.models.evaluation import Evaluation
from reports.models.job_run import JobRun
from reports.models.message import Message
from reports.models.network_edition import NetworkEdition, NetworkEditionFile
from reports.models.policy import Policy

__all__ = [
    "Alert",
    "AlertKind",
    "AlertState",
    "AlertStep",
    "AnnualReturn",
    "CalendarFeed",
    "Edition",
    "EditionFile",
    "Evaluation",
    "JobRun",
    "Message",
    "NetworkEdition",
    "NetworkEditionFile",
    "Policy",
]
