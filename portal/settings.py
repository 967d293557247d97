"""Settings, read from top to bottom; every difference between machines is an environment variable.

docs/settings.md lists the variables; a test holds that list against this file.
"""

import datetime
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# --- What kind of start this is -------------------------------------------------------------------

MODE = env.str("PORTAL_MODE", default="production")  # production, demo (script/server) or test
if MODE not in {"production", "demo", "test"}:
    raise ImproperlyConfigured("PORTAL_MODE must be one of: production, demo, test.")
PRODUCTION = MODE == "production"

SECRET_KEY = env.str("SECRET_KEY", default="")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Set it in the environment to a long random string that only this portal "
        "knows, for example the output of: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )

DEBUG = env.bool("DEBUG", default=False)
if DEBUG and PRODUCTION:
    raise ImproperlyConfigured(
        "DEBUG is on in production. Unset DEBUG, or set DEBUG=off (PORTAL_MODE=demo allows it)."
    )

PORTAL_TODAY = env.str("PORTAL_TODAY", default="")  # ISO date that core.calendar takes for today
if PORTAL_TODAY:
    if PRODUCTION:
        raise ImproperlyConfigured("PORTAL_TODAY is for training only. Unset it in production.")
    try:
        datetime.date.fromisoformat(PORTAL_TODAY)
    except ValueError as error:
        raise ImproperlyConfigured("PORTAL_TODAY must be a date such as 2024-11-15.") from error

# All that must outlive a restart.
DATA_DIR = Path(
    env.str("PORTAL_DATA_DIR", default=str(BASE_DIR / "var" / ("test" if MODE == "test" else "")))
)

# --- The web ---------------------------------------------------------------------------------------

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[] if PRODUCTION else ["127.0.0.1", "localhost"])
# Where everybody reaches the portal: printed in QR codes, so never taken from a request; "" when not known.
_name = next((host for host in ALLOWED_HOSTS if not host.startswith(("*", "."))), "")
_scheme = "https" if PRODUCTION else "http"
PUBLIC_URL = env.str("PORTAL_URL", default=_name and f"{_scheme}://{_name}").rstrip("/")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

INSTALLED_APPS = [
    "portal.apps.PortalConfig",
    "reports.apps.ReportsConfig",
    "gatherings.apps.GatheringsConfig",
    "awards.apps.AwardsConfig",
    "exemplars.apps.ExemplarsConfig",
    "campaigns.apps.CampaignsConfig",
    "law.apps.LawConfig",
    "organizations.apps.OrganizationsConfig",
    "core.apps.CoreConfig",
    "portal.apps.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "axes",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tables2",
    "import_export",
    "treebeard",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "organizations.middleware.DeskMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "portal.middleware.explain_wrong_method",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["core.templatetags.vietnamese", "core.templatetags.components"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.shell",
            ],
        },
    }
]
FORM_RENDERER = "core.forms.PortalRenderer"

# --- Data ------------------------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR}/portal.sqlite3")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/tep/"  # for the proxy's internal redirect only: no view serves this folder as a whole
MEDIA_BY_PROXY = env.bool("PORTAL_MEDIA_BY_PROXY", default=False)  # answer with X-Accel-Redirect
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"  # made from the code by the command `prepare`
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if MODE == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_AUTOREFRESH = MODE == "test"  # else each test client would read the whole folder when it is made
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("ttf", "woff2", "png", "jpg", "gz", "br")  # fonts serve WeasyPrint

# --- People ----------------------------------------------------------------------------------------

AUTH_USER_MODEL = "organizations.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "organizations.backends.PostBackend",
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign-in"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "portal.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
if MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = datetime.timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "portal.views.accounts.locked_out"
AXES_IPWARE_PROXY_COUNT = env.int("PORTAL_PROXIES", default=0)  # reverse proxies in front of the portal
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False  # accounts show and lift the lock themselves

# --- Language and time -----------------------------------------------------------------------------

LANGUAGE_CODE = "vi"
USE_I18N = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
FORMAT_MODULE_PATH = "portal.formats"
LOCALE_PATHS = [BASE_DIR / "portal" / "locale"]  # what Django leaves in English

# --- Security --------------------------------------------------------------------------------------

HTTPS = env.bool("PORTAL_HTTPS", default=PRODUCTION)
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if AXES_IPWARE_PROXY_COUNT else None
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 10 * 60 * 60  # one working day
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
        "base-uri": [NONE],
    }
}

# --- E-mail ----------------------------------------------------------------------------------------

SENDS_EMAIL = bool(env.str("EMAIL_URL", default=""))  # without it people are told in the portal alone
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
if SENDS_EMAIL:
    vars().update(env.email_url("EMAIL_URL"))
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default=f"thidua@{_name or 'localhost'}")
EMAIL_TIMEOUT = 10
REMIND_FROM_HOUR = env.int("PORTAL_REMIND_HOUR", default=7)

# --- Background work -------------------------------------------------------------------------------

CELERY_BROKER_URL = env.str(
    "CELERY_BROKER_URL", default="memory://" if MODE == "test" else "filesystem://localhost"
)
TRUST_DIR = env.str("PORTAL_TRUST_DIR", default="")  # certificates of the authorities that are believed
TOKEN_MODULE = env.str("PORTAL_TOKEN_MODULE", default="")  # PKCS#11 library of the office's own token
TOKEN_LABEL = env.str("PORTAL_TOKEN_LABEL", default="")
TOKEN_KEY = env.str("PORTAL_TOKEN_KEY", default="")
QUEUE_DIR = DATA_DIR / "queue"
if CELERY_BROKER_URL.startswith("filesystem:"):
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(QUEUE_DIR / "messages"),
        "data_folder_out": str(QUEUE_DIR / "messages"),
        "control_folder": str(QUEUE_DIR / "control"),
        "store_processed": False,
        "polling_interval": 0.2,
    }
else:
    CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_connect_timeout": 2, "socket_timeout": 5, "max_retries": 0}
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_PUBLISH_RETRY = False  # a page never waits for the broker: the sweep sends again
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE = {
    "sweep-jobs": {"task": "core.tasks.sweep", "schedule": 60},
    "remind": {"task": "portal.tasks.ask_for_reminders", "schedule": 10 * 60},
}
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "celerybeat-schedule")
CELERY_TASK_TIME_LIMIT = 30 * 60  # ends what hangs; what died is found by its lease
JOB_LEASE_SECONDS = env.int("PORTAL_JOB_LEASE", default=30)  # a job silent this long is taken to have died
JOB_SWEEP_SECONDS = env.int("PORTAL_JOB_SWEEP", default=5)

# --- Other libraries -------------------------------------------------------------------------------

DJANGO_TABLES2_TEMPLATE = "components/table.html"
FILTERS_EMPTY_CHOICE_LABEL = "Tất cả"
IMPORT_EXPORT_USE_TRANSACTIONS = True
IMPORT_EXPORT_SKIP_ADMIN_CONFIRM = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"refusals": {"()": "portal.logs.WithoutTraceback"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["refusals"]}},
    "root": {"handlers": ["console"], "level": env.str("PORTAL_LOG_LEVEL", default="INFO")},
    "loggers": {name: {"level": "WARNING"} for name in ("weasyprint", "fontTools", "pikepdf")}
    | {"pyhanko": {"level": "ERROR"}, "pyhanko_certvalidator": {"level": "ERROR"}},
}
