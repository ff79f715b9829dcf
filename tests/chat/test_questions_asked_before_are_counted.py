"""What was asked before questions were counted is counted by the migration, as if it had been counted then."""

import uuid
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from chat.models import Session, Tally, Turn
from tests.fakes import LISTED

pytestmark = pytest.mark.django_db(transaction=True)

ANSWERED = {"messages": [], "answer": LISTED, "form": None}
EVENING = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)
"""Half past midnight in Japan, on the 23rd."""


def asked(session: Session, **columns: Any) -> Turn:
    """A turn as it was kept then."""
    kept = {"text": "誤送信は対象ですか", "reply": ANSWERED} | columns
    turn = Turn.objects.create(session=session, message_id=uuid.uuid4(), claimed_at=EVENING, **kept)
    Turn.objects.filter(id=turn.id).update(at=EVENING)
    return turn


@pytest.fixture
def session() -> Session:
    return Session.objects.create(expires_at=timezone.now())


def migrate() -> list[dict[str, Any]]:
    with connection.schema_editor() as editor:
        import_module("chat.migrations.0002_count_questions").count_kept(apps, editor)
    return list(Tally.objects.values("verdict", "entry_id", "questions", "conversations", "helpful", "unhelpful"))


def test_questions_are_counted_on_their_day_in_japan_with_their_ratings(session: Session) -> None:
    first = asked(session, helpful=True)
    asked(session, helpful=False)
    expected = {"questions": 2, "conversations": 1, "helpful": 1, "unhelpful": 1}
    assert migrate() == [{"verdict": "listed", "entry_id": "scenario.missent_mail_or_fax", **expected}]
    assert Tally.objects.get().day.isoformat() == "2026-11-23"
    first.refresh_from_db()
    assert first.tally == Tally.objects.get()


def test_what_is_no_question_is_not(session: Session) -> None:
    asked(session, text="")
    asked(session, message="/quote")
    asked(session, reply=None)
    asked(session, reply={"messages": [], "answer": None, "form": {"name": "disclosure"}})
    assert migrate() == []
