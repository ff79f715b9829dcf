"""Rasa logs the text that it fails on, and the variables around it; what is written holds neither."""

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import structlog
from rasa.core.channels.channel import UserMessage
from rasa.core.channels.rest import RestInput
from rasa.utils.log_utils import configure_structlog

from bot import logs
from bot.control import ControlChannel
from bot.tests.fakes import TOKEN, FakeAgent, listening, serving, sql_store

SAID = [
    "ひみつ商事の山田花子です",
    "Yamada Hanako, 03-1234-5678",
    "hanako@example.co.jp",
    "０９０－１２３４－５６７８",
]


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What Rasa writes, set up as `rasa run` does at the level we run it at, and the channel made after it."""
    monkeypatch.setattr(logging, "raiseExceptions", True)
    stream = io.StringIO()
    root = logging.getLogger()
    before = list(root.handlers)
    root.handlers[:] = [logging.StreamHandler(stream)]
    configure_structlog(logging.WARNING)
    last = logging.StreamHandler(stream)
    monkeypatch.setattr(logging, "lastResort", last)
    ControlChannel.from_credentials({"token": TOKEN})
    yield stream
    root.handlers[:] = before
    structlog.reset_defaults()
    logging.captureWarnings(False)


def lines(log: io.StringIO) -> "list[dict[str, Any]]":
    return [json.loads(line) for line in log.getvalue().splitlines()]


def assert_silent_about(log: io.StringIO, said: str) -> None:
    assert said not in log.getvalue()
    assert json.dumps(said)[1:-1] not in log.getvalue()
    for part in ("Yamada", "花子", "hanako", "1234"):
        assert part not in log.getvalue()


@pytest.mark.parametrize("said", SAID)
def test_a_message_that_rasa_fails_on_is_not_repeated(tmp_path: Path, log: io.StringIO, said: str) -> None:
    async def failing(message: UserMessage) -> None:
        text = message.text
        raise ValueError(f"cannot handle {text}")

    channel = RestInput()
    blueprint = channel.blueprint
    channel.blueprint = lambda _: blueprint(failing)  # type: ignore[method-assign]

    async def scenario() -> int:
        agent = FakeAgent(sql_store(tmp_path / "tracker.db"))
        body = {"sender": "hanako", "message": said}
        async with (
            serving(channel, agent) as url,
            aiohttp.ClientSession() as session,
            session.post(f"{url}/webhooks/rest/webhook", json=body) as response,
        ):
            return response.status

    assert asyncio.run(scenario()) == 200
    (failure,) = [line for line in lines(log) if line["event"] == "rest.message.received.failure"]
    assert failure["level"] == "error"
    assert failure["exception"].endswith("ValueError")
    assert "test_the_log_holds_no_message.py" in failure["exception"]
    assert_silent_about(log, said)


@pytest.mark.parametrize("said", SAID)
def test_nor_by_a_plain_logger(log: io.StringIO, said: str) -> None:
    plain = logging.getLogger("rasa.core.actions.action")
    plain.error(f"Failed to run custom action for '{said}'")
    plain.error("Failed to run %s", said)
    plain.error("Failed to run %s", ValueError(said))
    plain.error("Failed to run %(what)s", {"what": said})
    plain.error("Failed to run %d of %s", said, 3)
    try:
        raise KeyError(said)
    except KeyError:
        plain.exception("Failed to run")
    assert [line["event"][:13] for line in lines(log)] == ["Failed to run"] * 6
    assert lines(log)[-1]["exception"].endswith("KeyError")
    assert_silent_about(log, said)


def test_sanics_own_lines_go_the_same_way(log: io.StringIO) -> None:
    """Rasa stops their propagation, so that the handler of last resort writes them."""
    sanics = logging.getLogger("sanic.error")
    try:
        raise RuntimeError("山田花子")
    except RuntimeError:
        sanics.error("Exception occurred while handling uri: %s", "http://127.0.0.1/x?q=山田花子", exc_info=True)
    assert lines(log)[-1]["exception"].endswith("RuntimeError")
    assert_silent_about(log, "山田花子")


@pytest.mark.parametrize("sender", ["217a41e27fb647f3ba0d5a99fff7e439", "feb399e7d1234c9b271dabcdefabcdef"])
def test_a_conversation_within_a_path_is_not_named(log: io.StringIO, sender: str) -> None:
    logging.getLogger("sanic.error").error(f"<Request: GET /conversations/{sender}/tracker> went wrong")
    assert lines(log)[-1]["event"] == "<Request: GET /conversations/[token]/tracker> went wrong"


def test_forgetting_a_conversation_is_no_error_of_the_log(tmp_path: Path, log: io.StringIO) -> None:
    """Sanic reads no body of a DELETE unless it is told to, and names the path when there is one."""

    async def scenario() -> int:
        async with listening(FakeAgent(sql_store(tmp_path / "tracker.db"))) as call:
            return (await call("DELETE", "/conversations/" + "0af1" * 8))[0]

    assert asyncio.run(scenario()) == 204
    assert lines(log) == []


def test_numbers_of_an_event_stay(log: io.StringIO) -> None:
    structlog.get_logger().error("model.loading.failed", attempt=12345, model_name="山田花子")
    assert lines(log)[-1]["attempt"] == 12345
    assert "model_name" not in lines(log)[-1]


def test_a_line_that_cannot_be_formatted_is_told_of_without_its_content(log: io.StringIO) -> None:
    class Broken:
        def __str__(self) -> str:
            raise ValueError("山田花子")

    logging.getLogger("rasa").error(Broken())
    assert lines(log)[-1]["event"] == "a log line was lost"
    assert_silent_about(log, "山田花子")


def test_the_masks_are_those_of_the_web_process() -> None:
    """Both files are read as text: neither environment can import the other's."""
    ours = (Path(logs.__file__).parent.parent / "web" / "masking.py").read_text(encoding="utf-8")
    for pattern, _ in logs._MASKS:
        assert pattern.pattern in ours.replace('\\\\"', '"') or pattern.pattern.replace('"', '\\"') in ours
