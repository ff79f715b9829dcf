"""What Rasa sends to the action webhook, and an action run the way the webhook runs it."""

import asyncio
import json
from typing import Any

from django.conf import settings
from django.test import AsyncClient
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from chat import log_context

WEBHOOK = "/internal/actions/webhook"


def tracker_state(text: str = "", entry: str | None = None) -> dict[str, Any]:
    entities = [{"entity": "entry", "value": entry}] if entry is not None else []
    return {
        "sender_id": "a-visitor",
        "slots": {},
        "latest_message": {"text": text, "entities": entities},
        "events": [],
        "paused": False,
        "followup_action": None,
        "active_loop": {},
        "latest_action_name": None,
    }


def call(action: str, text: str = "", entry: str | None = None) -> dict[str, Any]:
    return {"next_action": action, "sender_id": "a-visitor", "tracker": tracker_state(text, entry), "version": "3.6.21"}


def run(action: Action, text: str = "", entry: str | None = None) -> dict[str, Any]:
    """The one message the action utters."""
    dispatcher = CollectingDispatcher()
    action.run(dispatcher, Tracker.from_dict(tracker_state(text, entry)), {})
    message: dict[str, Any]
    [message] = dispatcher.messages
    return message


def post(body: object, token: str | None = None, turn: str | None = None) -> Any:
    """Post to the webhook as Rasa does; `body` is sent as it is when it is bytes."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {"Authorization": f"Bearer {settings.ENVIRONMENT.action_token}" if token is None else token}
    if turn is not None:
        headers[log_context.HEADER] = turn

    async def send() -> Any:
        return await AsyncClient().post(WEBHOOK, data, content_type="application/json", headers=headers)

    return asyncio.run(send())
