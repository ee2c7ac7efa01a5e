"""Signing in to a demonstration portal: the people of the sample data, who share one password.

They exist only where the portal is embedded in one machine or shown as a demonstration
(settings.TWINPORTAL_DEMO).
"""

from dataclasses import dataclass

from accounts.roles import Role

PASSWORD = "twinportal"  # noqa: S105  known to all on purpose


@dataclass(frozen=True, slots=True)
class SignIn:
    """One role of one person; ``office`` is the short name of the office."""

    email: str
    name: str
    role: Role
    office: str
    language: str = "en-ca"


NETWORK = ["burnaby", "quebec", "regina", "richmond", "vancouver", "victoria"]

SIGN_INS = [
    SignIn("officer@victoria.example", "Olive Officer", Role.OFFICER, "victoria"),
    SignIn("coordinator@victoria.example", "Cora Coordinator", Role.COORDINATOR, "victoria"),
    SignIn("councillor@victoria.example", "Conrad Councillor", Role.COUNCILLOR, "victoria"),
    SignIn("administrator@victoria.example", "Ada Administrator", Role.ADMINISTRATOR, "victoria"),
    SignIn("auditor@victoria.example", "Audrey Auditor", Role.AUDITOR, "victoria"),
    SignIn("officer@richmond.example", "Rick Officer", Role.OFFICER, "richmond"),
    SignIn("coordination@quebec.example", "Corinne Québec", Role.COORDINATOR, "quebec", "fr-ca"),
    SignIn("officer@wakayama.example", "Wakana Officer", Role.OFFICER, "wakayama"),
    SignIn("guide@demonstration.example", "Gwen Guide", Role.COORDINATOR, "demonstration-canada"),
    SignIn("guide@demonstration.example", "Gwen Guide", Role.COORDINATOR, "demonstration-japan"),
    *(
        SignIn("network@portal.example", "Nora Network", Role.NETWORK_VIEWER, office)
        for office in NETWORK
    ),
]

# Opens the administration pages, beside every role.
SUPERUSER = ("admin@portal.example", "Portal administrator")
