"""Who asks too often waits: 429 that says why, until when, and how a person is reached meanwhile."""

import uuid

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from limits import RateLimitItem

from chat import texts
from chat.addresses import address_of
from chat.limit_table import LIMITS, Limit
from chat.limiter import Limiter
from chat.problems import Problem

LOOPBACK = {"127.0.0.1", "::"}
"""As chat.addresses gives it."""
_limiter: Limiter | None = None


def limiter() -> Limiter:
    """The one of this process."""
    global _limiter
    if _limiter is None:
        _limiter = Limiter(settings.ENVIRONMENT.redis_url)
    return _limiter


async def count(name: str, request: HttpRequest, session_id: uuid.UUID | None = None) -> None:
    """Count that this is done once more (`name`: of the table). Raises Problem 429 where a limit is reached."""
    if not settings.ENVIRONMENT.limits:
        return
    for limit in LIMITS[name]:
        if limit.per == "session":
            who, item = str(session_id), limit.item
        else:
            who, item = str(address_of(request)), _for_an_address(limit.item)
        if _is_free(who):
            continue
        if seconds := await limiter().seconds_to_wait(item, name, limit.per, _hidden(who)):
            raise _too_often(limit, seconds)


def _for_an_address(item: RateLimitItem) -> RateLimitItem:
    return type(item)(max(1, round(item.amount * settings.ENVIRONMENT.limit_factor)))


def _is_free(who: str) -> bool:
    """On a developer's machine everybody comes from one address."""
    return who in LOOPBACK and not settings.ENVIRONMENT.production


def _hidden(who: str) -> str:
    """An address is personal data: only a keyed hash of it is kept."""
    return salted_hmac("chat.limits", who, algorithm="sha256").hexdigest()


def _too_often(limit: Limit, seconds: int) -> Problem:
    detail = limit.reason + texts.TRY_AGAIN.format(wait=_in_words(seconds))
    return Problem(429, "Too many requests", detail, headers={"Retry-After": str(seconds)})


def _in_words(seconds: int) -> str:
    """60秒, 15分, 3時間: never shorter than it is."""
    if seconds <= 90:
        return f"{seconds}秒"
    if seconds <= 90 * 60:
        return f"{-(-seconds // 60)}分"
    return f"{-(-seconds // 3600)}時間"
