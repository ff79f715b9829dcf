"""Whether the developer's database answers from what the repository holds; tests of answers mean nothing otherwise."""

import contextlib
import json
import sqlite3

from knowledge.domain.files import read
from knowledge.domain.schema import Entry
from web.environment import ROOT, load

LIVE = """SELECT entries FROM knowledge_release
WHERE id = (SELECT release_id FROM knowledge_activation ORDER BY id DESC LIMIT 1)"""
REMEDY = """the live release in {database} has other entries than knowledge/entries ({which}); make it the same:
.venv/bin/python manage.py import_knowledge knowledge/entries
.venv/bin/python manage.py publish_knowledge --note tests"""


def assert_repository_is_live() -> None:
    """Raises AssertionError, with what to do, when the entries differ."""
    database = load().var / "hosho.db"
    with contextlib.closing(sqlite3.connect(database)) as connection:
        [(stored,)] = connection.execute(LIVE).fetchall()
    live = {entry.id: entry for entry in map(Entry.model_validate, json.loads(stored))}
    written = {entry.id: entry for entry in read(ROOT / "knowledge" / "entries")}
    differing = sorted(i for i in live.keys() | written.keys() if live.get(i) != written.get(i))
    assert not differing, REMEDY.format(database=database, which=", ".join(differing[:5]))
