"""Run as a process: some of everything in the database and in Rasa's conversations; prints the session's id."""

import os
import sqlite3
from contextlib import closing
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.submitting import filled_in  # noqa: E402
from chat.history import conversation  # noqa: E402
from chat.models import Session  # noqa: E402
from chat.replies import greeting  # noqa: E402
from knowledge.models import Vector  # noqa: E402
from leads.models import Note  # noqa: E402
from leads.submission import submit  # noqa: E402

EVENTS = "CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id TEXT, data TEXT)"
SAID = "INSERT INTO events VALUES (1, '{}', '漏えいしたら?')"


def remember(*statements: str) -> None:
    """Where Rasa keeps its conversations."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
        return
    with closing(sqlite3.connect(settings.ENVIRONMENT.var / "tracker.db")) as tracker, tracker:
        for statement in statements:
            tracker.execute(statement)


def main() -> None:
    session = Session.objects.create(expires_at=timezone.now() + timedelta(days=1))
    reply, payloads = greeting()
    now = timezone.now()
    session.turns.create(
        message_id=session.id, text="委託先から漏えいしたら?", claimed_at=now, reply=reply, payloads=payloads
    )
    staff = User.objects.create_user("eigyo", password="営業の合い言葉")
    form = filled_in(1)
    form.session = session.id
    form.save()
    lead = submit(form, conversation(session.id))
    Note.objects.create(lead=lead, by=staff, text="折り返し希望\n『至急』")
    Vector.objects.create(key="か" * 8, data=bytes(range(256)))
    remember(EVENTS, SAID.format(session.id.hex))
    print(session.id)


if __name__ == "__main__":
    main()
