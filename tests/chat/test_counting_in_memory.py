import asyncio
import threading
import time

import pytest
from limits import RateLimitItemPerMinute
from limits.aio.strategies import MovingWindowRateLimiter

from chat.limit_memory import FORGET_EVERY, Memory

TEN = RateLimitItemPerMinute(10)


async def hits(memory: Memory, *keys: str) -> list[bool]:
    windows = MovingWindowRateLimiter(memory)
    return [await windows.hit(TEN, key) for key in keys]


def test_what_is_over_is_forgotten() -> None:
    """The library's name for it may change: then this fails, and memory would fill."""
    memory = Memory()
    asyncio.run(hits(memory, *map(str, range(500))))
    memory.forget(time.time() + 61)
    assert (memory.events, dict(memory.locks)) == ({}, {})


def test_it_is_looked_for_while_counting() -> None:
    memory = Memory()
    asyncio.run(hits(memory, *map(str, range(50))))
    for entries in memory.events.values():
        entries[0].expiry -= 61
    memory._look_again_at -= FORGET_EVERY
    asyncio.run(hits(memory, "another"))
    assert len(memory.events) == 1


def test_what_is_not_over_still_counts() -> None:
    memory = Memory()
    asyncio.run(hits(memory, *["a"] * 10))
    memory.forget(time.time() + 30)
    assert asyncio.run(hits(memory, "a")) == [False]


def test_counting_starts_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[threading.Thread] = []
    monkeypatch.setattr(threading.Thread, "start", started.append)
    memory = Memory()
    memory._look_again_at -= FORGET_EVERY
    asyncio.run(hits(memory, *map(str, range(100))))
    assert started == []
