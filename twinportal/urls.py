from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("", include("accounts.urls")),
    path("", include("relationships.urls")),
    path("", include("activities.urls")),
    path("", include("reports.urls")),
    path("admin/", admin.site.urls),
    path("api/", include("twinportal.api")),
    path("language/", login_not_required(set_language), name="set_language"),
]
