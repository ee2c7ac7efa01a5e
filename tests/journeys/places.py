"""Every page of the portal, each with an address that has something to show."""

from datetime import date
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils import timezone

from accounts.current_office import today_in
from accounts.models import Office, User
from activities.models import Activity, Import, Programme
from relationships.models import Leader, Relationship, Shock
from reports.council.stopping import stop_address
from reports.editions.building import request_edition
from reports.editions.issuing import issue_edition
from reports.models import Alert, JobRun
from reports.network.editions.building import build_network_edition, request_network_edition
from reports.network.sharing import sharing_with
from reports.tasks import build_edition
from tests.activities.incoming.sending import import_to_settle
from tests.factories import (
    ActivityFactory,
    AgreementDocumentFactory,
    AidLineFactory,
    CohortFactory,
    DecisionFactory,
    ProgrammeFactory,
)
from tests.journeys.people import people_places

# Addresses that show no page of their own: they lead on, or hand out a file.
LEAD_ON = {
    "import_template",
    "import_file",
    "import_refused",
    "import_decide",
    "import_updates",
    "import_check",
    "import_take",
    "import_take_back",
    "import_discard",
    "activity_file",
    "activity_file_remove",
    "activity_file_put_back",
    "activity_undo",
    "programme_end",
    "aid_export",
    "stress_test_export",
    "compare_file",
    "compare_picture",
    "leader_remove",
    "shock_remove",
    "shock_restore",
    "cohort_remove",
    "cohort_put_back",
    "travel_file",
    "chart_file",
    "shock_file",
    "calendar_link",
    "calendar_feed",
    "register_ties_csv",
    "register_ties_json",
    "register_activities_csv",
    "register_activities_json",
    "register_strip",
    "register_settings",  # not for an officer, no more than the next
    "register_preview",
    "home",
    "network",  # not for an officer, no more than the next seven
    "network_file",
    "network_editions",
    "network_edition",
    "network_edition_retry",
    "network_edition_file",
    "sharing",
    "contact_verify",
    "contact_primary",
    "contact_unmerge",
    "contact_apart",
    "organisation_apart",
    "contact_export",
    "contact_anonymise",  # not for an officer; the journey of people opens it
    "organisation_lookup",
    "organisation_unmerge",
    "relationship_lookup",
    "city_lookup",
    "legal_status_undo",
    "agreement_document",
    "agreement_document_remove",
    "agreement_document_restore",
    "activity_preview",
    "annual_return_undo",
    "quick_record",
    "sign_out",
    "edition_retry",
    "edition_issue",
    "edition_rebuild",
    "edition_discard",
    "edition_file",
}


def places(office: Office) -> list[tuple[str, str]]:
    """Names and addresses; a name begins with that of its address and says what is shown."""
    return [
        ("sign_in", "/sign-in/"),
        ("example", "/example/"),
        *_register(office),
        *_dashboards(),
        *_shocks_and_leaders(office),
        *_mails(office),
        *_relationships(office),
        *people_places(office),
        *_activities(office),
        *_alerts(office),
        *_imports(office),
        *_returns(),
        *_editions(office),
    ]


def places_of_an_administrator() -> list[tuple[str, str]]:
    """Names and addresses of pages that an officer may not open."""
    return [
        ("register_settings", "/settings/register/"),
        ("register_preview", "/settings/register/preview/"),
        ("sharing", reverse("sharing")),
    ]


def places_of_a_network() -> list[tuple[str, str]]:
    """Those of somebody who reads sums over the offices that share; the edition is built."""
    viewer = User.objects.get(email="network@portal.example")
    sharing = sharing_with(viewer)
    edition = request_network_edition(
        sharing=sharing, year=2025, as_of=date(2025, 12, 31), language=viewer.language, by=viewer
    )
    build_network_edition(edition=edition)
    return [
        ("network", "/network/"),
        ("network-2019", "/network/?year=2019"),
        ("network_editions", "/network/editions/"),
        ("network_edition", edition.get_absolute_url()),
        ("dashboard-network", "/dashboard/"),
    ]


