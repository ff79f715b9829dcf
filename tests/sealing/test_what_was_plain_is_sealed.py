"""The migrations seal what was kept before, open it on the way back, and leave nothing plain in the files."""

import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from chat.models import Turn
from leads.models import Disclosure, Lead, Note
from leads.staff.related import related
from sealing import migrating
from sealing.leftovers import wipe
from tests.leads.staff.samples import content

pytestmark = pytest.mark.django_db(transaction=True)

BEFORE = [("chat", "0003_erasure"), ("leads", "0004_erasure")]
SEALED = [("chat", "0005_nothing_plain_is_left"), ("leads", "0005_sealed")]
SAID = ("極秘の取引先", "ひみつ商事", "himitsu@example.co.jp", "03-0000-7777", "折り返す約束", "誤送信は対象ですか")
CONTACT = {"name": "山田 花子", "email": "Himitsu@example.co.jp", "phone": "03-0000-7777"}
TABLES = ("chat_turn", "leads_lead", "leads_note", "leads_disclosure")


def migrate(targets: list[tuple[str, str]]) -> Any:
    """Goes there; returns the models as they are there."""
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps


@pytest.fixture
def before() -> Iterator[Any]:
    """The models of a database that knows no sealing yet; afterwards it is as it was."""
    newest = [node for node in MigrationExecutor(connection).loader.graph.leaf_nodes() if node[0] in ("chat", "leads")]
    yield migrate(BEFORE)
    migrate(newest)


def fill(apps: Any) -> None:
    said = content(company="株式会社ひみつ商事", contact=CONTACT, incident_details="極秘の取引先に誤送信")
    for number in range(3):
        lead = apps.get_model("leads", "Lead").objects.create(
            reference=f"H-{number}",
            kind="quote",
            grade="A",
            content=said,
            transcript=[{"from": "visitor", "text": "極秘の取引先"}],
            company="株式会社ひみつ商事",
            company_key="ひみつ商事",
            email_key="himitsu@example.co.jp",
            phone_key="+81300007777",
            session=uuid.uuid4(),
        )
    apps.get_model("leads", "Note").objects.create(lead=lead, text="折り返す約束")
    apps.get_model("leads", "Disclosure").objects.create(
        session=uuid.uuid4(), state={"values": {"company": "ひみつ商事"}}
    )
    session = apps.get_model("chat", "Session").objects.create(expires_at=timezone.now())
    apps.get_model("chat", "Turn").objects.create(
        session=session,
        message_id=uuid.uuid4(),
        text="誤送信は対象ですか",
        message="誤送信は対象ですか",
        claimed_at=timezone.now(),
        reply={"messages": [{"text": "ひみつ商事さま"}]},
        payloads={"x": {"title": "極秘の取引先", "payload": "/person"}},
    )


def written() -> bytes:
    """Everything in the database's files; of PostgreSQL those of our tables."""
    if connection.vendor == "sqlite":
        file = Path(str(connection.settings_dict["NAME"]))
        return b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        places = [f"pg_relation_filepath('{table}'), pg_relation_filepath(reltoastrelid)" for table in TABLES]
        found = []
        for table, place in zip(TABLES, places, strict=True):
            cursor.execute(f"SELECT {place} FROM pg_class WHERE relname = '{table}'")
            found += [path for path in cursor.fetchone() if path]
        cursor.execute("SHOW data_directory")
        (folder,) = cursor.fetchone()
    return b"".join((Path(folder) / path).read_bytes() for path in found)


def said_in(stored: bytes) -> list[str]:
    return [text for text in SAID if text.encode() in stored or json.dumps(text)[1:-1].encode() in stored]


def test_it_is_sealed_and_read_as_before(before: Any) -> None:
    fill(before)
    migrate(SEALED)
    lead = Lead.objects.order_by("pk").last()
    assert lead is not None
    assert (lead.company, lead.said.incident_details) == ("株式会社ひみつ商事", "極秘の取引先に誤送信")
    assert lead.transcript == [{"from": "visitor", "text": "極秘の取引先"}]
    assert [other.same for other in related(lead)] == ["会社・メール・電話"] * 2
    assert Note.objects.get().text == "折り返す約束"
    form = Disclosure.objects.get()
    assert (form.state, form.outcome) == ({"values": {"company": "ひみつ商事"}}, None)
    turn = Turn.objects.get()
    assert (turn.text, turn.reply) == ("誤送信は対象ですか", {"messages": [{"text": "ひみつ商事さま"}]})
    assert turn.payloads["x"]["title"] == "極秘の取引先"


def test_more_rows_than_one_batch_are_sealed(before: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(before)
    monkeypatch.setattr(migrating, "AT_ONCE", 2)
    migrate(SEALED)
    assert {lead.company for lead in Lead.objects.all()} == {"株式会社ひみつ商事"}


def test_nothing_plain_is_left_in_the_files(before: Any) -> None:
    fill(before)
    if connection.vendor == "postgresql":
        wipe(connection, *TABLES)  # writes what is there now to the files
    assert sorted(said_in(written())) == sorted(SAID)
    migrate(SEALED)
    assert said_in(written()) == []


def test_the_way_back_opens_everything_again(before: Any) -> None:
    fill(before)
    kept = list(before.get_model("leads", "Lead").objects.values().order_by("pk"))
    turns = list(before.get_model("chat", "Turn").objects.values())
    migrate(SEALED)
    apps = migrate(BEFORE)
    assert list(apps.get_model("leads", "Lead").objects.values().order_by("pk")) == kept
    assert list(apps.get_model("chat", "Turn").objects.values()) == turns
    assert apps.get_model("leads", "Note").objects.get().text == "折り返す約束"
    assert apps.get_model("leads", "Disclosure").objects.get().state == {"values": {"company": "ひみつ商事"}}
