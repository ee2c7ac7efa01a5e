from django.urls import path

from reports.views.alerts import alert_detail, alert_list
from reports.views.annual_return import annual_return, annual_return_undo
from reports.views.calendar import calendar, calendar_link
from reports.views.calendar_feed import calendar_feed
from reports.views.chart_files import chart_file
from reports.views.cohorts import cohort_create, cohort_edit, cohort_put_back, cohort_remove
from reports.views.compare import compare, compare_file, compare_picture, compare_ties
from reports.views.compare_partner import compare_partner
from reports.views.dashboard import dashboard
from reports.views.desk import desk, quick_record
from reports.views.draft_resolution import resolution
from reports.views.editions import (
    edition_create,
    edition_detail,
    edition_file,
    edition_list,
    edition_retry,
)
from reports.views.emails import digest_preview, emails, stop_digest
from reports.views.example import example
from reports.views.home import home
from reports.views.issuing import (
    edition_discard,
    edition_issue,
    edition_rebuild,
    edition_restate,
)
from reports.views.leaders import LeaderEdit, leader_create, leader_list, leader_remove
from reports.views.network import network, network_file
from reports.views.network_editions import (
    network_edition,
    network_edition_file,
    network_edition_retry,
    network_editions,
)
from reports.views.preview import activity_preview
from reports.views.programmes import (
    ProgrammeCreate,
    ProgrammeEdit,
    programme_detail,
    programme_end,
    programme_list,
)
from reports.views.register.open_data import (
    register_activities_csv,
    register_activities_json,
    register_ties_csv,
    register_ties_json,
)
from reports.views.register.pages import (
    register_list,
    register_office,
    register_open_data,
    register_tie,
)
from reports.views.register.settings import register_preview, register_settings
from reports.views.register.strip import register_strip
from reports.views.relationship import relationship_detail
from reports.views.relationships import relationship_list
from reports.views.sheet import relationship_sheet
from reports.views.shock_files import shock_file
from reports.views.shock_lens import shock_detail
from reports.views.shocks import (
    ShockEdit,
    shock_create,
    shock_list,
    shock_remove,
    shock_restore,
)
from reports.views.stress_test import stress_test, stress_test_export
from reports.views.travel import travel, travel_file