def _mails(office):
    reader = office.memberships.filter(council_digest="none").first()
    yield "emails", "/account/e-mails/"
    yield "digest_preview", f"/account/e-mails/digest/?office={office.slug}&rhythm=yearly"
    yield "stop_digest", urlsplit(stop_address(reader)).path


def _register(office):
    tie = Relationship.objects.of_office(office).get(partner_city__name="Morioka")
    yield "register", "/register/"
    yield "register_office", f"/register/{office.slug}/"
    yield "register_open_data", f"/register/{office.slug}/open-data/"
    yield "register_tie", f"/register/{office.slug}/{tie.pk}-victoria-morioka/"


def _dashboards():
    yield "dashboard", "/dashboard/"
    yield "dashboard-2015", "/dashboard/?year=2015"
    yield "stress_test", "/dashboard/stress-test/"
    yield "stress_test-china", "/dashboard/stress-test/?country=CN"
    yield "travel", "/dashboard/travel/"
    yield "travel-nothing", "/dashboard/travel/?year=nothing"
    yield "compare", "/dashboard/compare/"
    yield "compare-victoria", "/dashboard/compare/?group=office:victoria&other=reference"
    yield "compare-nothing", "/dashboard/compare/?group=nobody&other=nowhere"
    real = "group=cohort:canada_china&other=cohort:japan_china&from=2015&to=2019"
    yield "compare_ties", f"/dashboard/compare/ties/?{real}"
    yield "compare_ties-left-out", f"/dashboard/compare/ties/?{real}&which=left_out&side=other"


def _shocks_and_leaders(office):
    shared = Shock.objects.get(office=None, kind="epidemic")
    own = Shock.objects.filter(office=office).first()
    term = Leader.objects.filter(city__name="Victoria").first()
    yield "leader_list", "/dashboard/leaders/"
    yield "leader_create", "/dashboard/leaders/new/"
    yield "leader_edit", f"/dashboard/leaders/{term.pk}/edit/"
    yield "shock_list", "/dashboard/shocks/"
    yield "shock_create", "/dashboard/shocks/new/"
    yield "shock_detail", own.get_absolute_url()
    yield "shock_detail-shared", f"{shared.get_absolute_url()}?country=JP"
    yield "shock_edit", f"{own.get_absolute_url()}edit/"


def _relationships(office):
    tie = Relationship.objects.of_office(office).get(partner_city__name="Morioka")
    reference = Relationship.objects.reference().first()
    yield "relationship_list", "/relationships/"
    yield "relationship_list-reference", "/relationships/?scope=reference"
    yield "relationship_list-nothing", "/relationships/?q=nowhere"
    yield "relationship_detail", tie.get_absolute_url()
    yield "relationship_detail-reference", reference.get_absolute_url()
    yield "draft_resolution", f"{tie.get_absolute_url()}resolution/"
    suzhou = Relationship.objects.of_office(office).get(partner_city__name="Suzhou")
    cohort = CohortFactory(office=office, title="Asia")
    cohort.relationships.add(suzhou)
    yield "cohort_create", "/dashboard/compare/cohorts/new/?country=CN"
    yield "cohort_edit", cohort.get_absolute_url()
    yield "compare_partner", f"/dashboard/compare/partners/{suzhou.pk}/"
    yield from _papers(tie)


def _papers(tie):
    here = tie.get_absolute_url()
    agreement = AgreementDocumentFactory(agreement__relationship=tie).agreement
    yield "relationship_sheet", f"{here}sheet/"
    yield "relationship_create", "/relationships/new/"
    yield "relationship_edit", f"{here}edit/"
    yield "decision_create", f"{here}decisions/new/"
    yield "decision_edit", f"/decisions/{DecisionFactory(relationship=tie).pk}/edit/"
    yield "legal_status_change", f"{here}legal-status/"
    yield "agreement_create", f"{here}agreements/new/?renews={agreement.pk}"
    yield "agreement_detail", agreement.get_absolute_url()
    yield "agreement_edit", f"{agreement.get_absolute_url()}edit/"
    yield "city_find", "/cities/find/?q=suz"
    yield "city_find-nothing", "/cities/find/?q=nowhere"
    yield "city_create", "/cities/new/?name=Suzhou&country=CN"


