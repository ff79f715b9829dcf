"""How Rasa calls our actions: over connections that stay open, without the events, which no action of ours reads, and
with the row of what was said, which they match by; what they answer is checked as Rasa checks it, against a schema that
is itself checked once.

Rasa 3.6 connects anew for each call, sends every event of the tracker, and checks the schema again with every answer
(rasa/utils/endpoints.py, rasa/core/actions/action.py). The domain stays behind by endpoints.yml."""

from __future__ import annotations

import asyncio
import contextlib
import weakref
from typing import Any

import aiohttp
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.core.constants import DEFAULT_REQUEST_TIMEOUT
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.utils.endpoints import EndpointConfig

from bot import logs
from bot.sentence_featurizer import prepared
from bot.sentence_rows import ROWS, as_told

LEFT_OPEN = 4.0
"""Seconds that an idle connection is kept: less than uvicorn does, so that no call meets one that is being closed."""


class KeptEndpoint(EndpointConfig):
    """Rasa's endpoint, whose requests share a session for each event loop; what fails, fails as before."""

    def __init__(self, endpoint: EndpointConfig) -> None:
        super().__init__(endpoint.url, endpoint.params, endpoint.headers, **endpoint.kwargs)
        self._sessions: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, aiohttp.ClientSession] = (
            weakref.WeakKeyDictionary()
        )

    def session(self) -> contextlib.AbstractAsyncContextManager[aiohttp.ClientSession]:  # type: ignore[override]
        """The session, not closed when the block ends."""
        loop = asyncio.get_running_loop()
        if loop not in self._sessions:
            self._sessions[loop] = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(keepalive_timeout=LEFT_OPEN),
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=aiohttp.ClientTimeout(total=DEFAULT_REQUEST_TIMEOUT),
            )
        return contextlib.nullcontext(self._sessions[loop])

    async def request(self, *args: Any, **options: Any) -> Any:
        """As Rasa's own, and the call names its turn."""
        headers = {**options.pop("headers", {}), **logs.passed_on()}
        return await super().request(*args, headers=headers, **options)

    async def close(self) -> None:
        """Of this event loop."""
        if session := self._sessions.pop(asyncio.get_running_loop(), None):
            await session.close()


def keep_connections(agent: Any) -> None:
    """Let the agent call its actions over connections that stay open."""
    if agent is not None and agent.processor is not None:
        agent.processor.action_endpoint = KeptEndpoint(agent.processor.action_endpoint)


async def close_connections(agent: Any) -> None:
    if agent is not None and agent.processor is not None:
        await agent.processor.action_endpoint.close()


def lighten_calls() -> None:
    """For every action of this process."""
    _check_schema_once()
    RemoteAction._action_call_format = _without_events


def _without_events(action: RemoteAction, tracker: DialogueStateTracker, domain: Any) -> dict[str, Any]:
    state = tracker.current_state(EventVerbosity.NONE)
    call = {"next_action": action.name(), "sender_id": tracker.sender_id, "tracker": {**state, "events": []}}
    said = tracker.latest_message.text if tracker.latest_message else None
    row = ROWS.find(prepared(said)) if said else None
    return {**call, "sentence": as_told(said, row)} if said and row is not None else call


def _check_schema_once() -> None:
    schema = RemoteAction.action_response_format_spec()
    kind = validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema)

    def has_the_right_shape(_: RemoteAction, result: dict[str, Any]) -> bool:
        """Raises jsonschema's ValidationError."""
        validator.validate(result)
        return True

    RemoteAction._validate_action_result = has_the_right_shape
