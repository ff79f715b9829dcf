"""Rasa's SQL tracker store with its events sealed at rest: what visitors said, and the slots, are Fernet tokens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.exceptions import RasaException
from sqlalchemy.orm import declarative_base

from bot import connecting, moving
from bot.recent_store import RecentTrackerStore

AT_ONCE = 200
"""Rows changed in one transaction: some milliseconds, in which Rasa answers nobody."""


class FieldKeyMissing(RasaException):
    """HOSHO_FIELD_KEYS is empty, malformed, or without the key of a row that is to be read."""


class SealedTrackerStore(RecentTrackerStore):
    """endpoints.yml names it. `keys`: HOSHO_FIELD_KEYS, the newest first. What was stored plain is sealed at the start,
    what lies in the file `before` moved to where they are kept now; afterwards a row that no key opens is an error,
    never an empty conversation."""

    def __init__(
        self, domain: Domain | None = None, keys: str | None = None, before: str | None = None, **options: Any
    ) -> None:
        self._ring, self._newest = _rings(keys or "")
        super().__init__(domain, **options)
        self.SQLEvent = _event_class(self._ring)
        self.engine.dispose()
        self.engine = connecting.engine(self.engine.url)
        self.sessionmaker.configure(bind=self.engine)
        if before and self.engine.dialect.name != "sqlite":
            moving.move(Path(before), self.engine)
        self._seal_what_is_plain()

    @staticmethod
    def get_db_url(*parts: Any) -> Any:
        return connecting.patient(SQLTrackerStore.get_db_url(*parts))

    def under_newest(self, token: str) -> bool:
        """Whether the newest key sealed it."""
        try:
            self._newest.decrypt(token.encode())
        except InvalidToken:
            return False
        return True

    def reseal(self, after: int) -> tuple[int, int | None]:
        """Put the next rows after this id under the newest key: (how many were not, the last id; None when done)."""
        return self._rewrite("id > :after", after, self._renewed)

    def _renewed(self, sealed: str) -> str | None:
        if self.under_newest(sealed):
            return None
        try:
            return self._ring.rotate(sealed.encode()).decode()
        except InvalidToken:
            raise FieldKeyMissing("no key in HOSHO_FIELD_KEYS opens a row of the tracker store") from None

    def _seal_what_is_plain(self) -> None:
        last: int | None = 0
        while last is not None:
            _, last = self._rewrite("id > :after AND data LIKE '{%'", last, lambda plain: seal(self._ring, plain))

    def _rewrite(self, which: str, after: int, change: Callable[[str], str | None]) -> tuple[int, int | None]:
        query = sa.text(f"SELECT id, data FROM events WHERE {which} AND data IS NOT NULL ORDER BY id LIMIT {AT_ONCE}")
        with self.session_scope() as session:
            rows = session.execute(query, {"after": after}).all()
            changed = [{"id": key, "data": new} for key, data in rows if (new := change(data)) is not None]
            if changed:
                session.execute(sa.text("UPDATE events SET data = :data WHERE id = :id"), changed)
                session.commit()
        return len(changed), rows[-1][0] if rows else None


class _Sealed(sa.types.TypeDecorator):
    """Text that the database sees sealed."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, ring: MultiFernet) -> None:
        super().__init__()
        self.ring = ring

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:
        return None if value is None else seal(self.ring, value)

    def process_result_value(self, value: str | None, dialect: Any) -> str | None:
        try:
            return None if value is None else self.ring.decrypt(value.encode()).decode()
        except InvalidToken:
            raise FieldKeyMissing("no key in HOSHO_FIELD_KEYS opens a row of the tracker store") from None


def seal(ring: MultiFernet, text: str) -> str:
    return ring.encrypt(text.encode()).decode()


def _rings(keys: str) -> tuple[MultiFernet, Fernet]:
    try:
        fernets = [Fernet(key.strip()) for key in keys.split(",") if key.strip()]
    except ValueError:
        raise FieldKeyMissing("HOSHO_FIELD_KEYS holds what is no Fernet key") from None
    if not fernets:
        raise FieldKeyMissing("HOSHO_FIELD_KEYS is not set: Rasa keeps no conversation unsealed")
    return MultiFernet(fernets), fernets[0]


def _event_class(ring: MultiFernet) -> Any:
    """Rasa's own table, its `data` sealed."""
    table = SQLTrackerStore.SQLEvent.__table__.to_metadata(sa.MetaData())
    table.c.data.type = _Sealed(ring)
    return type("SQLEvent", (declarative_base(),), {"__table__": table})
