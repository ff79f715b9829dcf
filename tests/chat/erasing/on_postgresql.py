"""Run by the test with HOSHO_DATABASE_URL naming an empty PostgreSQL: erases a visitor there; prints what was found
before and afterwards, as JSON. argv: the folder in which the server keeps its files."""

import json
import sys
import uuid
from datetime import timedelta
from pathlib import Path

import django
from asgiref.sync import sync_to_async

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from chat.database import CONVERSATIONS  # noqa: E402
from chat.erasing import erasure, traces  # noqa: E402
from chat.erasing.visitor import by_email, by_reference  # noqa: E402
from chat.erasing.words import words_of  # noqa: E402
from chat.models import Session  # noqa: E402
from knowledge.models import UnansweredQuestion  # noqa: E402
from leads.models import Lead  # noqa: E402
from tests.chat.erasing.conftest import QUESTION, sent_form  # noqa: E402
from tests.fakes import FakeEngine  # noqa: E402


def a_visitor(question: str) -> Lead:
    """Who has asked a question that content staff were shown."""
    now = timezone.now()
    session = Session.objects.create(expires_at=now + timedelta(days=30))
    session.turns.create(message_id=uuid.uuid4(), text=question, message=question, claimed_at=now)
    asked_at = timezone.now()
    UnansweredQuestion.objects.create(key=uuid.uuid4().hex, text=question, verdict="not_listed", last_at=asked_at)
    return sent_form(session.pk)


class RasaInTheSameDatabase(FakeEngine):
    """Keeps what it was told in its table, as the real one does, and deletes it when it is to forget."""

    def __init__(self, *senders: str) -> None:
        super().__init__()
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE TABLE {CONVERSATIONS} (id SERIAL PRIMARY KEY, sender_id TEXT, data TEXT)")
            for sender in senders:
                cursor.execute(
                    f"INSERT INTO {CONVERSATIONS} (sender_id, data) VALUES (%s, %s)", [sender, sealed(sender)]
                )

    async def forget(self, sender: str) -> None:
        await super().forget(sender)
        await sync_to_async(self._delete)(sender)

    def _delete(self, sender: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {CONVERSATIONS} WHERE sender_id = %s", [sender])


def sealed(sender: str) -> str:
    """What only this row holds."""
    return f"sealed words of {sender}"


def stored(lead: Lead) -> str:
    """What of the lead stands in the database, sealed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM leads_lead WHERE id = %s", [lead.pk])
        return str(cursor.fetchone()[0])


def in_files(server: Path, *what: bytes) -> list[int]:
    """How often each stands in the files of the server's tables, as far as it has written them."""
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
    written = b"".join(file.read_bytes() for file in server.glob("base/**/*") if file.is_file())
    return [written.count(each) for each in what]


def main() -> None:
    call_command("migrate", verbosity=0)
    server, lead, other = Path(sys.argv[1]), a_visitor(QUESTION), a_visitor("別の方のご質問です")
    rasa = RasaInTheSameDatabase(lead.session.hex, other.session.hex)
    what = (QUESTION.encode(), lead.session.bytes, stored(lead).encode(), sealed(lead.session.hex).encode())
    told: dict[str, object] = {
        "by_email": {found.reference for found in by_email("sato@example.co.jp").leads}
        == {lead.reference, other.reference},
        "before": traces.found(words_of(by_reference(lead.reference)), [lead.session]),
        "in_files_before": in_files(server, *what),
    }
    receipt = erasure.erase(by_reference(lead.reference), "木村", rasa)
    told |= {"found": receipt.found, "erased": receipt.erased, "in_files": in_files(server, *what)}
    told |= {"others": Lead.objects.get() == other}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
