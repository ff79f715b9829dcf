"""Counts hits in this process's memory, or in Redis, where several web processes share the counts."""

import asyncio
import math
import time
import weakref

import structlog
from limits import RateLimitItem
from limits.aio.storage import RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter
from limits.errors import StorageError

from chat.limit_memory import Memory

log = structlog.get_logger(__name__)

PATIENCE = 0.5
"""Seconds that Redis is waited for."""
LEFT_ALONE = 5.0
"""Seconds for which a Redis that did not answer is not asked again."""


class Limiter:
    """While Redis is away nothing is counted and everybody is let in: for a counter's sake nobody is turned away who
    reports an accident (ADR 15). It is logged once, and `problem` says it."""

    def __init__(self, redis_url: str) -> None:
        """`redis_url`: redis:// or rediss://; empty for memory."""
        self._redis_url = redis_url
        self._memory = None if redis_url else MovingWindowRateLimiter(Memory())
        self._redis: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, MovingWindowRateLimiter] = (
            weakref.WeakKeyDictionary()
        )
        self._away_until = 0.0
        self.problem: str | None = None

    async def seconds_to_wait(self, item: RateLimitItem, *key: str) -> int:
        """0 when this hit is within the limit, and counted; else the whole seconds after which one would be."""
        if time.monotonic() < self._away_until:
            return 0
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._hit(item, *key)
        except (StorageError, TimeoutError) as error:
            self._is_away(error)
            return 0

    async def look(self) -> str | None:
        """Why nothing is counted, for operators; None when it is."""
        if self._redis_url:
            try:
                async with asyncio.timeout(PATIENCE):
                    if not await self._windows().storage.check():
                        raise TimeoutError
            except (StorageError, TimeoutError) as error:
                self._is_away(error)
            else:
                self._is_back()
        return self.problem

    async def _hit(self, item: RateLimitItem, *key: str) -> int:
        windows, wait = self._windows(), 0
        if not await windows.hit(item, *key):
            free = (await windows.get_window_stats(item, *key)).reset_time
            wait = max(1, math.ceil(free - time.time()))
        self._is_back()
        return wait

    def _windows(self) -> MovingWindowRateLimiter:
        """Each event loop has connections to Redis of its own."""
        if self._memory:
            return self._memory
        loop = asyncio.get_running_loop()
        if loop not in self._redis:
            redis = RedisStorage(f"async+{self._redis_url}", wrap_exceptions=True, implementation="redispy")
            self._redis[loop] = MovingWindowRateLimiter(redis)
        return self._redis[loop]

    def _is_away(self, error: Exception) -> None:
        kind = type(getattr(error, "storage_error", error)).__name__
        if self.problem is None:
            log.error("no limit is held: Redis at HOSHO_REDIS_URL does not answer", kind=kind)
        self.problem = f"no limit is held: Redis at HOSHO_REDIS_URL does not answer: {kind}"
        self._away_until = time.monotonic() + LEFT_ALONE

    def _is_back(self) -> None:
        if self.problem is not None:
            log.warning("Redis at HOSHO_REDIS_URL answers again: the limits are held")
        self.problem, self._away_until = None, 0.0
