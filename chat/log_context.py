"""What the log lines of one conversation have in common: a short digest of its id, under our key."""

import uuid

import structlog
from django.utils.crypto import salted_hmac

LENGTH = 10


def bind(session: uuid.UUID | str) -> None:
    """Every line that this request or action logs from now on carries it. session: the id, or its hex digits."""
    structlog.contextvars.bind_contextvars(session=digest(session))


def digest(session: uuid.UUID | str) -> str:
    """As the lines tell it; deploy.restore finds by it who was erased."""
    told = session.hex if isinstance(session, uuid.UUID) else session
    return "s" + salted_hmac("chat.log", told, algorithm="sha256").hexdigest()[:LENGTH]
