"""Whether the database takes what visitors say: remembered when it failed, until a row can be written again."""

import uuid

import structlog
from django.db import DatabaseError
from django.utils import timezone

from chat.models import Session

log = structlog.get_logger(__name__)
_trouble = ""


def failed(error: Exception) -> None:
    """Somebody could not be served because of this error."""
    global _trouble
    _trouble = type(error).__name__
    log.error("database failed", error=_trouble)


def problem() -> str | None:
    """Why nothing can be kept, as a sentence; None when it can. Writes, but only after something has failed."""
    global _trouble
    if _trouble:
        try:
            Session.objects.create(id=uuid.uuid4(), expires_at=timezone.now()).delete()
        except DatabaseError as error:
            _trouble = type(error).__name__
        else:
            _trouble = ""
    return f"nothing can be written to the database at HOSHO_DATABASE_URL: {_trouble}" if _trouble else None
