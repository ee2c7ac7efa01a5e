"""Every model in the administration: it opens, it is searched, and it keeps to the office."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from activities.models import Activity
from tests.factories import ActivityFactory, MembershipFactory, RelationshipFactory, UserFactory
from tests.factories.by_model import FACTORIES, our_models, record_of

# Django's own templates ask for values that are not always there.
pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

REGISTERED = list(admin.site._registry)
OURS = [model for model in REGISTERED if model in our_models()]
SCOPED = [model for model in OURS if hasattr(model._default_manager, "visible_to")]


def page(model, kind, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{kind}", args=args)


def name(model):
    return model.__name__


@pytest.fixture
def superuser_client(superuser, sign_in):
    return sign_in(superuser)


@pytest.fixture
def staff(office):
    """Somebody on staff with every role that an office gives, one after the other."""

    def of_role(role):
        person = UserFactory(is_staff=True)
        MembershipFactory(user=person, office=office, role=role)
        return person

    return of_role


def test_every_model_is_registered_or_shown_within_another():
    within = {inline.model for made in admin.site._registry.values() for inline in made.inlines}

    assert set(our_models()) <= set(OURS) | within


@pytest.mark.parametrize("model", REGISTERED, ids=name)
def test_the_list_opens_and_can_be_searched(superuser_client, model):
    if model in FACTORIES:
        FACTORIES[model]()

    response = superuser_client.get(page(model, "changelist"), {"q": "a"})

    assert response.status_code == 200
    assert superuser_client.get(page(model, "changelist")).status_code == 200


@pytest.mark.parametrize("model", REGISTERED, ids=name)
def test_the_empty_form_opens_where_one_may_add(superuser_client, superuser, rf, model):
    request = rf.get("/")
    request.user = superuser
    may_add = admin.site._registry[model].has_add_permission(request)

    response = superuser_client.get(page(model, "add"))

    assert response.status_code == (200 if may_add else 403)


@pytest.mark.parametrize("model", OURS, ids=name)
def test_a_record_opens(superuser_client, model):
    record = FACTORIES[model]()

    response = superuser_client.get(page(model, "change", record.pk))

    assert response.status_code == 200


@pytest.mark.parametrize("model", OURS, ids=name)
def test_every_choice_beside_the_list_may_be_followed(superuser_client, model):
    FACTORIES[model]()
    listed = superuser_client.get(page(model, "changelist")).context["cl"]
    choices = [choice for beside in listed.filter_specs for choice in beside.choices(listed)]

    answers = [
        superuser_client.get(page(model, "changelist") + choice["query_string"])
        for choice in choices
    ]

    assert {answer.status_code for answer in answers} <= {200}


@pytest.mark.parametrize("model", OURS, ids=name)
def test_a_longer_list_asks_no_more_queries(superuser_client, model, django_assert_num_queries):
    FACTORIES[model].create_batch(2)
    with CaptureQueriesContext(connection) as few:
        superuser_client.get(page(model, "changelist"))
    FACTORIES[model].create_batch(6)

    with django_assert_num_queries(len(few)):
        superuser_client.get(page(model, "changelist"))


@pytest.mark.parametrize("model", SCOPED, ids=name)
@pytest.mark.parametrize("role", Role)
def test_staff_of_an_office_see_no_other_rows(model, role, staff, sign_in, office, other_office):
    own, theirs = record_of(model, office), record_of(model, other_office)
    browser = sign_in(staff(role))

    listed = browser.get(page(model, "changelist"))
    opened = browser.get(page(model, "change", theirs.pk))

    if listed.status_code == 200:
        assert own in listed.context["cl"].queryset
        assert theirs not in listed.context["cl"].queryset
        assert opened.status_code == 302
    else:
        assert (listed.status_code, opened.status_code) == (403, 403)


@pytest.mark.parametrize(
    ("role", "model"),
    [
        (Role.OFFICER, "relationship"),
        (Role.OFFICER, "activity"),
        (Role.COORDINATOR, "policy"),
        (Role.ADMINISTRATOR, "membership"),
        (Role.AUDITOR, "contact"),
    ],
)
def test_a_role_reaches_what_it_is_for(role, model, staff, sign_in):
    found = next(ours for ours in OURS if ours._meta.model_name == model)

    assert sign_in(staff(role)).get(page(found, "changelist")).status_code == 200


@pytest.mark.parametrize("model", OURS, ids=name)
def test_what_must_stay_on_record_cannot_be_deleted(superuser_client, model):
    removable = {"user", "office", "membership", "homecity", "leader", "tag", "cohort", "shock",
                 "agreement", "decision", "organisation", "contact", "programme",
                 "calendarfeed"}  # fmt: skip
    record = FACTORIES[model]()

    response = superuser_client.get(page(model, "delete", record.pk))

    assert response.status_code == (200 if model._meta.model_name in removable else 403)


def test_choices_are_those_of_ones_own_office(staff, sign_in, office, other_office):
    browser = sign_in(staff(Role.COORDINATOR))
    policies = next(ours for ours in OURS if ours._meta.model_name == "policy")

    response = browser.get(page(policies, "add"))

    offered = response.context["adminform"].form.fields["office"]
    assert list(offered.queryset) == [office]
    assert offered.required


def new_activity(office, tie, **changed):
    filled = {
        "office": office.pk,
        "title": "A choir",
        "type": "performance",
        "starts": "2019-05",
        "mode": "in_person",
        "direction": "inbound",
        "status": "held",
        "government_role": "none",
        "substance": "substantive",
        "evidence": "documented",
        "artists": "20",
        "activity_relationships-TOTAL_FORMS": "1",
        "activity_relationships-INITIAL_FORMS": "0",
        "activity_relationships-0-relationship": tie.pk,
    }
    for lines in ["fields", "funding_lines", "travel_lines", "aid_lines", "attachments"]:
        filled |= {f"{lines}-TOTAL_FORMS": "0", f"{lines}-INITIAL_FORMS": "0"}
    return filled | changed


def test_an_activity_is_kept_with_its_dates_as_known_and_who_recorded_it(staff, sign_in, office):
    officer, tie = staff(Role.OFFICER), RelationshipFactory(office=office)

    response = sign_in(officer).post(page(Activity, "add"), new_activity(office, tie))

    assert response.status_code == 302, response.context["errors"]
    activity = Activity.objects.get()
    assert (str(activity.starts), str(activity.ends)) == ("2019-05", "2019-05")
    assert (activity.created_by, list(activity.relationships.all())) == (officer, [tie])
    assert activity.involvement == "C"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"starts": "2090-01-01"}, "cannot be recorded as held"),
        ({"starts": "2019-05-02", "ends": "2019-05-01"}, "cannot lie before the start"),
        ({"status": "void"}, "Say why the activity is made void."),
        ({"artists_unnumbered": "on"}, "or say that it is not known, not both"),
    ],
)
def test_a_broken_promise_is_said_in_its_sentence(superuser_client, office, changed, sentence):
    tie = RelationshipFactory(office=office)

    response = superuser_client.post(page(Activity, "add"), new_activity(office, tie, **changed))

    assert response.status_code == 200
    assert sentence in response.content.decode()


def test_an_activity_and_its_relationships_belong_to_one_office(
    superuser_client, office, other_office
):
    theirs = RelationshipFactory(office=other_office)

    response = superuser_client.post(page(Activity, "add"), new_activity(office, theirs))

    assert "Everything in one record belongs to one office." in response.content.decode()


def test_a_cohort_may_hold_ties_of_several_offices(superuser_client, office, other_office):
    ties = [RelationshipFactory(office=one).pk for one in [office, other_office]]
    cohorts = next(ours for ours in OURS if ours._meta.model_name == "cohort")
    data = {"name": "both", "relationships": ",".join(map(str, ties))}

    superuser_client.post(page(cohorts, "add"), data)

    assert cohorts.objects.get().relationships.count() == 2


def void(browser, *chosen, reason):
    ids = [activity.pk for activity in chosen]
    data = {"action": "make_void", "_selected_action": ids, "reason": reason}
    return browser.post(page(Activity, "changelist"), data, follow=True)


def test_an_activity_is_made_void_with_a_reason(staff, sign_in, office):
    officer, activity = staff(Role.OFFICER), ActivityFactory(office=office)

    void(sign_in(officer), activity, reason="duplicate")

    activity.refresh_from_db()
    assert (activity.status, activity.reason_code) == ("void", "duplicate")
    assert (activity.updated_by, activity.is_live) == (officer, False)


def test_without_a_reason_nothing_is_made_void(staff, sign_in, office):
    activity = ActivityFactory(office=office)

    response = void(sign_in(staff(Role.OFFICER)), activity, reason="")

    assert "Say why the activity is made void." in response.content.decode()
    activity.refresh_from_db()
    assert activity.status == "held"


def test_nobody_changes_their_own_role(staff, sign_in, office):
    administrator = staff(Role.ADMINISTRATOR)
    membership = administrator.memberships.get()
    path = page(type(membership), "change", membership.pk)

    response = sign_in(administrator).post(
        path, {"user": administrator.pk, "office": office.pk, "role": "coordinator"}
    )

    assert response.status_code == 403
    membership.refresh_from_db()
    assert membership.role == "administrator"


def test_the_legal_status_follows_its_history(superuser_client, superuser):
    tie = RelationshipFactory()
    changes = next(ours for ours in OURS if ours._meta.model_name == "legalstatuschange")
    data = {"relationship": tie.pk, "status": "suspended", "date": "2020-01-01", "precision": "day"}

    superuser_client.post(page(changes, "add"), data)

    tie.refresh_from_db()
    assert (tie.legal_status, tie.updated_by) == ("suspended", superuser)
    assert tie.legal_status_changes.get().created_by == superuser


def test_who_belongs_to_no_office_is_led_from_the_first_page_to_the_administration(
    superuser_client,
):
    answer = superuser_client.get(reverse("home"), follow=True)

    assert answer.status_code == 403
    assert reverse("admin:index") in answer.content.decode()
