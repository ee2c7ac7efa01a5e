"""Who may open what: every named address of the portal against every member of the cast."""

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from reports.register.published import slug_of
from tests.activities.incoming.sending import import_to_settle
from tests.factories import (
    ActivityFactory,
    AgreementDocumentFactory,
    AidLineFactory,
    AlertFactory,
    AttachmentFactory,
    CohortFactory,
    ContactFactory,
    DecisionFactory,
    EditionFileFactory,
    LeaderFactory,
    LegalStatusChangeFactory,
    NetworkEditionFileFactory,
    OrganisationFactory,
    ProgrammeFactory,
    RelationshipFactory,
    ShockFactory,
)

pytestmark = pytest.mark.django_db

CAST = ["stranger", "councillor", "officer", "coordinator", "administrator", "auditor",
        "network_viewer", "outsider"]  # fmt: skip

# Everything is asked about Montréal's own rows; the outsider is an officer of Québec.
READ = """
address                  strn coun offi coor admi audi netw outs
sign_in                   200  302  302  302  302  302  302  302
sign_out                  302  405  405  405  405  405  405  405
set_language              302  302  302  302  302  302  302  302
history                   302  403  200  200  200  200  403  404
home                      302  302  302  302  302  302  302  302
dashboard                 302  200  200  200  200  200  200  200
chart_file                302  200  200  200  200  200  200  404
leader_list               302  200  200  200  200  200  403  200
leader_create             302  403  200  200  403  403  403  200
leader_edit               302  403  200  200  403  403  403  200
leader_remove             302  405  405  405  405  405  405  405
shock_list                302  200  200  200  200  200  403  200
shock_create              302  403  200  200  403  403  403  200
shock_detail              302  200  200  200  200  200  403  404
shock_file                302  200  200  200  200  200  403  404
shock_edit                302  403  200  200  403  403  403  404
shock_remove              302  405  405  405  405  405  405  405
shock_restore             302  405  405  405  405  405  405  405
stress_test               302  200  200  200  200  200  200  200
stress_test_export        302  200  200  200  200  200  403  200
compare                   302  200  200  200  200  200  200  200
compare_file              302  302  302  302  302  302  302  302
compare_picture           302  302  302  302  302  302  302  302
compare_partner           302  200  200  200  200  200  403  404
cohort_create             302  403  200  200  403  403  403  200
cohort_edit               302  403  200  200  403  403  403  404
cohort_remove             302  405  405  405  405  405  405  405
cohort_put_back           302  405  405  405  405  405  405  405
compare_ties              302  302  302  302  302  302  403  302
example                   200  200  200  200  200  200  200  200
network                   302  403  403  403  403  403  200  403
emails                    302  200  200  200  200  200  403  200
digest_preview            302  200  200  200  200  200  403  200
stop_digest               404  404  404  404  404  404  404  404
network_file              302  403  403  403  403  403  200  403
network_editions          302  403  403  403  403  403  200  403
network_edition           302  403  403  403  403  403  200  404
network_edition_retry     302  405  405  405  405  405  405  405
network_edition_file      302  403  403  403  403  403  200  404
sharing                   302  403  403  403  200  403  403  403
travel                    302  200  200  200  200  200  403  200
travel_file               302  200  200  200  200  200  403  200
register                  200  200  200  200  200  200  200  200
register_office           404  404  404  404  404  404  404  404
register_open_data        404  404  404  404  404  404  404  404
register_ties_csv         404  404  404  404  404  404  404  404
register_ties_json        404  404  404  404  404  404  404  404
register_activities_csv   404  404  404  404  404  404  404  404
register_activities_json  404  404  404  404  404  404  404  404
register_tie              404  404  404  404  404  404  404  404
register_strip            404  404  404  404  404  404  404  404
register_settings         302  403  403  403  200  403  403  403
register_preview          302  403  403  403  200  403  403  403
relationship_list         302  200  200  200  200  200  403  200
relationship_lookup       302  200  200  200  200  200  403  200
relationship_detail       302  200  200  200  200  200  403  404
relationship_create       302  403  200  200  403  403  403  200
relationship_edit         302  403  200  200  403  403  403  404
relationship_sheet        302  200  200  200  200  200  403  404
decision_create           302  403  200  200  403  403  403  404
decision_edit             302  403  200  200  403  403  403  404
legal_status_change       302  403  200  200  403  403  403  404
legal_status_undo         302  405  405  405  405  405  405  405
agreement_create          302  403  200  200  403  403  403  404
agreement_detail          302  200  200  200  200  200  403  404
agreement_edit            302  403  200  200  403  403  403  404
agreement_document        302  200  200  200  200  200  403  404
agreement_document_remove 302  405  405  405  405  405  405  405
agreement_document_restore 302 405  405  405  405  405  405  405
city_lookup               302  200  200  200  200  200  403  200
city_find                 302  403  200  200  403  403  403  200
city_create               302  403  200  200  403  403  403  200
draft_resolution          302  200  200  200  200  200  403  404
search                    302  200  200  200  200  200  403  200
calendar                  302  200  200  200  200  200  403  200
calendar_link             302  405  405  405  405  405  405  405
calendar_feed             404  404  404  404  404  404  404  404
contact_list              302  403  200  200  200  200  403  200
contact_create            302  403  200  200  403  403  403  200
contact_detail            302  403  200  200  200  200  403  404
contact_edit              302  403  200  200  403  403  403  404
contact_verify            302  405  405  405  405  405  405  405
contact_primary           302  405  405  405  405  405  405  405
contact_handover          302  403  200  200  403  403  403  404
contact_anonymise         302  403  403  200  200  403  403  404
contact_export            302  403  403  403  200  403  403  404
contact_merge             302  403  200  200  403  403  403  404
contact_unmerge           302  405  405  405  405  405  405  405
contact_apart             302  405  405  405  405  405  405  405
people_duplicates         302  403  200  200  403  403  403  200
relationship_people       302  403  200  200  200  200  403  404
organisation_list         302  403  200  200  200  200  403  200
organisation_create       302  403  200  200  403  403  403  200
organisation_lookup       302  403  200  200  200  200  403  200
organisation_detail       302  403  200  200  200  200  403  404
organisation_edit         302  403  200  200  403  403  403  404
organisation_merge        302  403  200  200  403  403  403  404
organisation_unmerge      302  405  405  405  405  405  405  405
organisation_apart        302  405  405  405  405  405  405  405
import_list               302  403  200  200  200  200  403  200
import_create             302  403  200  200  403  403  403  200
import_template           302  200  200  200  200  200  200  200
import_detail             302  403  200  200  200  200  403  404
import_columns            302  403  200  200  403  403  403  404
import_row                302  403  200  200  403  403  403  404
import_file               302  403  200  200  200  200  403  404
import_refused            302  403  200  200  200  200  403  404
import_decide             302  405  405  405  405  405  405  405
import_updates            302  405  405  405  405  405  405  405
import_check              302  405  405  405  405  405  405  405
import_take               302  405  405  405  405  405  405  405
import_take_back          302  405  405  405  405  405  405  405
import_discard            302  405  405  405  405  405  405  405
aid_ledger                302  200  200  200  200  200  403  200
aid_export                302  200  200  200  200  200  403  200
aid_in_return             302  403  200  200  403  403  403  404
programme_list            302  200  200  200  200  200  403  200
programme_create          302  403  200  200  403  403  403  200
programme_detail          302  200  200  200  200  200  403  404
programme_edit            302  403  200  200  403  403  403  404
programme_end             302  405  405  405  405  405  405  405
activity_list             302  200  200  200  200  200  403  200
activity_create           302  403  200  200  403  403  403  200
activity_preview          302  405  405  405  405  405  405  405
activity_detail           302  200  200  200  200  200  403  404
activity_edit             302  403  200  200  403  403  403  404
activity_void             302  403  200  200  403  403  403  404
activity_happened         302  403  200  200  403  403  403  404
activity_counts           302  403  200  200  403  403  403  404
activity_not_held         302  403  200  200  403  403  403  404
activity_undo             302  405  405  405  405  405  405  405
activity_files            302  200  200  200  200  200  403  404
activity_file             302  200  200  200  200  200  403  404
activity_file_remove      302  405  405  405  405  405  405  405
activity_file_put_back    302  405  405  405  405  405  405  405
activity_restore          302  403  200  200  403  403  403  404
alert_list                302  200  200  200  200  200  403  200
alert_detail              302  200  200  200  200  200  403  404
desk                      302  403  200  200  403  403  403  200
quick_record              302  403  302  302  403  403  403  302
annual_return             302  200  200  200  200  200  403  200
annual_return_undo        302  405  405  405  405  405  405  405
edition_list              302  200  200  200  200  200  403  200
edition_create            302  403  200  200  200  403  403  200
edition_detail            302  200  200  200  200  200  403  404
edition_retry             302  405  405  405  405  405  405  405
edition_issue             302  405  405  405  405  405  405  405
edition_rebuild           302  405  405  405  405  405  405  405
edition_discard           302  405  405  405  405  405  405  405
edition_restate           302  403  302  302  302  403  403  404
edition_file              302  200  200  200  200  200  403  404
api-schema                403  200  200  200  200  200  200  200
api-summary               403  200  200  200  200  200  200  404
api:api-root              403  200  200  200  200  200  200  200
api:relationship-list     403  200  200  200  200  200  403  200
api:relationship-detail   403  200  200  200  200  200  403  404
api:activity-list         403  200  200  200  200  200  403  200
api:activity-detail       403  200  200  200  200  200  403  404
api:alert-list            403  200  200  200  200  200  403  200
api:alert-detail          403  200  200  200  200  200  403  404
"""

