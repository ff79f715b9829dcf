"""Rasa's REST channel, which says nothing of a message that it could not handle to its end, logs no text of it, and
knows at which turn of the gateway's it works."""

from __future__ import annotations

import logging
from asyncio import CancelledError
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint
from sanic.request import Request

from bot import logs

logger = logging.getLogger(__name__)


class Rest(RestInput):
    """An answer to a message that was not kept would promise a conversation that Rasa does not remember: the gateway
    takes an empty answer for Rasa being away, apologises and sends the message again."""

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        async def to_its_end(message: UserMessage) -> None:
            try:
                await on_new_message(message)
            except (Exception, CancelledError) as error:  # noqa: BLE001  whatever it is, Rasa would log the text
                logger.error("a message could not be handled: %s", type(error).__name__)
                message.output_channel.messages.clear()

        rest = super().blueprint(to_its_end)

        @rest.middleware("request")
        async def begin(request: Request) -> None:
            logs.work_at(request.headers.get(logs.HEADER))

        return rest
