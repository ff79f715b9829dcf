"""How the tracker store reaches its database, so that Rasa, which waits for it in its event loop, soon goes on."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import create_engine_kwargs

WAITS = {
    "sqlite": {"timeout": "1"},
    "postgresql": {"connect_timeout": "2", "tcp_user_timeout": "2000", "options": "-c statement_timeout=3000"},
}
"""Seconds for a lock; seconds for a connection, milliseconds for a line that broke and for a statement.

While Rasa waits it answers nobody."""


def patient(url: Any) -> Any:
    """The address with those bounds, where it names none of its own."""
    made = sa.engine.make_url(url)
    return made.set(query={**WAITS.get(made.get_backend_name(), {}), **made.query})


def engine(url: Any) -> Any:
    """Asks each connection whether it still is one: a server that was started anew costs nobody an answer."""
    made = sa.create_engine(url, pool_pre_ping=True, **create_engine_kwargs(url))
    if made.dialect.name == "sqlite":
        sa.event.listen(made, "connect", lambda connection, _: connection.execute("PRAGMA secure_delete=ON"))
    return made
