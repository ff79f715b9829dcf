"""What uvicorn serves: it listens at once, says that it is starting, and answers when it has loaded (ADR 24)."""

import asyncio
import os
import threading
from typing import TYPE_CHECKING

import structlog
from django.conf import settings
from django.utils.log import configure_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
configure_logging(settings.LOGGING_CONFIG, settings.LOGGING)  # what is said before Django is set up looks the same

from chat.body import Receive, Scope  # noqa: E402 -- needs the settings, as the next two
from chat.gate import Application, Send  # noqa: E402
from web import starting  # noqa: E402

if TYPE_CHECKING:
    from chat.dialogue_engine import DialogueEngine

log = structlog.get_logger(__name__)

RASA_IS_AWAITED = 30.0
"""Seconds for which the page still says that it is starting when all is loaded but Rasa; then it is shown without."""


class Served:
    """The page stays behind a little: whoever opens it is to find a bot that answers."""

    def __init__(self) -> None:
        self._everything: Application = starting.application
        self._page: Application = starting.application
        self._start: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["path"] == starting.PAGE:
            await self._page(scope, receive, send)
        else:
            await self._everything(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        self._start = asyncio.create_task(self._load())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self._start.cancel()
        await asyncio.wait({self._start})
        await send({"type": "lifespan.shutdown.complete"})

    async def _load(self) -> None:
        answering = await _loaded()
        from chat.rasa import engine

        async with engine().connected():
            self._everything = answering
            await _rasa_is_there(engine())
            self._page = answering
            await asyncio.Event().wait()  # until we are told to end


def _loaded() -> "asyncio.Future[Application]":
    """The application that answers, made in a thread, beside which the event loop goes on.

    Told to end, the process does not wait for it; and it ends with it, when it fails, for whoever keeps it running."""
    loop = asyncio.get_running_loop()
    answering: asyncio.Future[Application] = loop.create_future()

    def load() -> None:
        try:
            from web import loaded

            application = loaded.load()
        except BaseException as error:
            log.critical("web cannot start", exc_info=error)
            os._exit(1)
        loop.call_soon_threadsafe(answering.set_result, application)

    threading.Thread(target=load, daemon=True, name="loading").start()
    return answering


async def _rasa_is_there(rasa: "DialogueEngine") -> None:
    try:
        async with asyncio.timeout(RASA_IS_AWAITED):
            while await rasa.problem():
                await asyncio.sleep(0.5)
    except TimeoutError:
        log.error("Rasa does not answer; the page is shown without it")


application = Served()
