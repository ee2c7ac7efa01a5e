from activities.views.detail import ActivityDetail
from activities.views.listing import ActivityList
from activities.views.record import ActivityCreate, ActivityEdit
from activities.views.search import search_page
from activities.views.void import restore, void

__all__ = [
    "ActivityCreate",
    "ActivityDetail",
    "ActivityEdit",
    "ActivityList",
    "restore",
    "search_page",
    "void",
]
