"""Run as a process: what is live in the SQLite file named becomes live in the database of this environment."""

import contextlib
import json
import os
import sqlite3
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
django.setup()

from django.core.management import call_command  # noqa: E402

from knowledge.models import Activation, Release  # noqa: E402

LIVE = """SELECT number, entries, matcher, encoder, note, published_by FROM knowledge_release
WHERE id = (SELECT release_id FROM knowledge_activation ORDER BY id DESC LIMIT 1)"""


def main() -> None:
    call_command("migrate", verbosity=0)
    with contextlib.closing(sqlite3.connect(sys.argv[1])) as source:
        [(number, entries, matcher, encoder, note, by)] = source.execute(LIVE).fetchall()
    release = Release.objects.create(
        number=number, entries=json.loads(entries), matcher=matcher, encoder=encoder, note=note, published_by=by
    )
    Activation.objects.create(release=release, by=by)


if __name__ == "__main__":
    main()
