"""All settings, from the environment. A missing or wrong value stops the start with a sentence.

With an empty environment the portal is *embedded*: it serves this machine only, from SQLite, with a
folder as Celery's broker and a secret key made on first use. A secret key or an allowed host turns
that off, and then everything that a portal on a network needs must be given.
"""

import os
from pathlib import Path

from celery.schedules import crontab
from django.utils.translation import gettext_lazy

from twinportal import content_security, environment, folder_broker, secret_key
from twinportal.environment import env

BASE_DIR = Path(__file__).resolve().parent.parent

environment.refuse_unknown()

# Where it runs

EMBEDDED = environment.flag(
    "TWINPORTAL_EMBEDDED",
    default=not (os.environ.get("SECRET_KEY") or os.environ.get("ALLOWED_HOSTS")),
)


def when_embedded(value):
    """A default for an embedded portal; elsewhere the variable must be given."""
    return value if EMBEDDED else None


DEBUG = environment.flag("TWINPORTAL_DEBUG", default=False)
VAR_DIR = environment.folder("TWINPORTAL_VAR", default=BASE_DIR / "var")
VAR_DIR.mkdir(parents=True, exist_ok=True)

SECRET_KEY = environment.text(
    "SECRET_KEY", when_embedded(EMBEDDED and secret_key.kept_in(VAR_DIR / "secret_key"))
)
ALLOWED_HOSTS = environment.names("ALLOWED_HOSTS", when_embedded("localhost,127.0.0.1,[::1]"))

# The address people type, for links in messages and editions; without a slash at the end.
SITE_ADDRESS = environment.address(
    "TWINPORTAL_ADDRESS", {"http", "https"}, when_embedded("http://127.0.0.1:8000")
).rstrip("/")

ROOT_URLCONF = "twinportal.urls"

# Apps

INSTALLED_APPS = [
    "auditlog",  # first: accounts gives its list of changes another administration
    "accounts",
    "relationships",
    "activities",
    "reports",
    "twinportal",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",  # its templates are then found beside ours, and ours first
    "csp",
    "django_celery_beat",
    "django_countries",
    "django_filters",
    "django_htmx",
    "drf_spectacular",
    "rest_framework",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "twinportal.content_security.ContentSecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "twinportal.public_pages.PublicPagesMiddleware",  # before whoever reads a cookie
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "auditlog.middleware.AuditlogMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

# Templates

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accounts.context_processors.memberships",
            ],
        },
    },
]
FORMS_URLFIELD_ASSUME_HTTPS = True  # an address typed without a scheme, as from Django 6 on
FORM_RENDERER = "twinportal.form_renderer.PortalRenderer"

# Database

SQLITE_URL = f"sqlite:///{VAR_DIR / 'twinportal.sqlite3'}"
DATABASE_URL = environment.address(
    "DATABASE_URL", {"sqlite", "postgres", "postgresql"}, when_embedded(SQLITE_URL)
)
DATABASES = {"default": env.db_url_config(DATABASE_URL)}
if DATABASE_URL.startswith("sqlite"):
    # A transaction takes the write lock when it begins: with Django's default, two that read first
    # and write later fail with "database is locked" instead of waiting for each other.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
    }
else:
    # A request is one transaction; not on SQLite, where it would let one request in at a time.
    DATABASES["default"] |= {
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Cache, shared by all processes: rate limits and locks are worthless in the memory of one

CACHE_URL = environment.address(
    "CACHE_URL",
    {"redis", "rediss", "filecache"},
    when_embedded(f"filecache://{VAR_DIR / 'cache'}"),
)
CACHES = {"default": env.cache_url_config(CACHE_URL)}
if CACHE_URL.startswith("filecache"):
    CACHES["default"]["BACKEND"] = "twinportal.file_cache.CountingFileCache"
else:
    # Whoever signs in while the cache is away is not to wait for it.
    CACHES["default"].setdefault("OPTIONS", {}).setdefault("socket_connect_timeout", 3)

# Celery

CELERY_BROKER_URL = environment.address(
    "CELERY_BROKER_URL", {"filesystem", "redis", "rediss"}, when_embedded("filesystem://localhost")
)
if CELERY_BROKER_URL.startswith("filesystem"):
    CELERY_BROKER_TRANSPORT_OPTIONS = folder_broker.options(VAR_DIR / "broker")
else:
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "visibility_timeout": 300,  # seconds; longer than the longest task
        "socket_connect_timeout": 5,
        "socket_keepalive": True,
    }
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A page that queues work must not hang when the broker is away: the database keeps the work, and
# the sweep queues it again.
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 2, "interval_start": 0.1, "interval_max": 0.5}
CELERY_TASK_IGNORE_RESULT = True  # what a job did is in its JobRun
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_MAX_TASKS_PER_CHILD = 200
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 500_000  # kilobytes; the PDF compiler's cache only grows
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 20
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_TASK_TIME_LIMIT = 270
CELERY_BEAT_MAX_LOOP_INTERVAL = 1  # seconds; also how long a stop may wait for it
CELERY_TIMEZONE = "UTC"

