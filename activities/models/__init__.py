from activities.models.activity import Activity, ActivityField, ActivityRelationship
from activities.models.attachment import Attachment
from activities.models.checked_row import CheckedRow
from activities.models.imports import Import
from activities.models.money import AidLine, FundingLine, TravelLine
from activities.models.programme import Programme
from activities.models.source_row import SourceRow

__all__ = [
    "Activity",
    "ActivityField",
    "ActivityRelationship",
    "AidLine",
    "Attachment",
    "CheckedRow",
    "FundingLine",
    "Import",
    "Programme",
    "SourceRow",
    "TravelLine",
]
