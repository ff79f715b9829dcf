"""Services that read the database or compute, run beside the event loop."""

import asyncio
from collections.abc import Callable
from functools import partial

from django.db import close_old_connections


async def in_thread[**P, T](service: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The service's result. A thread that hangs holds nobody up: Django's own sync_to_async would wait for it."""
    return await asyncio.to_thread(_with_own_connection, partial(service, *args, **kwargs))


def _with_own_connection[T](service: Callable[[], T]) -> T:
    try:
        return service()
    finally:
        close_old_connections()