urlpatterns = [
    path("", home, name="home"),
    path("activities/preview/", activity_preview, name="activity_preview"),
    path("desk/", desk, name="desk"),
    path("desk/record/", quick_record, name="quick_record"),
    path("dashboard/", dashboard, name="dashboard"),
    path("dashboard/charts/<slug:chart>.<slug:format>", chart_file, name="chart_file"),
    path("dashboard/leaders/", leader_list, name="leader_list"),
    path("dashboard/leaders/new/", leader_create, name="leader_create"),
    path("dashboard/leaders/<int:pk>/edit/", LeaderEdit.as_view(), name="leader_edit"),
    path("dashboard/leaders/<int:pk>/remove/", leader_remove, name="leader_remove"),
    path("dashboard/shocks/", shock_list, name="shock_list"),
    path("dashboard/shocks/new/", shock_create, name="shock_create"),
    path("dashboard/shocks/<int:pk>/", shock_detail, name="shock_detail"),
    path("dashboard/shocks/<int:pk>/<slug:what>.<slug:format>", shock_file, name="shock_file"),
    path("dashboard/shocks/<int:pk>/edit/", ShockEdit.as_view(), name="shock_edit"),
    path("dashboard/shocks/<int:pk>/remove/", shock_remove, name="shock_remove"),
    path("dashboard/shocks/<int:pk>/restore/", shock_restore, name="shock_restore"),
    path("dashboard/stress-test/", stress_test, name="stress_test"),
    path("dashboard/stress-test/export/", stress_test_export, name="stress_test_export"),
    path("dashboard/compare/", compare, name="compare"),
    path("dashboard/compare/figures.csv", compare_file, name="compare_file"),
    path("dashboard/compare/bars.<slug:format>", compare_picture, name="compare_picture"),
    path("dashboard/compare/cohorts/new/", cohort_create, name="cohort_create"),
    path("dashboard/compare/cohorts/<int:pk>/", cohort_edit, name="cohort_edit"),
    path("dashboard/compare/cohorts/<int:pk>/remove/", cohort_remove, name="cohort_remove"),
    path("dashboard/compare/cohorts/<int:pk>/put-back/", cohort_put_back, name="cohort_put_back"),
    path("dashboard/compare/ties/", compare_ties, name="compare_ties"),
    path("dashboard/compare/partners/<int:pk>/", compare_partner, name="compare_partner"),
    path("example/", example, name="example"),
    path("account/e-mails/", emails, name="emails"),
    path("account/e-mails/digest/", digest_preview, name="digest_preview"),
    path("e-mails/stop/<str:token>/", stop_digest, name="stop_digest"),
    path("network/", network, name="network"),
    path("network/editions/", network_editions, name="network_editions"),
    path("network/editions/<int:pk>/", network_edition, name="network_edition"),
    path("network/editions/<int:pk>/again/", network_edition_retry, name="network_edition_retry"),
    path(
        "network/editions/<int:pk>/<slug:format>/",
        network_edition_file,
        name="network_edition_file",
    ),
    path("network/<slug:format>/", network_file, name="network_file"),
    path("dashboard/travel/", travel, name="travel"),
    path("dashboard/travel/<slug:format>/", travel_file, name="travel_file"),
    path("returns/", annual_return, name="annual_return"),
    path("returns/undo/", annual_return_undo, name="annual_return_undo"),
    path("activities/calendar/", calendar, name="calendar"),
    path("activities/calendar/link/", calendar_link, name="calendar_link"),
    path("calendar/<str:token>.ics", calendar_feed, name="calendar_feed"),
    path("activities/programmes/", programme_list, name="programme_list"),
    path("activities/programmes/new/", ProgrammeCreate.as_view(), name="programme_create"),
    path("activities/programmes/<int:pk>/", programme_detail, name="programme_detail"),
    path("activities/programmes/<int:pk>/edit/", ProgrammeEdit.as_view(), name="programme_edit"),
    path("activities/programmes/<int:pk>/end/", programme_end, name="programme_end"),
    path("alerts/", alert_list, name="alert_list"),
    path("alerts/<int:pk>/", alert_detail, name="alert_detail"),
    path("editions/", edition_list, name="edition_list"),
    path("editions/new/", edition_create, name="edition_create"),
    path("editions/<int:pk>/", edition_detail, name="edition_detail"),
    path("editions/<int:pk>/again/", edition_retry, name="edition_retry"),
    path("editions/<int:pk>/issue/", edition_issue, name="edition_issue"),
    path("editions/<int:pk>/anew/", edition_rebuild, name="edition_rebuild"),
    path("editions/<int:pk>/discard/", edition_discard, name="edition_discard"),
    path("editions/<int:pk>/restate/", edition_restate, name="edition_restate"),
    path("editions/<int:pk>/<slug:format>/", edition_file, name="edition_file"),
    path("relationships/", relationship_list, name="relationship_list"),
    path("relationships/<int:pk>/", relationship_detail, name="relationship_detail"),
    path("relationships/<int:pk>/sheet/", relationship_sheet, name="relationship_sheet"),
    path("relationships/<int:pk>/resolution/", resolution, name="draft_resolution"),
    path("register/", register_list, name="register"),
    path("register/<slug:slug>/", register_office, name="register_office"),
    path("register/<slug:slug>/open-data/", register_open_data, name="register_open_data"),
    path("register/<slug:slug>/ties.csv", register_ties_csv, name="register_ties_csv"),
    path("register/<slug:slug>/ties.json", register_ties_json, name="register_ties_json"),
    path(
        "register/<slug:slug>/activities.csv",
        register_activities_csv,
        name="register_activities_csv",
    ),
    path(
        "register/<slug:slug>/activities.json",
        register_activities_json,
        name="register_activities_json",
    ),
    path("register/<slug:slug>/<int:pk>-<slug:name>/", register_tie, name="register_tie"),
    path(
        "register/<slug:slug>/<int:pk>-<slug:name>/strip.svg",
        register_strip,
        name="register_strip",
    ),
    path("settings/register/", register_settings, name="register_settings"),
    path("settings/register/preview/", register_preview, name="register_preview"),
]
