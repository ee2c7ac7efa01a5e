from activities.models.activity import Activity, ActivityField, ActivityRelationship
from activities.models.attachment import Attachment
from activities.models.imports import Import, SourceRow
from activities.models.money import AidLine, FundingLine, TravelLine
from activities.models.programme import Programme

__all__ = [
    "Activity",
    "ActivityField",
    "ActivityRelationship",
    "AidLine",
    "Attachment",
    "FundingLine",
    "Import",
    "Programme",
    "SourceRow",
    "TravelLine",
]
