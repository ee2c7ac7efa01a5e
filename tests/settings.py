"""The portal's settings for the tests: a folder of their own, cheap passwords, unhashed statics.

Of the environment only DATABASE_URL counts, so that the suite can run on either database.
"""

import os
import tempfile

FOLDER = tempfile.TemporaryDirectory(prefix="twinportal-tests-")
for name in ("SECRET_KEY", "ALLOWED_HOSTS", "CELERY_BROKER_URL", "CACHE_URL", "EMAIL_URL"):
    os.environ.pop(name, None)
os.environ |= {"TWINPORTAL_VAR": FOLDER.name, "TWINPORTAL_EMBEDDED": "1", "TWINPORTAL_DEBUG": "0"}

from twinportal.settings import *  # noqa: F403
from twinportal.settings import DATABASES, STORAGES

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # In memory, the threads of a served portal would share one connection and wait for each other.
    DATABASES["default"]["TEST"] = {"NAME": f"{FOLDER.name}/tests.sqlite3"}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
