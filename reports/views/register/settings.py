"""Where an administrator opens and closes the public register, and sees it before it opens."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.current_office import office_for, today_in
from accounts.models import Office
from accounts.permissions import require
from accounts.undo import with_undo
from reports.forms.register import RegisterForm
from reports.register.record import Register
from reports.views.register.answering import language_of, page_of
from reports.views.register.pages import office_page

GOVERN = "accounts.change_office"


@require_http_methods(["GET", "HEAD", "POST"])
def register_settings(request):
    office = _governed(request)
    is_sent = request.method == "POST"
    form = RegisterForm(request.POST if is_sent else None, instance=office)
    address = f"{reverse('register_settings')}?office={office.slug}"
    if is_sent and form.is_valid():
        form.save()
        messages.success(request, _done(request, form, address))
        return redirect(address)
    context = {
        "form": form,
        "office": office,
        "offices": Office.objects.visible_to(request.user, GOVERN),
        "is_open": form.initial["register"] == "open",
    }
    return render(request, "register/settings.html", context)


@require_safe
def register_preview(request):
    """The page as everybody would see it, whether or not it is open."""
    office = _governed(request)
    register = Register(office, today_in(office))
    with translation.override(language_of(request, office.language)):
        return office_page(register, page_of(request), is_preview=True)


def _governed(request):
    office = office_for(request, GOVERN)
    require(request.user, GOVERN, office)
    return office


def _done(request, form, address):
    is_open = form.cleaned_data["register"]
    said = (
        _("Saved. Anybody may read the register.")
        if is_open
        else _("Saved. The register is closed; whoever asks for it finds nothing.")
    )
    return with_undo(request, said, address, **form.as_it_was())
