from django.urls import path

from reports.views.dashboard import dashboard
from reports.views.home import home
from reports.views.relationship import relationship_detail
from reports.views.relationships import relationship_list

urlpatterns = [
    path("", home, name="home"),
    path("dashboard/", dashboard, name="dashboard"),
    path("relationships/", relationship_list, name="relationship_list"),
    path("relationships/<int:pk>/", relationship_detail, name="relationship_detail"),
]
