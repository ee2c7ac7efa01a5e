from django import forms

from accounts.models import Membership
from reports.outbox import ANSWERING_ROLES


class EmailsForm(forms.ModelForm):
    """Which mails of one office its reader wants."""

    class Meta:
        model = Membership
        fields = ["council_digest", "wants_digest"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.role not in ANSWERING_ROLES:
            del self.fields["wants_digest"]


def forms_of(memberships, data=None) -> list[EmailsForm]:
    """One for each of ``memberships``."""
    return [
        EmailsForm(data, instance=membership, prefix=f"membership-{membership.pk}")
        for membership in memberships
    ]
