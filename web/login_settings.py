"""Django settings for the login of staff: sessions, cookies, passwords, what django-axes counts, the second factor."""

import datetime

from web.environment import load

_ENVIRONMENT = load()
# A browser takes a cookie of this name over https alone, from this very host, for all its paths.
_PREFIX = "__Host-" if _ENVIRONMENT.production else ""

SESSION_COOKIE_NAME = f"{_PREFIX}hosho-staff"
SESSION_COOKIE_SECURE = _ENVIRONMENT.production
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"  # Strict would ask for a login after each link in an e-mail
SESSION_COOKIE_AGE = _ENVIRONMENT.staff_idle_minutes * 60
SESSION_SAVE_EVERY_REQUEST = True  # the age counts from the last request; visitors have no session
CSRF_COOKIE_NAME = f"{_PREFIX}hosho-csrf"
CSRF_COOKIE_SECURE = _ENVIRONMENT.production
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]
OTP_TOTP_ISSUER = f"hosho {_ENVIRONMENT.agency_name}"

AXES_HANDLER = "login.lockout.Handler"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "username", "ip_address"]
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = datetime.timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "login.lockout.name"
AXES_CLIENT_IP_CALLABLE = "login.lockout.address"
AXES_LOCKOUT_CALLABLE = "login.lockout.response"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "code", "csrfmiddlewaretoken", "next"]
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True  # the audit trail tells who logged in
AXES_ENABLE_ADMIN = False
