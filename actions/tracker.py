"""What an action reads from Rasa's tracker."""

import uuid
from typing import Any

from rasa_sdk import Tracker

Events = list[dict[str, Any]]
Domain = dict[str, Any]


def said(tracker: Tracker) -> str:
    """What the visitor typed last; nothing when it was a button of ours."""
    text = tracker.latest_message.get("text") or ""
    return "" if text.startswith("/") else text


def intent(tracker: Tracker) -> str:
    return str((tracker.latest_message.get("intent") or {}).get("name") or "")


def confidence(tracker: Tracker) -> float:
    """Of the intent, 0 to 1."""
    return float((tracker.latest_message.get("intent") or {}).get("confidence") or 0.0)


def message_id(tracker: Tracker) -> str:
    """The gateway's id of the message, the same when it is sent again; empty in Rasa's own shell."""
    return str((tracker.latest_message.get("metadata") or {}).get("message") or "")


def session(tracker: Tracker) -> uuid.UUID:
    """The visitor's session; in Rasa's own shell one made of its sender id."""
    try:
        return uuid.UUID(tracker.sender_id)
    except ValueError:
        return uuid.uuid5(uuid.NAMESPACE_OID, tracker.sender_id)


def in_the_form(tracker: Tracker) -> bool:
    """Whether Rasa holds the form's loop, so that the form follows what else is said."""
    return bool((tracker.active_loop or {}).get("name"))
