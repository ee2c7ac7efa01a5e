from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import ngettext

from accounts.sign_in_limit import Tries, minutes_left

TOO_MANY = "too_many"


class Limited:
    """A form to sign in that takes only so many tries."""

    def clean(self):
        tries = Tries(self.request, self.cleaned_data.get("username") or "")
        if not tries.count():
            raise ValidationError(_too_many(minutes_left()), code=TOO_MANY)
        cleaned = super().clean()
        if self.user_cache is not None:
            tries.forget()
        return cleaned


class SignInForm(Limited, AuthenticationForm):
    pass


class AdminSignInForm(Limited, AdminAuthenticationForm):
    pass


def _too_many(minutes: int) -> str:
    return ngettext(
        "Too many attempts; try again in %d minute.",
        "Too many attempts; try again in %d minutes.",
        minutes,
    ) % minutes  # fmt: skip
