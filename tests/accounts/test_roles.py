"""What each role may do, and where: the table and the way it is asked."""

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.core.exceptions import PermissionDenied

from accounts.models import Office, User
from accounts.permissions import require
from accounts.roles import ROLES, Role, permissions_of, roles_with
from tests.factories import (
    ActivityFactory,
    AlertFactory,
    ContactFactory,
    MembershipFactory,
    ReferenceTieFactory,
    RelationshipFactory,
)

pytestmark = pytest.mark.django_db

MAY = [
    # permission                        officer coordinator councillor administrator auditor viewer
    ("relationships.view_relationship", True, True, True, True, True, False),
    ("activities.view_activity", True, True, True, True, True, False),
    ("activities.add_activity", True, True, False, False, False, False),
    ("activities.change_activity", True, True, False, False, False, False),
    ("relationships.add_cohort", True, True, False, False, False, False),
    ("relationships.view_contact", True, True, False, True, True, False),
    ("relationships.change_contact", True, True, False, False, False, False),
    ("relationships.anonymise_contact", False, True, False, True, False, False),
    ("relationships.export_contact", False, False, False, True, False, False),
    ("reports.view_alert", True, True, True, True, True, False),
    ("reports.change_alert", True, True, False, False, False, False),
    ("reports.change_policy", False, True, False, False, False, False),
    ("activities.add_import", False, True, False, False, False, False),
    ("reports.add_edition", True, True, False, True, False, False),
    ("reports.view_summary", True, True, True, True, True, True),
    ("reports.view_network", False, False, False, False, False, True),
    ("accounts.change_membership", False, False, False, True, False, False),
    ("accounts.view_history", True, True, False, True, True, False),
    ("reports.export_office", False, False, False, True, False, False),
]


def test_every_role_has_its_rights_and_a_sentence():
    assert set(ROLES) == set(Role)
    assert all(str(rights.sentence).endswith(".") for rights in ROLES.values())


def test_every_permission_of_the_table_exists():
    granted = set().union(*[rights.permissions for rights in ROLES.values()])
    known = {
        f"{app}.{name}"
        for app, name in Permission.objects.values_list("content_type__app_label", "codename")
    }

    assert granted <= known


def test_no_role_deletes_anything():
    granted = set().union(*[rights.permissions for rights in ROLES.values()])

    assert not [permission for permission in granted if ".delete_" in permission]


@pytest.mark.parametrize(("permission", "may"), [(row[0], row[1:]) for row in MAY])
def test_what_each_role_may_do(permission, may):
    roles = ["officer", "coordinator", "councillor", "administrator", "auditor", "network_viewer"]

    assert [permission in permissions_of(role) for role in roles] == list(may)


def test_where_an_office_shares_nothing_a_network_viewer_reads_no_sums(office, network_viewer):
    assert network_viewer.has_perm("reports.view_summary", office)

    type(office).objects.update(shares_with_network=False)

    viewer = User.objects.get(pk=network_viewer.pk)
    assert not viewer.has_perm("reports.view_summary", office)
    assert not Office.objects.visible_to(viewer, "reports.view_summary").exists()
    assert viewer.has_perm("reports.view_network", office)


def test_an_unknown_role_may_do_nothing():
    assert permissions_of("king") == frozenset()


def test_the_roles_that_grant_one_of_several_rights():
    assert set(roles_with("reports.change_policy", "reports.export_office")) == {
        Role.COORDINATOR,
        Role.ADMINISTRATOR,
    }


def test_a_role_counts_in_its_own_office_only(officer, office, other_office):
    own, theirs = ActivityFactory(office=office), ActivityFactory(office=other_office)

    assert officer.has_perm("activities.change_activity", own)
    assert officer.has_perm("activities.add_activity", office)
    assert not officer.has_perm("activities.change_activity", theirs)
    assert not officer.has_perm("activities.add_activity", other_office)


def test_each_office_has_its_own_role(office, other_office, officer):
    MembershipFactory(user=officer, office=other_office, role=Role.COUNCILLOR)
    theirs = RelationshipFactory(office=other_office)

    assert officer.has_perm("relationships.view_relationship", theirs)
    assert not officer.has_perm("relationships.change_relationship", theirs)
    assert officer.has_perm("relationships.change_relationship")


def test_the_office_of_a_part_is_that_of_its_record(officer, outsider, office):
    alert = AlertFactory(relationship__office=office)

    assert officer.has_perm("reports.change_alert", alert)
    assert not outsider.has_perm("reports.change_alert", alert)


def test_nobody_changes_a_reference_tie(officer, superuser):
    tie = ReferenceTieFactory()

    assert not officer.has_perm("relationships.change_relationship", tie)
    assert superuser.has_perm("relationships.change_relationship", tie)


def test_who_may_no_longer_sign_in_may_do_nothing(officer, office):
    officer.is_active = False

    assert not officer.has_perm("activities.view_activity")
    assert not officer.has_perm("activities.view_activity", office)
    assert officer.get_all_permissions() == set()


def test_a_stranger_may_do_nothing(office):
    assert not AnonymousUser().has_perm("relationships.view_relationship", office)


def test_without_a_role_one_may_do_nothing(outsider):
    outsider.memberships.all().delete()

    assert outsider.get_all_permissions() == set()
    assert not outsider.has_module_perms("relationships")


def test_roles_are_read_once_for_a_request(officer, office, django_assert_num_queries):
    with django_assert_num_queries(1):
        for _ in range(3):
            officer.has_perm("activities.view_activity", office)
            officer.has_perm("relationships.view_relationship")


def test_somebody_signs_in_by_address_in_any_case(client, officer):
    officer.set_password("a long password")
    officer.save()

    assert client.login(email=officer.email.upper(), password="a long password")
    assert not client.login(email=officer.email, password="another password")


def test_requiring_a_right_refuses_who_lacks_it(councillor, officer, office):
    contact = ContactFactory(office=office)

    require(officer, "relationships.view_contact", contact)
    with pytest.raises(PermissionDenied):
        require(councillor, "relationships.view_contact", contact)


def test_a_reference_tie_is_read_by_everybody_with_the_right_and_changed_by_nobody(
    councillor, network_viewer, officer
):
    tie = ReferenceTieFactory()

    require(councillor, "relationships.view_relationship", tie)
    for person, permission in [
        (network_viewer, "relationships.view_relationship"),
        (officer, "relationships.change_relationship"),
    ]:
        with pytest.raises(PermissionDenied):
            require(person, permission, tie)
