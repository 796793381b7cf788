"""Django settings. Every value that differs between installations is read from the environment here."""

from pathlib import Path
from typing import Any

import dj_database_url

from motcua.project.environment import Environment

env = Environment(prefix="MOTCUA_", secrets_dir=Path("/run/secrets"))
PACKAGE = Path(__file__).resolve().parents[1]

DEMO = env.truth("DEMO", default=False)
DEMO_PASSWORD = env.text("DEMO_PASSWORD", "motcua-demo")
DEBUG = env.truth("DEBUG", default=False)
DATA_DIR = env.folder("DATA_DIR", Path("var"))
# Commands that sign nothing need no key; Django refuses an empty one where it is used, serve at the start.
SECRET_KEY = env.secret("SECRET_KEY", default="demonstration only, never for real data" if DEMO else "")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS", "")
PUBLIC_URL = env.text("PUBLIC_URL", "http://127.0.0.1:8000")

# The unit whose desk this installation serves; its pages and papers carry its name.
HOME_UNIT = env.text("HOME_UNIT", "31615" if DEMO else "")

INSTALLED_APPS = [
    "motcua.kernel",
    "motcua.identity",
    "motcua.organisation",
    "motcua.calendars",
    "motcua.catalogue",
    "motcua.documents",
    "motcua.payments",
    "motcua.process",
    "motcua.dossiers",
    "motcua.directives",
    "motcua.initiatives",
    "motcua.oversight",
    "motcua.reporting",
    "motcua.statistics",
    "motcua.surfaces.components",
    "motcua.surfaces.portal",
    "motcua.surfaces.desk",
    "motcua.surfaces.board",
    "motcua.project",
    "motcua.project.administration.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "axes",
    "django_htmx",
]

MIDDLEWARE = [
    "motcua.project.proxies.ClientAddressMiddleware",
    "motcua.project.nul_characters.NulCharacterMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "motcua.surfaces.components.security_headers.SecurityHeadersMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "motcua.project.urls"
WSGI_APPLICATION = "motcua.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [
            PACKAGE / "surfaces" / name / "templates" for name in ("components", "portal", "desk", "board")
        ],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "motcua.surfaces.components.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "motcua.surfaces.components.jinja.page_context",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASE_URL = env.text("DATABASE_URL", f"sqlite:///{DATA_DIR / 'motcua.sqlite3'}")
DATABASES: dict[str, dict[str, Any]] = {"default": dict(dj_database_url.parse(DATABASE_URL))}
_database = DATABASES["default"]
if _database["ENGINE"] == "django.db.backends.sqlite3":
    _database["ENGINE"] = "motcua.kernel.sqlite"
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
    _database["CONN_MAX_AGE"] = None
else:
    _database["OPTIONS"] = {"server_side_binding": True}
    if env.truth("DATABASE_PREPARED", default=True):
        _database["OPTIONS"]["prepare_threshold"] = 2
    _database["CONN_MAX_AGE"] = 600
    _database["CONN_HEALTH_CHECKS"] = True

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "identity.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/dang-nhap/"
LOGIN_REDIRECT_URL = "/ban-lam-viec/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_HANDLER = "motcua.project.sign_in_locks.SignInLocks"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # who comes to a locked door does not lock it anew
SIGN_IN_FAILURES_PER_ADDRESS = 50  # a whole office may stand behind one address
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False  # a lock ends by itself; what an account did stands in the ledger
AXES_LOCKOUT_TEMPLATE = "locked_out.html"

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"  # statutory days are local days
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = [PACKAGE / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
FILES_DIR = DATA_DIR / "files"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": FILES_DIR},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG

FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
MAX_FILE_BYTES = env.whole("MAX_FILE_MB", 20) * 1024 * 1024
MAX_REQUEST_BYTES = 5 * MAX_FILE_BYTES
FILE_UPLOAD_HANDLERS = [
    "motcua.project.uploads.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
CLAMD_SOCKET = env.text("CLAMD_SOCKET", "/run/clamav/clamd.ctl")

# How many proxies of our own append to X-Forwarded-For; without any the header is not believed.
PROXIES = env.whole("PROXIES", 0)

# A working day: counters are shared, and nobody signs out on a busy evening.
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if env.truth("HTTPS", default=False):
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"without_trace": {"()": "motcua.project.refused.WithoutTrace"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["without_trace"]},
    },
    "root": {"handlers": ["stderr"], "level": env.text("LOG_LEVEL", "WARNING")},
}
