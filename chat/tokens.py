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


async def session_of(token: object) -> Session:
    """The session a token was issued for. Raises Problem 401 when it is absent, altered, expired or erased."""
    if not isinstance(token, str):
        raise unauthorised()
    try:
        value = signing.TimestampSigner(salt=_SALT).unsign(token, max_age=lifetime())
    except (signing.BadSignature, UnicodeError) as error:
        raise unauthorised() from error
    session = await Session.objects.filter(id=uuid.UUID(value), expires_at__gt=timezone.now()).afirst()
    if session is None:
        raise unauthorised()
    return session
