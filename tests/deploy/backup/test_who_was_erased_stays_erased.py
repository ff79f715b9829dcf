"""A backup brings back whom it knew: the log, as it was really written, tells who was erased since."""

from pathlib import Path
from uuid import UUID

import pytest

from tests.deploy.backup.conftest import Build
from tests.deploy.backup.house import DJANGO, House

pytestmark = pytest.mark.slow

Lived = tuple[House, UUID]
KNOWN = """
from asgiref.sync import async_to_sync
from chat import log_context, turns
from chat.erasing import visitor
from chat.erasing.erasure import erase
from chat.models import Session
from leads.models import Lead
from tests.fakes import FakeEngine
session, lead = Session.objects.get(), Lead.objects.get()
"""
BY_THE_VISITOR = "log_context.bind(session.id); async_to_sync(turns.erase)(session, FakeEngine())"
BY_STAFF = "erase(visitor.by_reference(lead.reference), '木村', FakeEngine())"
OF_WHOM_NO_LEAD_WAS_SENT = "lead.delete(); erase(visitor.by_session(session.id), '木村', FakeEngine())"
NOT_AT_ALL = """
import structlog
log_context.bind(session.id); structlog.get_logger('chat').info('turn answered', reference=lead.reference)
"""


@pytest.mark.parametrize(
    ("meanwhile", "erased", "turns", "leads"),
    [
        (BY_THE_VISITOR, 1, 0, 1),
        (BY_STAFF, 1, 0, 0),
        (OF_WHOM_NO_LEAD_WAS_SENT, 1, 0, 1),
        (NOT_AT_ALL, 0, 1, 1),
    ],
    ids=[
        "by the visitor: what was sent stays with sales",
        "by staff: everything",
        "by staff, the conversation alone: the lead was gone before, by a way that the log does not tell",
        "not at all",
    ],
)
def test_who_was_erased_since_is_erased_again(
    empty: Build, backup: Path, tmp_path: Path, meanwhile: str, erased: int, turns: int, leads: int
) -> None:
    running, log = empty(), tmp_path / "web.log"
    running.does("-m", "deploy.restore", str(backup))
    did = running.run("-c", DJANGO + KNOWN + meanwhile)
    assert did.returncode == 0, did.stderr
    log.write_text(did.stderr, encoding="utf-8")
    house = empty()
    said = house.does("-m", "deploy.restore", str(backup), "--erased", str(log))
    rows = house.rows()
    assert f"{erased} erased visitors were erased again" in said
    assert [len(rows[name]) for name in ("chat_session", "chat_turn", "tracker.events")] == [turns] * 3
    assert len(rows["leads_lead"]) == leads
