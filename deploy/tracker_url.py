"""Where Rasa keeps its conversations: beside the database, in a file under HOSHO_VAR or in the same PostgreSQL."""

from typing import Any
from urllib.parse import quote, urlencode

import dj_database_url

from web.environment import Environment

TABLE = "events"
"""Rasa's own, the only one."""
FILE = "tracker.db"
OF_DJANGO = {"pool", "isolation_level", "assume_role", "server_side_binding", "cursor_factory"}
"""Options of an address that PostgreSQL's own library does not know."""


def tracker_url(environment: Environment) -> str:
    """As SQLAlchemy reads it. Only PostgreSQL is shared by several Rasa; beside any other database it is the file."""
    if not in_postgresql(environment):
        return f"sqlite:///{environment.var / FILE}"
    named: dict[str, Any] = dict(dj_database_url.parse(environment.database_url))
    options = {name: value for name, value in named.get("OPTIONS", {}).items() if name not in OF_DJANGO}
    if named["HOST"].startswith("/"):  # a socket stands for no host name
        options["host"] = named.pop("HOST")
    user, password = (quote(named[part], safe="") for part in ("USER", "PASSWORD"))
    login = f"{user}:{password}@" if password else f"{user}@" if user else ""
    port = f":{named['PORT']}" if named["PORT"] else ""
    query = f"?{urlencode(options)}" if options else ""
    return f"postgresql://{login}{named.get('HOST', '')}{port}/{named['NAME']}{query}"


def in_postgresql(environment: Environment) -> bool:
    return bool(environment.database_url) and _engine(environment.database_url) == "django.db.backends.postgresql"


def _engine(url: str) -> str:
    return str(dj_database_url.parse(url)["ENGINE"])
