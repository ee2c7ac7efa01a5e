"""Whether an office shares its figures with networks: a page for whoever governs the office."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.current_office import office_for
from accounts.models import Office
from accounts.permissions import require
from accounts.roles import Role

GOVERN = "accounts.change_office"


class SharingForm(forms.ModelForm):
    class Meta:
        model = Office
        fields = ["shares_with_network"]

    def clean_shares_with_network(self):
        """The promise of the model, which looks at a field that this form does not have."""
        shares = self.cleaned_data["shares_with_network"]
        if shares and self.instance.is_demonstration:
            raise forms.ValidationError(_("A demonstration shares nothing: its record is made up."))
        return shares


@require_http_methods(["GET", "HEAD", "POST"])
def sharing(request):
    office = office_for(request, GOVERN)
    require(request.user, GOVERN, office)
    is_sent = request.method == "POST"  # an empty box is an answer too
    form = SharingForm(request.POST if is_sent else None, instance=office)
    if is_sent and form.is_valid():
        form.save()
        messages.success(request, _said(office))
        return redirect(f"{reverse('sharing')}?{urlencode({'office': office.slug})}")
    context = {
        "office": office,
        "offices": Office.objects.visible_to(request.user, GOVERN),
        "form": form,
        "readers": office.memberships.filter(role=Role.NETWORK_VIEWER).select_related("user"),
    }
    return render(request, "accounts/sharing.html", context)


def _said(office) -> str:
    if office.shares_with_network:
        return _("The office shares its figures with networks.")
    return _("The office shares nothing with networks any more.")
