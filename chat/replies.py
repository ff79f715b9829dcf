"""From what Rasa says to what the API replies: messages, answer, form; button payloads stay behind."""

import secrets
import uuid
from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from chat import texts
from chat.dialogue_engine import Button, Part
from leads.domain import words

PERSON = Button(title=words.TALK_TO_PERSON, payload="/person")

Reply = dict[str, Any]
Payloads = dict[str, dict[str, str]]


def message(sender: str, text: str, buttons: Iterable[dict[str, str]] = (), message_id: str | None = None) -> Reply:
    """One message of the transcript, as in the API."""
    at = timezone.now().isoformat()
    return {"id": message_id or str(uuid.uuid4()), "from": sender, "text": text, "buttons": list(buttons), "at": at}


def from_rasa(said: Iterable[Part]) -> tuple[Reply, Payloads]:
    """The API's reply, and what each of its buttons means to Rasa."""
    payloads: Payloads = {}
    messages, answer, form = [], None, None
    for part in said:
        if part.text:
            messages.append(message("bot", part.text, opaque(part.buttons, payloads)))
        if messages and "answer" in part.custom:  # Rasa hands it on after its text
            messages[-1]["answer"] = part.custom["answer"]
        answer = part.custom.get("whole") or part.custom.get("answer", answer)
        form = part.custom.get("form", form)
    if messages and form and form.get("receipt"):
        messages[-1]["receipt"] = form["receipt"]
    return {"messages": messages, "answer": answer, "form": form}, payloads


def opaque(buttons: Iterable[Button], payloads: Payloads) -> list[dict[str, str]]:
    """The buttons with ids of our own in place of their payloads, which are added to `payloads`."""
    shown = []
    for button in buttons:
        button_id = secrets.token_urlsafe(9)
        payloads[button_id] = button.model_dump()
        shown.append({"id": button_id, "title": button.title})
    return shown


def greeting(first: Iterable[Button] = ()) -> tuple[Reply, Payloads]:
    payloads: Payloads = {}
    starters = [Button(title=text, payload=text) for text in texts.STARTERS]
    buttons = opaque([*first, *starters, PERSON], payloads)
    return {"messages": [message("bot", texts.GREETING, buttons)], "answer": None, "form": None}, payloads


def apology() -> tuple[Reply, Payloads]:
    """What is said when Rasa cannot answer: it offers a person, and the question is on record."""
    payloads: Payloads = {}
    buttons = opaque([PERSON], payloads)
    return {"messages": [message("bot", texts.AWAY, buttons)], "answer": None, "form": None}, payloads
