"""Several web processes share one Redis. Without it nothing is counted, everybody is let in, and that is said."""

import asyncio
import logging
import signal
import subprocess
import time
from collections.abc import Iterator

import pytest
from limits import RateLimitItemPerMinute
from pytest_django import Settings

from chat import limiter, limits
from chat.limiter import Limiter
from deploy.redis import Redis, started_redis
from tests.chat.visitor import Visitor
from tests.fakes import FakeEngine

TEN = RateLimitItemPerMinute(10)


@pytest.fixture
def redis() -> Iterator[Redis]:
    with started_redis() as started:
        yield started


def waits(counting: Limiter, times: int) -> list[int]:
    """What each of so many hits is told, in seconds."""

    async def hit() -> list[int]:
        return [await counting.seconds_to_wait(TEN, "message", "session", "sato") for _ in range(times)]

    return asyncio.run(hit())


def test_two_processes_count_together(redis: Redis) -> None:
    assert waits(Limiter(redis.url), 6) == [0] * 6
    told = waits(Limiter(redis.url), 6)
    assert told[:4] == [0] * 4
    assert all(1 <= seconds <= 60 for seconds in told[4:])


def test_redis_holds_no_address(
    redis: Redis, stranger: Visitor, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limiter, "PATIENCE", 30.0)
    stranger.send("GET", "/healthz")  # the first request loads much
    counted = {"redis_url": redis.url, "turn_timeout": 60.0}
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update=counted)
    Visitor("203.0.113.7").opens().says("メールの誤送信は補償されますか")
    kept = subprocess.run(
        ["redis-cli", "-p", str(redis.port), "--scan"], capture_output=True, text=True, check=True
    ).stdout
    assert "message/address" in kept
    assert "203.0.113" not in kept


def test_while_it_is_away_everybody_is_let_in_and_it_is_said_once(
    redis: Redis, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limiter, "LEFT_ALONE", 0.0)
    counting = Limiter(redis.url)
    waits(counting, 10)
    redis.stop()
    with caplog.at_level(logging.INFO):
        assert waits(counting, 5) == [0] * 5
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "HOSHO_REDIS_URL" in caplog.text
    assert "127.0.0.1" not in caplog.text


def test_when_it_is_back_the_limits_are_held_again(
    redis: Redis, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limiter, "LEFT_ALONE", 0.0)
    counting = Limiter(redis.url)
    redis.stop()
    waits(counting, 1)
    redis.start()
    assert waits(counting, 11)[-1] > 0
    assert counting.problem is None
    assert "answers again" in caplog.text


def test_nobody_waits_for_a_redis_that_hangs_but_the_first(redis: Redis) -> None:
    counting = Limiter(redis.url)
    waits(counting, 1)
    assert redis.process
    redis.process.send_signal(signal.SIGSTOP)
    started = time.monotonic()
    assert waits(counting, 100) == [0] * 100
    assert time.monotonic() - started < 2 * limiter.PATIENCE + 1
    redis.process.send_signal(signal.SIGCONT)


def test_readiness_says_that_no_limit_is_held(
    redis: Redis, stranger: Visitor, engine: FakeEngine, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limiter, "PATIENCE", 30.0)
    stranger.send("GET", "/readyz")  # the first request loads much
    monkeypatch.setattr(limits, "_limiter", Limiter(redis.url))
    assert "no limit is held" not in stranger.send("GET", "/readyz").content.decode()
    redis.stop()
    response = stranger.send("GET", "/readyz")
    assert response.status_code == 503
    assert "no limit is held: Redis at HOSHO_REDIS_URL does not answer" in response.content.decode()
