"""What each role may do in its office: one table, read wherever permission is asked.

A permission is Django's own ("app.action_model"). Which rows it reaches is decided by
``visible_to(user)``; this table only says which acts.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    OFFICER = "officer", _("Officer")
    COORDINATOR = "coordinator", _("Coordinator")
    COUNCILLOR = "councillor", _("Councillor")
    ADMINISTRATOR = "administrator", _("Administrator")
    AUDITOR = "auditor", _("Auditor")
    NETWORK_VIEWER = "network_viewer", _("Network viewer")


@dataclass(frozen=True, slots=True)
class Rights:
    """The permissions of one role, with the sentence an administrator reads."""

    sentence: str | Promise
    permissions: frozenset[str]


READ_TIES = frozenset(
    {
        "relationships.view_relationship",
        "relationships.view_agreement",
        "relationships.view_decision",
        "relationships.view_shock",
        "activities.view_activity",
        "activities.view_programme",
        "reports.view_alert",
        "reports.view_annualreturn",
        "reports.view_policy",
        "reports.view_edition",
        "reports.view_summary",
    }
)
READ_PEOPLE = frozenset({"relationships.view_organisation", "relationships.view_contact"})
READ_HISTORY = frozenset({"accounts.view_history", "activities.view_import"})
KEEP_RECORDS = frozenset(
    {
        "activities.add_activity",
        "activities.change_activity",
        "activities.change_import",
        "relationships.add_city",
        "relationships.add_relationship",
        "relationships.change_relationship",
        "relationships.add_agreement",
        "relationships.change_agreement",
        "relationships.add_decision",
        "relationships.change_decision",
        "relationships.add_cohort",
        "relationships.change_cohort",
        "relationships.add_organisation",
        "relationships.change_organisation",
        "relationships.add_contact",
        "relationships.change_contact",
        "reports.change_alert",
        "reports.add_annualreturn",
        "reports.add_edition",
    }
)
APPROVE = frozenset(
    {
        "reports.add_policy",
        "reports.change_policy",
        "activities.add_import",
        "relationships.anonymise_contact",
        "reports.issue_edition",
    }
)
GOVERN = frozenset(
    {
        "accounts.view_office",
        "accounts.view_membership",
        "accounts.add_membership",
        "accounts.change_membership",
        "accounts.change_office",
        "reports.export_office",
        "relationships.anonymise_contact",
        "relationships.export_contact",
    }
)
MAKE_EDITIONS = frozenset({"reports.add_edition", "reports.issue_edition"})

ROLES: dict[str, Rights] = {
    Role.OFFICER: Rights(
        _("Records activities, keeps contacts and agreements, and answers alerts."),
        READ_TIES | READ_PEOPLE | READ_HISTORY | KEEP_RECORDS,
    ),
    Role.COORDINATOR: Rights(
        _(
            "Does what an officer does, sets the thresholds, commits imports and issues the "
            "annual edition."
        ),
        READ_TIES | READ_PEOPLE | READ_HISTORY | KEEP_RECORDS | APPROVE,
    ),
    Role.COUNCILLOR: Rights(
        _("Reads relationships, activities, alerts and annual editions, never contacts."),
        READ_TIES,
    ),
    Role.ADMINISTRATOR: Rights(
        _(
            "Reads everything, keeps users and roles, issues the annual edition, and exports the "
            "office's records."
        ),
        READ_TIES | READ_PEOPLE | READ_HISTORY | GOVERN | MAKE_EDITIONS,
    ),
    Role.AUDITOR: Rights(
        _("Reads everything, including who changed what, and changes nothing."),
        READ_TIES
        | READ_PEOPLE
        | READ_HISTORY
        | {"accounts.view_membership", "accounts.view_office"},
    ),
    Role.NETWORK_VIEWER: Rights(
        _("Reads aggregates over the offices that share them, never personal data."),
        frozenset({"reports.view_network", "reports.view_summary"}),
    ),
}
# What a role grants only in an office that shares with its network.
WHERE_SHARED = {Role.NETWORK_VIEWER: frozenset({"reports.view_summary"})}


def permissions_of(role: str, *, is_shared: bool = True) -> frozenset[str]:
    """The permissions that ``role`` grants in an office that shares with its network, or does
    not; none for a role this table does not know.
    """
    rights = ROLES.get(role)
    if not rights:
        return frozenset()
    return rights.permissions if is_shared else rights.permissions - WHERE_SHARED.get(role, set())


def roles_with(*permissions: str, is_shared: bool = True) -> list[str]:
    """The roles that grant at least one of ``permissions``."""
    asked = set(permissions)
    return [role for role in ROLES if permissions_of(role, is_shared=is_shared) & asked]
