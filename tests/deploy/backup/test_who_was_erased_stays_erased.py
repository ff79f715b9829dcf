"""A backup brings back whom it knew: the log tells who was erased since."""

from pathlib import Path
from uuid import UUID

import pytest

from tests.deploy.backup.conftest import Build
from tests.deploy.backup.house import DJANGO, House

Lived = tuple[House, UUID]
TOLD = """
from chat.log_context import digest
from chat.models import Session
from leads.models import Lead
print(digest(Session.objects.get().id), Lead.objects.get().reference)
"""


@pytest.mark.parametrize(
    ("line", "turns", "leads"),
    [
        ("session erased session={session}", 0, 1),
        ("visitor erased references=['{reference}']", 0, 0),
        ("turn answered session={session} {reference}", 1, 1),
    ],
    ids=["by the visitor: what was sent stays with sales", "by staff: everything", "not at all"],
)
def test_who_was_erased_since_is_erased_again(
    lived_in: Lived, empty: Build, backup: Path, tmp_path: Path, line: str, turns: int, leads: int
) -> None:
    session, reference = lived_in[0].does("-c", DJANGO + TOLD).split()
    log = tmp_path / "web.log"
    log.write_text(f"2026-11-29T10:00:00Z info {line.format(session=session, reference=reference)}\n", "utf-8")
    house = empty()
    said = house.does("-m", "deploy.restore", str(backup), "--erased", str(log))
    rows = house.rows()
    assert f"{1 - turns} erased visitors were erased again" in said
    assert [len(rows[name]) for name in ("chat_session", "chat_turn", "tracker.events")] == [turns] * 3
    assert len(rows["leads_lead"]) == leads
