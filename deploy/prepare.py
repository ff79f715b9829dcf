"""Bring the database to what this version needs, and say nothing when it is there: migrations, a release that can be
read, in development a first login. One start of Django, which looks into the database itself: it may have been
deleted, restored or upgraded since the last time."""

import os
import sys

import django
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from web.environment import FIRST_LOGIN, Environment, first_password, load


def prepare(environment: Environment) -> None:
    """Raises CommandError when the shipped knowledge cannot be published."""
    call_command("migrate", verbosity=0)
    call_command("publish_knowledge", if_none=True, note="同梱の知識ベース")
    users = get_user_model().objects
    if not environment.production and not users.exists():
        users.create_superuser(FIRST_LOGIN, password=first_password(environment))


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
    environment = load()
    django.setup()
    try:
        prepare(environment)
    except CommandError as error:
        sys.exit(f"setup: {error}")


if __name__ == "__main__":
    main()
