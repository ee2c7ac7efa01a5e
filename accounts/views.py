from django.conf import settings
from django.contrib.auth import views
from django.core.exceptions import NON_FIELD_ERRORS

from accounts import demonstration
from accounts.models import Membership, Office
from accounts.sign_in_form import TOO_MANY, SignInForm
from accounts.sign_in_limit import remember_device


class SignIn(views.LoginView):
    """Signing in by e-mail. A demonstration portal also lists whom one may sign in as."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True
    extra_context = {"is_demonstration": False}

    def form_valid(self, form):
        """Speak the person's language from here on; the switch in the header changes it."""
        response = super().form_valid(form)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            form.get_user().language,
            samesite=settings.LANGUAGE_COOKIE_SAMESITE,
            secure=settings.LANGUAGE_COOKIE_SECURE,
        )
        remember_device(response, form.get_user().email)
        return response

    def form_invalid(self, form):
        response = super().form_invalid(form)
        if form.has_error(NON_FIELD_ERRORS, TOO_MANY):
            response.status_code = 429
        return response

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["has_register"] = Office.objects.with_open_register().exists()
        if settings.TWINPORTAL_DEMO:
            context["is_demonstration"] = True
            context["demo_memberships"] = demo_memberships()
            context["demo_password"] = demonstration.PASSWORD
        return context


def demo_memberships():
    """The roles of the sample data's people, never those of anybody else."""
    emails = {sign_in.email for sign_in in demonstration.SIGN_INS}
    rows = Membership.objects.filter(user__email__in=emails).select_related("user", "office")
    return rows.order_by("office__name", "user__name")
