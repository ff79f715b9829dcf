"""One message of a conversation after another: in the order in which they came within a process, and held in Redis
where several processes of Rasa share the conversations.

Rasa's own RedisLockStore reads a queue, changes it and writes it back: of two processes that do so at once both believe
to have the lock, and one that is killed keeps it for a minute."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator
from typing import Any

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, InMemoryLockStore, LockError
from rasa.utils.endpoints import EndpointConfig
from redis import asyncio as redis
from redis.exceptions import LockNotOwnedError, RedisError

logger = logging.getLogger(__name__)

LIFETIME = 2.0
"""Seconds after which the lock of a process that was killed is free again; a live one renews it."""
LOOK_EVERY = 0.05
LONGEST_WAIT = 4.5
"""Seconds for another process's turn: afterwards nobody waits for the answer any more (HOSHO_TURN_TIMEOUT)."""
PATIENCE = 1.0
"""Seconds that Redis is waited for: long, since Rasa reads its answer only between two steps of its own."""
LEFT_ALONE = 5.0
"""Seconds for which a Redis that did not answer is not asked again."""


class Locks(InMemoryLockStore):
    """endpoints.yml names it; `url`: HOSHO_REDIS_URL, empty with one process.

    While Redis is away each process keeps its own order, and the proxy keeps a conversation on its process: visitors
    are answered, and it is logged (web's /readyz says so, too)."""

    def __init__(self, endpoint_config: EndpointConfig) -> None:
        super().__init__()
        url = endpoint_config.url
        waits = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
        self._redis = redis.from_url(url, **waits) if url else None
        self._away_until, self._away = 0.0, False

    @contextlib.asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME, wait_time_in_seconds: float = LOOK_EVERY
    ) -> AsyncIterator[TicketLock]:
        """Raises LockError when another message of the conversation takes too long."""
        in_order = super().lock(conversation_id, lock_lifetime, wait_time_in_seconds)
        async with in_order as ticket, self._among_processes(conversation_id):
            yield ticket

    @contextlib.asynccontextmanager
    async def _among_processes(self, conversation_id: str) -> AsyncIterator[None]:
        held = await self._acquired(conversation_id)
        if held is None:
            yield
            return
        renewing = asyncio.ensure_future(self._renew(held))
        try:
            yield
        finally:
            renewing.cancel()
            await self._released(held)

    async def _acquired(self, conversation_id: str) -> Any:
        """The lock in Redis, or None where there is none to be asked."""
        if self._redis is None or time.monotonic() < self._away_until:
            return None
        lock = self._redis.lock(
            f"hosho:turn:{conversation_id}", LIFETIME, LOOK_EVERY, blocking_timeout=LONGEST_WAIT, thread_local=False
        )
        try:
            acquired = await lock.acquire()
        except (RedisError, OSError) as error:
            self._is_away(error)
            return None
        self._is_back()
        if not acquired:
            raise LockError("another process is at work on a message of this conversation")
        return lock

    async def _renew(self, lock: Any) -> None:
        while True:
            await asyncio.sleep(LIFETIME / 4)
            try:
                await lock.reacquire()
            except LockNotOwnedError:
                logger.warning("the lock of a conversation ended before its turn")
                return
            except (RedisError, OSError) as error:
                self._is_away(error)

    async def _released(self, lock: Any) -> None:
        """What fails here ends by itself after LIFETIME; the message has been handled."""
        try:
            await lock.release()
        except LockNotOwnedError:
            logger.warning("the lock of a conversation ended before its turn")
        except (RedisError, OSError) as error:
            self._is_away(error)

    def _is_away(self, error: Exception) -> None:
        if not self._away:
            kind = type(error).__name__
            logger.error("no lock is held among processes: Redis at HOSHO_REDIS_URL does not answer: %s", kind)
        self._away, self._away_until = True, time.monotonic() + LEFT_ALONE

    def _is_back(self) -> None:
        if self._away:
            logger.warning("Redis at HOSHO_REDIS_URL answers again: the locks are held")
        self._away = False