# What is written to, asked with an empty form: 200 is the form again, with its sentences.
WRITE = """
address                  strn coun offi coor admi audi netw outs
cohort_create             302  403  200  200  403  403  403  200
cohort_edit               302  403  200  200  403  403  403  404
cohort_remove             302  403  302  302  403  403  403  404
cohort_put_back           302  403  302  302  403  403  403  404
contact_create            302  403  200  200  403  403  403  200
contact_edit              302  403  200  200  403  403  403  404
contact_verify            302  403  302  302  403  403  403  404
contact_primary           302  403  302  302  403  403  403  404
contact_handover          302  403  200  200  403  403  403  404
contact_anonymise         302  403  403  302  302  403  403  404
contact_merge             302  403  200  200  403  403  403  404
contact_unmerge           302  403  302  302  403  403  403  404
contact_apart             302  403  302  302  403  403  403  404
organisation_create       302  403  200  200  403  403  403  200
organisation_edit         302  403  200  200  403  403  403  404
organisation_merge        302  403  200  200  403  403  403  404
organisation_unmerge      302  403  302  302  403  403  403  404
organisation_apart        302  403  302  302  403  403  403  404
relationship_create       302  403  200  200  403  403  403  200
relationship_edit         302  403  200  200  403  403  403  404
decision_create           302  403  200  200  403  403  403  404
decision_edit             302  403  200  200  403  403  403  404
legal_status_change       302  403  200  200  403  403  403  404
legal_status_undo         302  403  302  302  403  403  403  404
agreement_create          302  403  200  200  403  403  403  404
agreement_edit            302  403  200  200  403  403  403  404
agreement_document_remove 302  403  302  302  403  403  403  404
agreement_document_restore 302 403  302  302  403  403  403  404
city_create               302  403  200  200  403  403  403  200
activity_create           302  403  200  200  403  403  403  200
activity_preview          302  403  200  200  403  403  403  200
activity_edit             302  403  200  200  403  403  403  404
activity_void             302  403  200  200  403  403  403  404
activity_happened         302  403  302  302  403  403  403  404
activity_counts           302  403  200  200  403  403  403  404
activity_not_held         302  403  200  200  403  403  403  404
activity_undo             302  403  302  302  403  403  403  404
activity_files            302  403  200  200  403  403  403  404
activity_file_remove      302  403  302  302  403  403  403  404
activity_file_put_back    302  403  302  302  403  403  403  404
activity_restore          302  403  302  302  403  403  403  404
import_create             302  403  200  200  403  403  403  200
import_columns            302  403  200  200  403  403  403  404
import_row                302  403  302  302  403  403  403  404
import_decide             302  403  302  302  403  403  403  404
import_updates            302  403  302  302  403  403  403  404
import_check              302  403  302  302  403  403  403  404
import_take               302  403  403  302  403  403  403  404
import_take_back          302  403  403  302  403  403  403  404
import_discard            302  403  302  302  403  403  403  404
aid_in_return             302  403  200  200  403  403  403  404
programme_create          302  403  200  200  403  403  403  200
programme_edit            302  403  200  200  403  403  403  404
programme_end             302  403  302  302  403  403  403  404
calendar_link             302  302  302  302  302  302  403  302
sharing                   302  403  403  403  302  403  403  403
emails                    302  200  200  200  200  200  403  200
stop_digest               404  404  404  404  404  404  404  404
alert_detail              302  403  200  200  403  403  403  404
annual_return             302  403  302  302  403  403  403  302
annual_return_undo        302  403  302  302  403  403  403  302
leader_create             302  403  200  200  403  403  403  200
leader_edit               302  403  200  200  403  403  403  200
leader_remove             302  403  302  302  403  403  403  302
shock_create              302  403  200  200  403  403  403  200
shock_edit                302  403  200  200  403  403  403  404
shock_remove              302  403  302  302  403  403  403  404
shock_restore             302  403  302  302  403  403  403  404
network_editions          302  403  403  403  403  403  200  403
network_edition_retry     302  403  403  403  403  403  302  404
edition_create            302  403  200  200  200  403  403  200
edition_retry             302  403  302  302  302  403  403  404
edition_issue             302  403  403  302  302  403  403  404
edition_rebuild           302  403  302  302  302  403  403  404
edition_discard           302  403  302  302  302  403  403  404
edition_restate           302  403  302  302  302  403  403  404
register_settings         302  403  403  403  200  403  403  403
"""

