"""Nobody waits in silence: a request that takes too long, or finds the database away, is answered by an apology."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse

from chat import database_trouble, texts
from chat.problems import Problem
from chat.threads import in_threads_of_its_own

log = structlog.get_logger(__name__)

GRACE = 0.3
"""Seconds beyond HOSHO_TURN_TIMEOUT: so long may Rasa take, the rest is ours."""
_under_way: set[asyncio.Task[HttpResponse]] = set()
"""Requests being answered: the event loop itself keeps only weak references."""


async def in_time(answering: Coroutine[Any, Any, HttpResponse]) -> HttpResponse:
    """The response, or Problem 503 raised when it would come too late.

    A visitor who hangs up, or has waited long enough, does not cancel it: Rasa may have heard the message already."""
    told: dict[str, Any] = {}
    task = asyncio.create_task(_telling(answering, told))
    _under_way.add(task)
    task.add_done_callback(_ended)
    done, _ = await asyncio.wait({task}, timeout=settings.ENVIRONMENT.turn_timeout + GRACE)
    structlog.contextvars.bind_contextvars(**told)
    if not done:
        log.error("request too slow", setting="HOSHO_TURN_TIMEOUT")
        raise not_now()
    try:
        return task.result()
    except (OperationalError, InterfaceError) as error:
        raise not_now() from error


async def _telling(answering: Coroutine[Any, Any, HttpResponse], told: dict[str, Any]) -> HttpResponse:
    """A task has a context of its own: what log lines carry is told to whoever waits for it."""
    try:
        return await in_threads_of_its_own(answering)
    finally:
        told.update(structlog.contextvars.get_contextvars())


def not_now() -> Problem:
    return Problem(503, "Not now", texts.NOT_NOW, headers={"Retry-After": "2"})


def _ended(task: asyncio.Task[HttpResponse]) -> None:
    """Whether anybody still waits for it or not."""
    _under_way.discard(task)
    error = None if task.cancelled() else task.exception()
    if isinstance(error, OperationalError | InterfaceError):
        database_trouble.failed(error)
    elif error and not isinstance(error, Problem):
        log.error("request failed", error=type(error).__name__)
