"""manage.py apply_retention: what is older than its time goes, what is not stays, and it is said in one line."""

import io
import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session as StaffSession
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.utils import timezone
from pytest_django import Settings

from audit.models import Record
from chat import retention
from chat.models import Session, Turn
from knowledge import choices, ratings
from knowledge.models import AskedOnDay, ClarifiedQuestion, RatedAnswer, UnansweredQuestion, Upload
from knowledge.retention import LONG
from leads.models import Disclosure, FormProgress, Lead, Status
from tests.chat.visitor import Visitor
from tests.fakes import FakeEngine
from tests.leads.staff.samples import a_lead

NOW = timezone.now()
DAY = timedelta(days=1)
NOTHING = "保存期間を過ぎて消したもの: なし (erased by age: nothing)\n"


def apply() -> str:
    out = io.StringIO()
    call_command("apply_retention", stdout=out)
    return out.getvalue()


def aged(model: type[Any], column: str, by: timedelta, **which: Any) -> None:
    """Of the rows, as if they had come that much earlier."""
    assert model._default_manager.filter(**which).update(**{column: NOW - by})


@pytest.fixture
def days(settings: Settings) -> timedelta:
    return timedelta(days=settings.ENVIRONMENT.retention_days)


@pytest.fixture
def lead_days(settings: Settings) -> timedelta:
    return timedelta(days=settings.ENVIRONMENT.lead_retention_days)


@pytest.fixture
def old_lead(transactional_db: None, lead_days: timedelta) -> Lead:
    lead = a_lead(created_at=NOW - lead_days - DAY, transcript=[{"from": "visitor", "text": "見積りをお願いします"}])
    lead.history.update(history_date=NOW - lead_days - DAY)
    return lead


def test_with_nothing_old_nothing_goes(visitor: Visitor) -> None:
    visitor.says("メールの誤送信は対象ですか")
    assert apply() == NOTHING
    assert visitor.typed() == ["メールの誤送信は対象ですか"]


def test_an_expired_conversation_goes_in_rasa_and_here(visitor: Visitor, other: Visitor, engine: FakeEngine) -> None:
    visitor.says("名簿をなくしました")
    other.says("USBメモリをなくしました")
    (sender, _), _ = engine.asked
    aged(Session, "expires_at", timedelta(0), pk=uuid.UUID(sender))
    assert apply() == "保存期間を過ぎて消したもの: 会話 1 (erased by age: conversations 1)\n"
    assert engine.forgotten == [sender]
    assert other.typed() == ["USBメモリをなくしました"]
    assert Session.objects.count() == 1


def test_its_forms_go_with_it_and_its_lead_stays(visitor: Visitor) -> None:
    session = Session.objects.get()
    lead = a_lead(session=str(session.pk))
    Disclosure.objects.create(session=session.pk, state={}, lead=lead, ended_at=NOW)
    Disclosure.objects.create(session=session.pk, state={"kind": "quote"})
    aged(Session, "expires_at", timedelta(0))
    apply()
    assert not Disclosure.objects.exists()
    assert Lead.objects.get() == lead


def test_a_shorter_time_counts_for_conversations_opened_before(visitor: Visitor, settings: Settings) -> None:
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"retention_days": 7})
    aged(Session, "created_at", 8 * DAY)
    assert "会話 1" in apply()


def test_many_conversations_go_a_few_at_a_time(
    visitor: Visitor, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 2)
    Session.objects.bulk_create(Session(expires_at=NOW - DAY) for _ in range(5))
    assert "会話 5" in apply()
    assert len(set(engine.forgotten)) == 5


def test_while_rasa_is_away_it_is_said_and_tried_again(visitor: Visitor, engine: FakeEngine) -> None:
    visitor.says("名簿をなくしました")
    aged(Session, "expires_at", timedelta(0))
    engine.away = True
    with pytest.raises(CommandError, match=r"^1 conversations past HOSHO_RETENTION_DAYS are not erased yet: Rasa at"):
        apply()
    assert Turn.objects.exists()
    engine.away = False
    assert "会話 1" in apply()


def test_while_rasa_is_away_everything_else_goes(visitor: Visitor, engine: FakeEngine, old_lead: Lead) -> None:
    aged(Session, "expires_at", timedelta(0))
    engine.away = True
    with pytest.raises(CommandError):
        apply()
    assert not Lead.objects.exists()


def test_an_unfinished_form_and_an_ended_one_go_after_the_same_time(visitor: Visitor, days: timedelta) -> None:
    Disclosure.objects.create(session=uuid.uuid4(), state={"kind": "quote"})
    aged(Disclosure, "updated_at", days + DAY)
    Disclosure.objects.create(session=uuid.uuid4(), state={}, ended_at=NOW - days - DAY)
    Disclosure.objects.create(session=uuid.uuid4(), state={}, ended_at=NOW - days + DAY)
    assert "フォーム 2" in apply()
    assert Disclosure.objects.count() == 1


