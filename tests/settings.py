"""The portal's settings for the tests: nothing is kept in var/, and passwords are cheap."""

import os
import tempfile

os.environ.setdefault("TWINPORTAL_VAR", tempfile.mkdtemp(prefix="twinportal-tests-"))
os.environ.setdefault("TWINPORTAL_EMBEDDED", "1")

from twinportal.settings import *  # noqa: F403
from twinportal.settings import STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
