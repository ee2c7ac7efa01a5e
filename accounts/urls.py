from django.contrib.auth.views import LogoutView
from django.urls import path

from accounts.history.views import history
from accounts.sharing import sharing
from accounts.views import SignIn

urlpatterns = [
    path("sign-in/", SignIn.as_view(), name="sign_in"),
    path("sign-out/", LogoutView.as_view(), name="sign_out"),
    path("settings/sharing/", sharing, name="sharing"),
    path("history/<slug:app>/<slug:model>/<int:pk>/", history, name="history"),
]
