"""A reply to a message that was not stored would promise what Rasa does not remember: it says nothing instead."""

import asyncio
import logging
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest
from rasa.core.channels.channel import UserMessage

from bot.rest import Rest
from bot.tests.fakes import serving

SAID = "名簿をなくしました"


def replies(error: BaseException | None) -> tuple[int, list[dict[str, Any]]]:
    """What the REST channel answers when handling says 承知しました and then ends with this error."""

    async def handle(message: UserMessage) -> None:
        await message.output_channel.send_text_message(message.sender_id, "承知しました")
        if error:
            raise error

    async def scenario() -> tuple[int, list[dict[str, Any]]]:
        async with serving(Rest(), SimpleNamespace(handle_message=handle)) as url, aiohttp.ClientSession() as session:
            body = {"sender": "hanako", "message": SAID}
            async with session.post(f"{url}/webhooks/rest/webhook", json=body) as response:
                return response.status, await response.json()

    return asyncio.run(scenario())


def test_what_was_kept_is_answered() -> None:
    status, said = replies(None)
    assert (status, [part["text"] for part in said]) == (200, ["承知しました"])


@pytest.mark.parametrize("error", [OSError("disk full"), asyncio.CancelledError()])
def test_what_was_not_kept_is_not_answered(error: BaseException) -> None:
    assert replies(error) == (200, [])


def test_the_operator_reads_the_kind_of_error_and_not_what_was_said(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        replies(OSError(SAID))
    assert "a message could not be handled: OSError" in caplog.messages
    assert SAID not in caplog.text
