"""What the log lines of one conversation have in common: a short digest of its id, under our key; and those of one
turn, in every process that works at it: an id made for it."""

import re
import uuid

import structlog
from django.utils.crypto import salted_hmac

LENGTH = 10
HEADER = "X-Turn"
"""With it a turn's id goes from process to process: to Rasa, and from there to the actions."""
_TURN = re.compile(r"t[0-9a-f]{11}")


def bind(session: uuid.UUID | str) -> None:
    """Every line that this request or action logs from now on carries it. session: the id, or its hex digits."""
    structlog.contextvars.bind_contextvars(session=digest(session))


def digest(session: uuid.UUID | str) -> str:
    """As the lines tell it; deploy.restore finds by it who was erased."""
    told = session.hex if isinstance(session, uuid.UUID) else session
    return "s" + salted_hmac("chat.log", told, algorithm="sha256").hexdigest()[:LENGTH]


def bind_turn() -> None:
    """A new turn: every line logged on its way carries this id, here and wherever `passed_on` is sent."""
    structlog.contextvars.bind_contextvars(turn=f"t{uuid.uuid4().hex[:11]}")


def go_on_with(given: str | None) -> None:
    """The turn at which another process of ours works; anything else is not taken for one."""
    if given and _TURN.fullmatch(given):
        structlog.contextvars.bind_contextvars(turn=given)


def passed_on() -> dict[str, str]:
    """The header that names the turn under way to another process; none outside a turn."""
    turn = structlog.contextvars.get_contextvars().get("turn")
    return {HEADER: turn} if turn else {}
