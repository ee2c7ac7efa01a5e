from django.urls import path

from activities import views

urlpatterns = [
    path("search/", views.search_page, name="search"),
    path("activities/", views.ActivityList.as_view(), name="activity_list"),
    path("activities/new/", views.ActivityCreate.as_view(), name="activity_create"),
    path("activities/<int:pk>/", views.ActivityDetail.as_view(), name="activity_detail"),
    path("activities/<int:pk>/edit/", views.ActivityEdit.as_view(), name="activity_edit"),
    path("activities/<int:pk>/happened/", views.happened, name="activity_happened"),
    path("activities/<int:pk>/counts/", views.counts, name="activity_counts"),
    path("activities/<int:pk>/not-held/", views.not_held, name="activity_not_held"),
    path("activities/<int:pk>/undo/", views.undo, name="activity_undo"),
    path("activities/<int:pk>/files/", views.files, name="activity_files"),
    path("activities/<int:pk>/files/<int:file>/", views.file, name="activity_file"),
    path("activities/<int:pk>/files/<int:file>/remove/", views.remove, name="activity_file_remove"),
    path(
        "activities/<int:pk>/files/<int:file>/put-back/",
        views.put_back,
        name="activity_file_put_back",
    ),
    path("activities/<int:pk>/void/", views.void, name="activity_void"),
    path("activities/aid/", views.aid_ledger, name="aid_ledger"),
    path("activities/aid/export/", views.aid_export, name="aid_export"),
    path("activities/aid/<int:pk>/in-return/", views.aid_in_return, name="aid_in_return"),
    path("imports/", views.ImportList.as_view(), name="import_list"),
    path("imports/new/", views.import_create, name="import_create"),
    path(
        "imports/template/<slug:kind>.<slug:format>", views.import_template, name="import_template"
    ),
    path("imports/<int:pk>/", views.import_detail, name="import_detail"),
    path("imports/<int:pk>/columns/", views.import_columns, name="import_columns"),
    path("imports/<int:pk>/rows/<int:line>/", views.import_row, name="import_row"),
    path("imports/<int:pk>/decide/", views.import_decide, name="import_decide"),
    path("imports/<int:pk>/updates/", views.import_updates, name="import_updates"),
    path("imports/<int:pk>/check/", views.import_check, name="import_check"),
    path("imports/<int:pk>/take/", views.import_take, name="import_take"),
    path("imports/<int:pk>/take-back/", views.import_take_back, name="import_take_back"),
    path("imports/<int:pk>/discard/", views.import_discard, name="import_discard"),
    path("imports/<int:pk>/file/", views.import_file, name="import_file"),
    path("imports/<int:pk>/to-correct/", views.import_refused, name="import_refused"),
    path("activities/<int:pk>/restore/", views.restore, name="activity_restore"),
]
