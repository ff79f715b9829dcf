"""What waits for the database does so in threads that are kept: a turn opens no connection, and nobody waits for what
hangs in another thread."""

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.db import DatabaseError, connection
from django.db.backends.sqlite3.base import DatabaseWrapper

from chat import threads
from chat.threads import Threads, in_threads

pytestmark = pytest.mark.django_db(transaction=True)


def used() -> Any:
    """The database connection of this thread."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return connection.connection


async def each_of[T](*calls: Callable[[], T]) -> list[T]:
    """One after the other, as within one request."""
    return [await sync_to_async(call)() for call in calls]


def requests[T](*calls: Callable[[], T]) -> list[T]:
    """Each in a request of its own, when the one before has ended."""

    async def one_after_the_other() -> list[T]:
        return [result for call in calls for result in await in_threads(each_of(call))]

    return asyncio.run(one_after_the_other())


@pytest.fixture(autouse=True)
def pool(monkeypatch: pytest.MonkeyPatch) -> Threads:
    """With no thread yet."""
    made = Threads()
    monkeypatch.setattr(threads, "_threads", made)
    return made


def test_a_connection_serves_one_request_after_another() -> None:
    assert len(set(requests(*[used] * 5))) == 1


def test_it_is_not_the_callers_own() -> None:
    [theirs] = requests(used)
    assert theirs is not used()


def test_one_that_has_failed_and_lives_no_more_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """As PostgreSQL's after a crash; SQLite's has nobody at its other end."""

    def failed() -> Any:
        with pytest.raises(DatabaseError), connection.cursor() as cursor:
            cursor.execute("SELECT nothing")
        return connection.connection

    monkeypatch.setattr(DatabaseWrapper, "is_usable", lambda _: False)
    before, during, after = requests(used, failed, used)
    assert during is before
    assert after is not before


def test_one_that_is_too_old_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    def older() -> Any:
        found = used()
        connection.close_at = time.monotonic() - 1
        return found

    monkeypatch.setattr(threads, "SURE_FOR", 0.0)
    before, after = requests(older, used)
    assert after is not before


def test_what_hangs_holds_nobody_up() -> None:
    released = threading.Event()

    async def scenario() -> bool:
        hanging = asyncio.ensure_future(in_threads(each_of(lambda: released.wait(10))))
        await asyncio.sleep(0)
        await asyncio.wait_for(in_threads(each_of(used)), timeout=5)
        still_hangs = not hanging.done()
        released.set()
        await hanging
        return still_hangs

    assert asyncio.run(scenario())


def test_after_a_rush_a_few_threads_are_left(pool: Threads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "KEPT", 2)
    all_are_there = threading.Barrier(5)

    async def rush() -> None:
        await asyncio.gather(*(in_threads(each_of(lambda: all_are_there.wait(10))) for _ in range(5)))

    earlier = set(threading.enumerate())
    asyncio.run(rush())
    kept = {thread for executor in pool._idle for thread in executor._threads}
    assert len(kept) == 2
    for ended in set(threading.enumerate()) - earlier - kept:
        ended.join(10)
        assert not ended.is_alive()