# The schedule. It only wakes the tasks; the database decides what is due. A wake-up that could not
# be delivered before the next one is worth nothing and expires.
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
EVERY_MINUTE = {"schedule": 60, "options": {"expires": 55}}
CELERY_BEAT_SCHEDULE = {
    "daily": {  # also when a worker starts: twinportal/celery.py
        "task": "reports.tasks.daily",
        "schedule": crontab(hour=5, minute=30),
        "options": {"expires": 12 * 3600},
    },
    "remind": {
        "task": "reports.tasks.remind",
        "schedule": crontab(hour=5, minute=45),
        "options": {"expires": 12 * 3600},
    },
    "council-digests": {  # one of these hours is morning wherever the first of the month begins
        "task": "reports.tasks.council_digests",
        "schedule": crontab(hour="5,14,22", minute=50),
        "options": {"expires": 6 * 3600},
    },
    "send-messages": {"task": "reports.tasks.send_messages", **EVERY_MINUTE},
    "sweep": {"task": "reports.tasks.sweep", **EVERY_MINUTE},
    "sweep-imports": {"task": "activities.tasks.sweep_imports", **EVERY_MINUTE},
}

# Sign-in

# The sign-in page then names the people of the sample data: never on a portal with real records.
TWINPORTAL_DEMO = environment.flag("TWINPORTAL_DEMO", default=False)
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.MembershipBackend"]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = LOGIN_URL
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# History: who changed what. Which records: accounts/history/parts.py

AUDITLOG_LOGENTRY_MODEL = "accounts.Change"
# Its migrations would leave a table of its own that nothing fills, and PostgreSQL then refuses
# to empty those it points at.
MIGRATION_MODULES = {"auditlog": None}
AUDITLOG_STORE_JSON_CHANGES = True  # so that “none” and nothing differ
AUDITLOG_DISABLE_REMOTE_ADDR = True  # who it was is known by name
AUDITLOG_CID_GETTER = "accounts.history.origin.task_running"

# People: whoever has been out of post for longer is listed as due to be anonymised.

CONTACTS_KEPT_YEARS = 5

# Languages and time

LANGUAGE_CODE = "en-ca"
LANGUAGES = [("en-ca", "English"), ("fr-ca", "Français")]
FORMAT_MODULE_PATH = "twinportal.formats"
LOCALE_PATHS = [BASE_DIR / "locale"]
# ISO 3166 has not given Kosovo a code; the user-assigned one is what lists of twin towns use.
COUNTRIES_OVERRIDE = {"XK": "Kosovo"}
TIME_ZONE = "UTC"
USE_TZ = True

# Files

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Agreements, attachments and editions: never below an address; views hand them out.
DOCUMENTS_ROOT = VAR_DIR / "documents"
MEDIA_ROOT = DOCUMENTS_ROOT
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_NUMBER_FILES = 10
DOCUMENT_MAX_BYTES = 20 * 1024 * 1024  # of one document

# Security

CONTENT_SECURITY_POLICY = {"DIRECTIVES": content_security.POLICY}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
if not EMBEDDED:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
if environment.flag("TWINPORTAL_BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Preloading binds every name of a city's domain for good; that is the city's decision.
# SQLite leaves the covering columns of an index away; only PostgreSQL's planner needs them.
SILENCED_SYSTEM_CHECKS = ["security.W021", "models.W040"]

# E-mail

EMAIL_URL = environment.address(
    "EMAIL_URL", {"consolemail", "smtp", "smtp+tls", "smtp+ssl"}, when_embedded("consolemail://")
)
vars().update(env.email_url_config(EMAIL_URL))
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.text("DEFAULT_FROM_EMAIL", when_embedded("twinportal@localhost"))

# Filters and API

FILTERS_EMPTY_CHOICE_LABEL = gettext_lazy("Any")
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["twinportal.filtering.DeclaredFilters"],
    "DEFAULT_PAGINATION_CLASS": "twinportal.paging.Paging",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Twinportal",
    "DESCRIPTION": "A city's ties, what was done in them, and what the record says.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",  # whose schemas are JSON Schema, so that tests can hold them to it
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAuthenticated"],
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_NAME_OVERRIDES": {
        "ActivityStatus": "activities.choices.Status",
        "LegalStatus": "relationships.models.relationship.LegalStatus",
    },
}

# Log, to standard error; numbers of rows, never names, addresses or texts of people

LOG_LEVELS = ["DEBUG", "INFO", "WARNING", "ERROR"]
LOG_LEVEL = environment.choice("TWINPORTAL_LOG_LEVEL", LOG_LEVELS, "INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"refusals": {"()": "twinportal.log.RefusalsInOneLine"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.request": {"filters": ["refusals"]},
    },
}
