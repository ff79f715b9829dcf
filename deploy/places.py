"""What belongs to a hosho: its databases, the secrets they were written with, the migrations they have seen."""

import hashlib
import hmac
import tomllib
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from deploy.postgres_store import Postgres
from deploy.stores import Sqlite, Store
from deploy.tracker_url import FILE, in_postgresql
from web.environment import ROOT, Environment

KEYS = ("secret_key", "field_keys")
"""Settings without which what is in the databases is worth less, or nothing."""


def database() -> Store:
    """The one that Django's settings name."""
    named = settings.DATABASES["default"]
    return Sqlite(Path(named["NAME"])) if "sqlite" in named["ENGINE"] else Postgres(dict(named))


def tracker(environment: Environment) -> Sqlite:
    """Rasa's conversations in their file; beside PostgreSQL none, or one yet to be taken in (bot/moving.py)."""
    return Sqlite(environment.var / FILE)


def conversations(environment: Environment) -> list[Store]:
    """Wherever Rasa's conversations may lie."""
    return [tracker(environment), *([database()] if in_postgresql(environment) else [])]


def version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def applied_migrations() -> list[str]:
    return sorted(map(".".join, MigrationRecorder(connection).applied_migrations()))


def known_migrations() -> set[str]:
    """Those that this hosho brings."""
    return set(map(".".join, MigrationLoader(None).disk_migrations))


def fingerprints(environment: Environment) -> dict[str, list[str]]:
    """Setting -> what tells its secrets from others, and not more."""
    found = {name: getattr(environment, name, "") or [] for name in KEYS}
    return {
        name: [_fingerprint(key) for key in ([value] if isinstance(value, str) else value)]
        for name, value in found.items()
    }


def _fingerprint(secret: str) -> str:
    return hmac.new(secret.encode(), b"hosho backup", hashlib.sha256).hexdigest()[:16]
