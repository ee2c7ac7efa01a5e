from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import DefaultRouter

from activities.api import ActivityViewSet
from relationships.api import RelationshipViewSet
from reports.api import AlertViewSet, SummaryView

router = DefaultRouter()
router.include_format_suffixes = False  # there is one format
router.register("relationships", RelationshipViewSet, basename="relationship")
router.register("activities", ActivityViewSet, basename="activity")
router.register("alerts", AlertViewSet, basename="alert")

urlpatterns = [
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("summaries/<slug:office>/<int:year>/", SummaryView.as_view(), name="api-summary"),
    path("", include((router.urls, "api"))),
]
