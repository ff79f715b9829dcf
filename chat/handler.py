"""Django's way of answering, in kept threads: it would make two for a request, one to work and one to wait for it, and
visit one more to close the answer, which takes no time."""

from collections.abc import Callable, Coroutine
from typing import Any

from django.core.handlers import asgi
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, reset_queries

from chat.threads import in_threads


class Handler(asgi.ASGIHandler):
    def __init__(self) -> None:
        super().__init__()
        # chat.threads looks after the connections, and only a debugger wants the queries: no request waits for these.
        request_started.disconnect(close_old_connections)
        request_started.disconnect(reset_queries)
        request_finished.disconnect(close_old_connections)
        asgi.sync_to_async = _at_once  # type: ignore[attr-defined]  # imported there, not meant to be taken from there

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await super().__call__(scope, receive, send)  # says that it takes nothing else
        else:
            await in_threads(self.handle(scope, receive, send))


def _at_once[**P, T](call: Callable[P, T]) -> Callable[P, Coroutine[Any, Any, T]]:
    """In place of `sync_to_async` in Django's handler, which closes an answer with it and does nothing else."""

    async def called(*arguments: P.args, **named: P.kwargs) -> T:
        return call(*arguments, **named)

    return called