def test_a_lead_on_which_nobody_worked_for_long_goes_with_all_that_hangs_on_it(
    visitor: Visitor, old_lead: Lead
) -> None:
    note = old_lead.notes.create(text="留守番電話")
    aged(type(note), "at", timedelta(days=4000))
    old_lead.deliveries.create(channel="webhook")
    told = apply()
    assert "見込み客 1" in told
    assert [Lead.objects.count(), Lead.history.count(), type(note).objects.count()] == [0, 0, 0]
    assert apply() == NOTHING


def test_that_it_went_is_in_the_audit_trail(visitor: Visitor, old_lead: Lead) -> None:
    apply()
    row = Record.objects.get(kind="lead", did="erased")
    assert (row.ids, row.facts, row.user_name) == (old_lead.reference, {"count": 1}, "apply_retention")


def test_a_note_or_a_change_begins_its_time_anew(visitor: Visitor, lead_days: timedelta) -> None:
    noted, changed = (a_lead(reference=f"H-{n}", created_at=NOW - lead_days - DAY) for n in (1, 2))
    Lead.history.update(history_date=NOW - lead_days - DAY)
    noted.notes.create(text="来月また電話する")
    changed.status = Status.QUOTED
    changed.save()
    assert apply() == NOTHING


def test_a_lead_that_was_won_stays_without_its_conversation(visitor: Visitor, old_lead: Lead) -> None:
    Lead.objects.update(status=Status.WON)
    assert "成約した見込み客の会話 1" in apply()
    kept = Lead.objects.get()
    assert (kept.transcript, kept.said.company) == ([], "株式会社山田製作所")
    assert apply() == NOTHING


def test_the_history_of_leads_that_are_gone_goes(visitor: Visitor) -> None:
    lead = a_lead()
    Lead.objects.filter(pk=lead.pk)._raw_delete("default")
    assert "変更履歴 1" in apply()
    assert Lead.history.count() == 0


def test_questions_nobody_asked_for_long_go(visitor: Visitor) -> None:
    for text in ("身代金は出ますか", "免責金額はいくらですか"):
        question = UnansweredQuestion.objects.create(key=text, text=text, verdict="not_listed", last_at=NOW)
        AskedOnDay.objects.create(question=question, day=NOW.date())
    choices.remember("漏えいしました", "")
    ratings.rate("誤送信は対象ですか", "scenario.missent_mail_or_fax", "listed", True)
    aged(UnansweredQuestion, "last_at", LONG + DAY, text="身代金は出ますか")
    aged(ClarifiedQuestion, "last_at", LONG + DAY)
    aged(RatedAnswer, "last_at", LONG + DAY)
    assert "答えられなかった質問など 3" in apply()
    assert [row.text for row in UnansweredQuestion.objects.all()] == ["免責金額はいくらですか"]
    assert AskedOnDay.objects.count() == 1


def test_what_staff_left_behind_goes(visitor: Visitor) -> None:
    user = User.objects.create_user("sato")
    Upload.objects.create(owner=user, name="項目.xlsx", content=b"", plan={})
    aged(Upload, "made_at", 2 * DAY)
    kind = ContentType.objects.get_for_model(Lead)
    LogEntry.objects.create(user=user, content_type=kind, object_repr="H-1", action_flag=CHANGE)
    aged(LogEntry, "action_time", LONG + DAY)
    attempt = {"ip_address": "192.0.2.1", "user_agent": "x", "username": "sato", "failures_since_start": 1}
    AccessAttempt.objects.create(**attempt)
    aged(AccessAttempt, "attempt_time", 2 * DAY)
    StaffSession.objects.create(session_key="a", session_data="", expire_date=NOW - DAY)
    StaffSession.objects.create(session_key="b", session_data="", expire_date=NOW + DAY)
    told = apply()
    assert "取り込み待ちのファイル 1、スタッフのログイン 1、失敗したログイン 1、操作の記録 1" in told
    assert StaffSession.objects.get().session_key == "b"


def test_counts_of_forms_go_after_long(visitor: Visitor) -> None:
    FormProgress.objects.create(day=(NOW - LONG - 2 * DAY).date(), kind="quote", reached="company")
    FormProgress.objects.create(day=NOW.date(), kind="quote", reached="company")
    assert "フォームの進み具合 1" in apply()
    assert FormProgress.objects.count() == 1


def test_nothing_of_it_stays_in_the_files_of_sqlite(visitor: Visitor, old_lead: Lead) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite keeps its files beside us")

    def written() -> bytes:
        file = Path(str(connection.settings_dict["NAME"]))
        return b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))

    session = Lead.objects.get().session.hex.encode()
    assert session in written()
    apply()
    assert session not in written()


def test_a_database_that_is_away_is_named(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise OperationalError("password=geheim")

    monkeypatch.setattr(retention, "erase_old", away)
    with pytest.raises(CommandError, match=r"HOSHO_DATABASE_URL does not answer \(OperationalError\)"):
        apply()
