from pathlib import Path
from uuid import UUID

import pytest

from tests.deploy.backup.conftest import Build, Restored
from tests.deploy.backup.house import DJANGO, SECRETS, House

pytestmark = pytest.mark.slow

Lived = tuple[House, UUID]
READ = """
from chat.models import Turn
from leads.models import Note
print(Turn.objects.get().text, Note.objects.get().text)
"""
GO_ON = """
from django.contrib.auth.models import User
from django.utils import timezone
from chat.models import Session
User.objects.create_user("content")
made = Session.objects.create(expires_at=timezone.now())
print(made.turns.create(message_id=made.id, text="", message="", claimed_at=timezone.now()).id)
"""


def test_every_row_of_every_table_is_there_again(lived_in: Lived, restored: Restored) -> None:
    before, after = lived_in[0].rows(), restored.rows
    assert before.keys() == after.keys()
    assert len(before) > 25
    assert [len(before[name]) for name in ("chat_turn", "leads_lead", "leads_note", "tracker.events")] == [1, 1, 1, 1]
    assert {name for name in before if before[name] != after[name]} == set()


def test_what_visitors_and_staff_have_written_can_be_read_again(restored: Restored) -> None:
    assert restored.house.does("-c", DJANGO + READ) == "委託先から漏えいしたら? 折り返し希望\n『至急』\n"


def test_new_rows_get_ids_of_their_own(restored: Restored) -> None:
    assert int(restored.house.does("-c", DJANGO + GO_ON)) > 1


def test_the_backup_holds_no_secret_and_nobody_else_may_read_it(backup: Path) -> None:
    content = backup.read_bytes()
    assert backup.stat().st_mode & 0o777 == 0o600
    assert not any(secret.encode() in content for secret in SECRETS.values())


def test_a_folder_gets_a_file_and_which_secrets_to_keep_apart_is_said(lived_in: Lived, tmp_path: Path) -> None:
    said = lived_in[0].does("-m", "deploy.backup", str(tmp_path))
    assert all(name in said for name in ("HOSHO_SECRET_KEY", "HOSHO_FIELD_KEYS", "secrets.json"))
    [made] = tmp_path.iterdir()
    assert made.name.startswith("hosho-")
    assert str(made) in said


def test_a_place_in_which_something_is_stays_as_it_is(lived_in: Lived, backup: Path) -> None:
    before = lived_in[0].rows()
    assert "restore into an empty" in lived_in[0].refuses("-m", "deploy.restore", str(backup))
    assert lived_in[0].rows() == before


def test_without_a_key_that_was_in_use_it_is_refused(
    empty: Build, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = empty()
    monkeypatch.setitem(SECRETS, "FIELD_KEYS", "QW5vdGhlciBrZXkgb2YgYSB0ZXN0LCBubyBzZWNyZXQ=")
    assert "HOSHO_FIELD_KEYS lacks a key" in house.refuses("-m", "deploy.restore", str(backup))
    assert list(house.var.glob("*.db*")) == []
