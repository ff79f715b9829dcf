"""Session tokens: signed, dated, worth nothing once altered. The id inside is no secret."""

import datetime
import uuid

from django.conf import settings
from django.core import signing
from django.utils import timezone

from chat.models import Session
from chat.problems import unauthorised

_SALT = "chat.session"


def lifetime() -> datetime.timedelta:
    return datetime.timedelta(days=settings.ENVIRONMENT.retention_days)


def issue(session: Session) -> str:
    """A token for this session, valid as long as the session."""
    return signing.TimestampSigner(salt=_SALT).sign(session.id.hex)


def id_in(token: object) -> uuid.UUID:
    """The session a token was issued for, which may have been erased since. Raises Problem 401 when the token is
    absent, altered or expired."""
    if not isinstance(token, str):
        raise unauthorised()
    try:
        return uuid.UUID(signing.TimestampSigner(salt=_SALT).unsign(token, max_age=lifetime()))
    except (signing.BadSignature, UnicodeError) as error:
        raise unauthorised() from error


def session_of(session_id: uuid.UUID) -> Session:
    """Raises Problem 401 when it is expired or erased."""
    session = Session.objects.filter(id=session_id, expires_at__gt=timezone.now()).first()
    if session is None:
        raise unauthorised()
    return session
