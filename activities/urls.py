from django.urls import path

from activities import views

urlpatterns = [
    path("search/", views.search_page, name="search"),
    path("activities/", views.ActivityList.as_view(), name="activity_list"),
    path("activities/new/", views.ActivityCreate.as_view(), name="activity_create"),
    path("activities/<int:pk>/", views.ActivityDetail.as_view(), name="activity_detail"),
    path("activities/<int:pk>/edit/", views.ActivityEdit.as_view(), name="activity_edit"),
    path("activities/<int:pk>/void/", views.void, name="activity_void"),
    path("activities/<int:pk>/restore/", views.restore, name="activity_restore"),
]
