"""Of a conversation one message is handled at a time, whichever process has it; a death holds nobody up for long."""

import asyncio
import time
from collections.abc import Iterator

import pytest
from rasa.utils.endpoints import EndpointConfig

from bot import locks
from bot.locks import LIFETIME, Locks
from deploy.redis import Redis, started_redis

HANAKO, TARO = "0af1" * 8, "0af2" * 8


@pytest.fixture(scope="module")
def redis() -> Iterator[Redis]:
    with started_redis() as started:
        yield started


def store(redis: "Redis | None" = None) -> Locks:
    return Locks(EndpointConfig(url=redis.url if redis else ""))


class Log:
    """What was handled when; two messages of one conversation at once fail the test."""

    def __init__(self) -> None:
        self.handled: list[str] = []
        self.begun = asyncio.Event()
        self._at_work: set[str] = set()

    async def handle(self, locks: Locks, conversation: str, text: str, seconds: float = 0.1) -> None:
        async with locks.lock(conversation):
            assert conversation not in self._at_work
            self._at_work.add(conversation)
            self.begun.set()
            await asyncio.sleep(seconds)
            self._at_work.discard(conversation)
            self.handled.append(text)


def test_two_processes_never_handle_one_conversation_at_once(redis: Redis) -> None:
    async def scenario() -> "list[str]":
        log, processes = Log(), [store(redis), store(redis)]
        texts = [f"{number}" for number in range(10)]
        await asyncio.gather(*(log.handle(processes[n % 2], HANAKO, text, 0.02) for n, text in enumerate(texts)))
        return log.handled

    assert sorted(asyncio.run(scenario())) == [f"{number}" for number in range(10)]


@pytest.mark.parametrize("shared", [True, False], ids=["with Redis", "alone"])
def test_within_a_process_they_keep_their_order(redis: Redis, shared: bool) -> None:
    async def scenario() -> "list[str]":
        log, process = Log(), store(redis if shared else None)
        await asyncio.gather(*(log.handle(process, HANAKO, str(number), 0.01) for number in range(6)))
        return log.handled

    assert asyncio.run(scenario()) == ["0", "1", "2", "3", "4", "5"]


def test_conversations_do_not_wait_for_one_another(redis: Redis) -> None:
    async def scenario() -> None:
        process, other = store(redis), store(redis)
        async with process.lock(HANAKO), other.lock(TARO):
            pass

    asyncio.run(asyncio.wait_for(scenario(), 2))


def test_a_process_that_died_holds_the_conversation_for_a_moment_only(redis: Redis) -> None:
    async def dies() -> None:
        held = await store(redis)._acquired(HANAKO)
        assert held is not None

    async def scenario() -> float:
        started = time.monotonic()
        async with store(redis).lock(HANAKO):
            return time.monotonic() - started

    asyncio.run(dies())
    assert LIFETIME / 2 < asyncio.run(scenario()) < LIFETIME + 1


def test_a_long_turn_keeps_its_lock(redis: Redis) -> None:
    async def scenario() -> "list[str]":
        log, process, other = Log(), store(redis), store(redis)
        slow = asyncio.ensure_future(log.handle(process, HANAKO, "長い", LIFETIME * 1.5))
        await log.begun.wait()
        await log.handle(other, HANAKO, "次の")
        await slow
        return log.handled

    assert asyncio.run(scenario()) == ["長い", "次の"]


def test_when_another_process_takes_too_long_it_is_told(redis: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "LONGEST_WAIT", 0.2)

    async def scenario() -> None:
        process, other = store(redis), store(redis)
        async with process.lock(HANAKO):
            with pytest.raises(locks.LockError, match="another process"):
                async with other.lock(HANAKO):
                    pass

    asyncio.run(scenario())


def test_while_redis_is_away_it_is_said_once_and_visitors_are_answered(caplog: pytest.LogCaptureFixture) -> None:
    async def scenario() -> "list[str]":
        log, process = Log(), store(Redis())
        for text in ("一つ目", "二つ目"):
            await log.handle(process, HANAKO, text, 0)
        return log.handled

    assert asyncio.run(scenario()) == ["一つ目", "二つ目"]
    assert caplog.text.count("Redis at HOSHO_REDIS_URL does not answer") == 1


def test_redis_started_anew_in_the_midst_of_a_turn_costs_nobody_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "LEFT_ALONE", 0.0)

    async def scenario() -> "list[str]":
        log, process, redis = Log(), store(started), started
        under_way = asyncio.ensure_future(log.handle(process, HANAKO, "一つ目", 1.0))
        await log.begun.wait()
        redis.stop()
        redis.start()
        await under_way
        await log.handle(process, HANAKO, "二つ目")
        return log.handled

    with started_redis() as started:
        assert asyncio.run(scenario()) == ["一つ目", "二つ目"]
