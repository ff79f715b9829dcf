"""Django's way of answering, in kept threads: it would make two for a request, one to work and one to wait for it."""

from typing import Any

from django.core.handlers.asgi import ASGIHandler
from django.core.signals import request_started
from django.db import close_old_connections, reset_queries

from chat.threads import in_threads


class Handler(ASGIHandler):
    def __init__(self) -> None:
        super().__init__()
        # chat.threads looks after the connections, and only a debugger wants the queries: no request waits for these.
        request_started.disconnect(close_old_connections)
        request_started.disconnect(reset_queries)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await super().__call__(scope, receive, send)  # says that it takes nothing else
        else:
            await in_threads(self.handle(scope, receive, send))
