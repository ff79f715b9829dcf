"""The threads in which a request waits for the database or computes: kept from one call to the next with their
connections, where Django makes two for each request and opens a connection in one of them.

Each call takes any thread that is free, or a new one: what hangs in one holds nobody else up."""

import time
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial

from asgiref.sync import SyncToAsync, ThreadSensitiveContext
from django.db import close_old_connections, connections

KEPT = 16
"""Idle threads; what one request more waits in at the same moment ends with its work."""
SURE_FOR = 1.0
"""Seconds for which a connection that did its work is taken to be sound."""


class Threads(Executor):
    """The thread that worked last works next. Before that its connection is looked after, as Django does between two
    requests: dropped when it is too old (CONN_MAX_AGE) or has failed, asked whether it still lives where the database
    is another machine's.

    Not a ThreadPoolExecutor of many: it loses count of its idle threads and starts new ones up to its limit."""

    def __init__(self) -> None:
        self._idle: list[_Thread] = []

    def submit[**P, T](self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        try:
            thread = self._idle.pop()
        except IndexError:
            thread = _Thread()
        return thread.submit(self._work, thread, partial(work, *args, **kwargs))

    def _work[T](self, thread: "_Thread", work: Callable[[], T]) -> T:
        if time.monotonic() - thread.worked_at > SURE_FOR or _has_failed():
            close_old_connections()
        try:
            return work()
        finally:
            thread.worked_at = time.monotonic()
            if len(self._idle) < KEPT:
                self._idle.append(thread)
            else:
                connections.close_all()
                thread.shutdown(wait=False)


class _Thread(ThreadPoolExecutor):
    worked_at = 0.0

    def __init__(self) -> None:
        super().__init__(1, thread_name_prefix="request")


_threads = Threads()


def _has_failed() -> bool:
    return any(connection.errors_occurred for connection in connections.all(initialized_only=True))


async def in_threads[T](answering: Awaitable[T]) -> T:
    """Await it; what it calls through sync_to_async, the database above all, runs in these threads."""
    async with ThreadSensitiveContext(executor=_threads):
        return await answering


async def in_threads_of_its_own[T](answering: Awaitable[T]) -> T:
    """The same for what may outlive the request in which it began.

    A test that calls Django without a server has one thread, whose connection holds its rows."""
    if not SyncToAsync.thread_sensitive_context.get(None):
        return await answering
    return await in_threads(answering)
