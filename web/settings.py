"""Django settings; every choice an operator has comes from web.environment."""

import dj_database_url
from csp.constants import NONE, SELF

from web import logs
from web.environment import ROOT, load
from web.login_settings import *  # noqa: F403 -- settings as well

ENVIRONMENT = load()

BASE_DIR = ROOT
CORPUS = ROOT / "knowledge" / "entries"
SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = False
# Rasa calls the action webhook under the address on which we listen, whatever our public names are.
ALLOWED_HOSTS = [*ENVIRONMENT.allowed_hosts, "127.0.0.1", "localhost", ENVIRONMENT.host]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "login",  # its templates and its page of accounts stand before Django's
    "login.apps.StaffPages",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "corsheaders",
    "simple_history",
    "audit",
    "knowledge",
    "leads",
    "chat",
]

# None of these takes a thread for a visitor's request (web/middleware.py): a turn must not pay for the staff pages.
MIDDLEWARE_WITHOUT_APPS = [
    "web.middleware.Security",
    "web.headers.middleware",
    "web.middleware.Frames",
    "web.middleware.ContentPolicy",
    "corsheaders.middleware.CorsMiddleware",
    "chat.gate.refusals",
]
"""What every answer goes through, also while web.starting gives it."""
MIDDLEWARE = [
    "web.request_log.middleware",
    *MIDDLEWARE_WITHOUT_APPS,
    "servestatic.middleware.ServeStaticMiddleware",
    "web.staff_middleware.Sessions",
    "web.middleware.Common",
    "web.middleware.Csrf",
    "web.staff_middleware.Authentication",
    "django_otp.middleware.OTPMiddleware",
    "web.staff_middleware.Messages",
    "audit.who.middleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "web.urls"

TEMPLATES = [
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

_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 4,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
}
DATABASES = {"default": dj_database_url.parse(ENVIRONMENT.database_url or f"sqlite:///{ENVIRONMENT.var / 'hosho.db'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"] |= {"ENGINE": "web.sqlite", "OPTIONS": _SQLITE_OPTIONS, "CONN_MAX_AGE": None}
elif DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 4)
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_MAIL = ENVIRONMENT.mail_server
EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.starttls, _MAIL.tls
EMAIL_TIMEOUT = 5
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from

TABLE_WRITERS = {"csv": "leads.export.to_csv", "xlsx": "leads.export.to_xlsx"}
"""(headings, rows, title) -> the file: packages to the right of leads name their writer here."""

LANGUAGE_CODE = "ja"
TIME_ZONE = "Asia/Tokyo"
USE_TZ = True

LOGIN_REDIRECT_URL = "/staff/"
STATIC_URL = "/static/"
SERVESTATIC_USE_FINDERS = True

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "connect-src": [SELF],
        "img-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
CORS_ALLOWED_ORIGINS = ENVIRONMENT.allowed_origins
CORS_URLS_REGEX = r"^/(api/|widget)"
CORS_EXPOSE_HEADERS = ["Retry-After"]
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.production else 0
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024

LOGGING = logs.configured(ENVIRONMENT.production)