# To come and go, and to choose a language, is for everybody.
FOR_EVERYBODY = {"sign_in", "sign_out", "set_language"}


def rows(table) -> dict[str, list[int]]:
    lines = [line.split() for line in table.strip().splitlines()[1:]]
    return {name: [int(status) for status in statuses] for name, *statuses in lines}


def status(answer) -> int:
    # A download keeps its file open until it is read; closing the answer by hand would end the
    # request once more, and with it the connection that the test's transaction lives in.
    if answer.streaming:
        answer.getvalue()
    return answer.status_code


def names(resolver=None, space=""):
    """Every named address, but those of the administration, which has a test of its own."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if not hasattr(pattern, "url_patterns"):
            yield f"{space}{pattern.name}"
        elif pattern.namespace != "admin":
            yield from names(pattern, f"{pattern.namespace}:" if pattern.namespace else space)


def people_of(factory, office):
    """A record, a second one, and one that was merged into it."""
    one, other, merged = (factory(office=office) for _ in range(3))
    empty = {"values": {}, "links": {"rows": {}, "crossed": {}}}
    merged.merged_into, merged.merged_at, merged.moved_by_merge = one, timezone.now(), empty
    merged.save()
    return one, other, merged


OF_A_SHOCK = ["shock_detail", "shock_edit", "shock_remove", "shock_restore"]
# Montréal's register is closed.
OF_A_REGISTER = ["register_office", "register_open_data", "register_ties_csv", "register_ties_json",
                 "register_activities_csv", "register_activities_json"]  # fmt: skip
OF_AN_IMPORT = ["import_detail", "import_columns", "import_file", "import_refused",
                "import_decide", "import_updates", "import_check", "import_take",
                "import_take_back", "import_discard"]  # fmt: skip


@pytest.fixture
def address_of(office):
    """``address_of(name)`` is that of a row of Montréal's, where the name needs a row."""
    tie = RelationshipFactory(office=office)
    activity = ActivityFactory(relationships=[tie])
    kept = AttachmentFactory(activity=activity)
    void = ActivityFactory(relationships=[tie], status="void", reason_code="mistake")
    programme = ProgrammeFactory(relationship=tie)
    shock = ShockFactory(office=office)
    line = AidLineFactory(activity=activity)
    alert = AlertFactory(relationship=tie)
    cohort = CohortFactory(office=office)
    leader = LeaderFactory(city=tie.partner_city)
    file = EditionFileFactory(edition__office=office)
    network_file = NetworkEditionFileFactory(edition__offices=office)
    document = AgreementDocumentFactory(agreement__relationship=tie)
    source = import_to_settle(office)
    contact, other_contact, merged_contact = people_of(ContactFactory, office)
    body, other_body, merged_body = people_of(OrganisationFactory, office)
    of_row = {
        "network_file": ["csv"],
        "network_edition": [network_file.edition_id],
        "network_edition_retry": [network_file.edition_id],
        "network_edition_file": [network_file.edition_id, network_file.format],
        "stop_digest": ["nobody-signed-this"],
        "contact_detail": [contact.pk],
        "contact_edit": [contact.pk],
        "contact_verify": [contact.pk],
        "contact_primary": [contact.pk],
        "contact_handover": [contact.pk],
        "contact_anonymise": [contact.pk],
        "contact_export": [contact.pk],
        "contact_merge": [contact.pk, other_contact.pk],
        "contact_apart": [contact.pk, other_contact.pk],
        "contact_unmerge": [merged_contact.pk],
        "relationship_people": [tie.pk],
        "organisation_detail": [body.pk],
        "organisation_edit": [body.pk],
        "organisation_merge": [body.pk, other_body.pk],
        "organisation_apart": [body.pk, other_body.pk],
        "organisation_unmerge": [merged_body.pk],
        "history": ["activities", "activity", activity.pk],
        "compare_partner": [tie.pk],
        "cohort_edit": [cohort.pk],
        "cohort_remove": [cohort.pk],
        "cohort_put_back": [cohort.pk],
        "travel_file": ["csv"],
        "chart_file": ["likelihood", "csv"],
        "compare_picture": ["svg"],
        "relationship_detail": [tie.pk],
        "relationship_edit": [tie.pk],
        "relationship_sheet": [tie.pk],
        "decision_create": [tie.pk],
        "decision_edit": [DecisionFactory(relationship=tie).pk],
        "legal_status_change": [tie.pk],
        "legal_status_undo": [LegalStatusChangeFactory(relationship=tie).pk],
        "agreement_create": [tie.pk],
        "agreement_detail": [document.agreement_id],
        "agreement_edit": [document.agreement_id],
        "agreement_document": [document.pk],
        "agreement_document_remove": [document.pk],
        "agreement_document_restore": [document.pk],
        "draft_resolution": [tie.pk],
        **{name: [source.pk] for name in OF_AN_IMPORT},
        **{name: [office.slug] for name in OF_A_REGISTER},
        "register_tie": [office.slug, tie.pk, slug_of(tie.home_city.name, tie.partner_city.name)],
        "register_strip": [office.slug, tie.pk, slug_of(tie.home_city.name, tie.partner_city.name)],
        "import_row": [source.pk, 3],
        "import_template": ["activity", "csv"],
        "programme_detail": [programme.pk],
        "programme_edit": [programme.pk],
        "aid_in_return": [line.pk],
        "programme_end": [programme.pk],
        **{name: [shock.pk] for name in OF_A_SHOCK},
        "shock_file": [shock.pk, "years", "csv"],
        **{name: [leader.pk] for name in ("leader_edit", "leader_remove")},
        "calendar_feed": ["nobody-has-this-secret"],
        "activity_detail": [activity.pk],
        "activity_edit": [activity.pk],
        "activity_happened": [activity.pk],
        "activity_counts": [activity.pk],
        "activity_not_held": [activity.pk],
        "activity_undo": [activity.pk],
        "activity_files": [activity.pk],
        "activity_file": [activity.pk, kept.pk],
        "activity_file_remove": [activity.pk, kept.pk],
        "activity_file_put_back": [activity.pk, kept.pk],
        "activity_void": [activity.pk],
        "activity_restore": [void.pk],
        "alert_detail": [alert.pk],
        "edition_detail": [file.edition_id],
        "edition_retry": [file.edition_id],
        "edition_issue": [file.edition_id],
        "edition_rebuild": [file.edition_id],
        "edition_discard": [file.edition_id],
        "edition_restate": [file.edition_id],
        "edition_file": [file.edition_id, file.format],
        "api-summary": [office.slug, 2019],
        "api:relationship-detail": [tie.pk],
        "api:activity-detail": [activity.pk],
        "api:alert-detail": [alert.pk],
    }
    return lambda name: reverse(name, args=of_row.get(name))


@pytest.fixture
def browsers(request, sign_in):
    people = [request.getfixturevalue(person) for person in CAST[1:]]
    return dict(zip(CAST, [Client(), *map(sign_in, people)], strict=True))


def test_every_address_has_a_row():
    assert sorted(names()) == sorted(rows(READ))


@pytest.mark.parametrize("name", rows(READ))
def test_who_may_open_an_address(name, address_of, browsers):
    expected = dict(zip(CAST, rows(READ)[name], strict=True))

    found = {who: status(browser.get(address_of(name))) for who, browser in browsers.items()}

    assert found == expected


@pytest.mark.parametrize("name", rows(WRITE))
def test_who_may_write_to_an_address(name, address_of, browsers):
    expected = dict(zip(CAST, rows(WRITE)[name], strict=True))

    found = {who: status(browser.post(address_of(name))) for who, browser in browsers.items()}

    assert found == expected


@pytest.mark.parametrize("name", sorted(set(rows(READ)) - set(rows(WRITE)) - FOR_EVERYBODY))
def test_nothing_else_can_be_written_to(name, address_of, coordinator_client):
    assert coordinator_client.post(address_of(name)).status_code == 405