def _activities(office):
    tie = Relationship.objects.of_office(office).get(partner_city__name="Suzhou")
    activity = Activity.objects.of_office(office).live().first()
    void = ActivityFactory(relationships=[tie], status="void", reason_code="mistake")
    yield "search", "/search/?q=Suzhou"
    yield "search-nothing", "/search/?q=nowhere"
    yield "search-group", "/search/?q=a&group=activities"
    yield "history", f"/history/activities/activity/{activity.pk}/"
    programme = Programme.objects.of_office(office).first() or ProgrammeFactory(
        relationship=tie, first_year=2022
    )
    line = AidLineFactory(activity=activity, item="Masks", quantity=30000, unit="pieces")
    yield "aid_ledger", "/activities/aid/"
    yield "aid_ledger-nothing", "/activities/aid/?item=nowhere"
    yield "aid_in_return", f"/activities/aid/{line.pk}/in-return/"
    yield "programme_list", "/activities/programmes/"
    yield "programme_create", "/activities/programmes/new/"
    yield "programme_detail", programme.get_absolute_url()
    yield "programme_edit", f"{programme.get_absolute_url()}edit/"
    yield "calendar", "/activities/calendar/?month=2015-10"
    yield "calendar-nothing", "/activities/calendar/?month=1200-01"
    yield "activity_list", "/activities/"
    yield "activity_list-nothing", "/activities/?q=nowhere"
    yield "activity_create", f"/activities/new/?relationship={tie.pk}"
    yield "activity_detail", activity.get_absolute_url()
    yield "activity_edit", f"{activity.get_absolute_url()}edit/"
    yield "activity_happened", f"{activity.get_absolute_url()}happened/"
    yield "activity_counts", f"{activity.get_absolute_url()}counts/"
    yield "activity_not_held", f"{activity.get_absolute_url()}not-held/"
    yield "activity_files", f"{activity.get_absolute_url()}files/"
    yield "activity_void", f"{activity.get_absolute_url()}void/"
    yield "activity_restore", f"{void.get_absolute_url()}restore/"


def _imports(office):
    known = import_to_settle(office)
    taking = import_to_settle(office)
    Import.objects.filter(pk=taking.pk).update(state="taking", done=3, total=8)
    source = known.get_absolute_url()
    yield "import_create", "/imports/new/"
    yield "import_detail", source
    yield "import_detail-nothing", f"{source}?outcome=ignored"
    yield "import_detail-taking", taking.get_absolute_url()
    yield "import_columns", f"{source}columns/"
    yield "import_row", f"{source}rows/3/"
    yield "import_list", "/imports/"


def _alerts(office):
    open_one, settled = Alert.objects.of_office(office).order_by("-kind")[:2]
    settled.resolve(by=None, note="Retired by council.")
    yield "alert_list", "/alerts/"
    yield "alert_list-nothing", "/alerts/?q=nowhere"
    yield "alert_detail", open_one.get_absolute_url()
    yield "alert_detail-resolved", settled.get_absolute_url()


def _returns():
    yield "desk", "/desk/?whose=office"
    yield "desk-mine", "/desk/?whose=mine"
    yield "annual_return", "/returns/?whose=office"
    yield "annual_return-2023", "/returns/?whose=office&year=2023"
    yield "annual_return-running", "/returns/?whose=office&year=2026"


def _editions(office):
    built, failed, waiting, issued = (
        request_edition(office=office, year=year, as_of=today_in(office), language=office.language)
        for year in (2025, 2024, 2023, 2022)
    )
    build_edition(edition_id=built.pk)
    build_edition(edition_id=issued.pk)
    issue_edition(edition=issued, by=None, at=timezone.now())
    build_edition(edition_id=issued.pk)
    JobRun.objects.filter(edition=failed).update(state="failed", note="It could not be built.")
    yield "edition_list", "/editions/"
    yield "edition_create", "/editions/new/"
    yield "edition_detail", built.get_absolute_url()
    yield "edition_detail-issued", issued.get_absolute_url()
    yield "edition_restate", f"{issued.get_absolute_url()}restate/"
    yield "edition_detail-failed", failed.get_absolute_url()
    yield "edition_detail-waiting", waiting.get_absolute_url()
