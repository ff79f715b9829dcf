"""How an answer travels through Rasa to the gateway: the API's `answer` object, and the buttons' payloads."""

import json
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from knowledge.answering import Answered
from knowledge.domain.answer import LABELS, Answer
from knowledge.domain.schema import Entry
from knowledge.domain.verdict import Verdict

Button = dict[str, str]
PERSON: Button = {"title": "担当者に相談する", "payload": "/person"}
NONE_OF_THESE: Button = {"title": "どれでもない", "payload": "/none_of_these"}


def entry_button(entry: Entry) -> Button:
    return {"title": entry.title, "payload": "/show_entry" + json.dumps({"entry": entry.id})}


def buttons(answer: Answer) -> list[Button]:
    """What the visitor may press next: the candidates when asked back, and a person wherever one helps."""
    choices = [entry_button(e) for e in answer.entries] + [NONE_OF_THESE] if answer.verdict is Verdict.CLARIFY else []
    return [*choices, PERSON] if answer.offers_person else choices


def as_json(answered: Answered, summary: str) -> dict[str, Any]:
    """The API's `answer` (docs/api.md); `card` is what the widget shows under the summary."""
    answer = answered.answer
    return {
        "verdict": answer.verdict.value,
        "entries": [{"id": e.id, "title": e.title, "source": e.source} for e in answer.entries],
        "conditions": [e.id for e in answer.conditions],
        "pays_for": [e.id for e in answer.pays_for],
        "release": answered.release,
        "offers_person": answer.offers_person,
        "topic": answer.topic,
        "card": _card(answer, summary) if answer.verdict in LABELS else None,
    }


def _card(answer: Answer, summary: str) -> dict[str, Any]:
    shows_entry = answer.verdict in {Verdict.LISTED, Verdict.INFO, Verdict.UNDETERMINED} and answer.entries
    return {
        "label": LABELS[answer.verdict],
        "summary": summary,
        "title": answer.entries[0].title if shows_entry else "",
        "source": answer.entries[0].source if shows_entry else "",
        "pays_for": [{"id": e.id, "title": e.title} for e in answer.pays_for],
        "conditions": [{"id": e.id, "title": e.title, "text": e.answer} for e in answer.conditions],
        "reservation": answer.reservation,
    }


def say(dispatcher: CollectingDispatcher, answered: Answered, instead: str | None = None) -> None:
    """Utter the answer; `instead` replaces its words (unless it declines), not its verdict, entries or reservation."""
    answer = answered.answer
    if answer.verdict is Verdict.DECLINED:
        instead = None
    summary = instead or answer.summary
    text = answer.text if instead is None else "\n".join(filter(None, [instead, answer.reservation]))
    dispatcher.utter_message(text=text, buttons=buttons(answer), json_message={"answer": as_json(answered, summary)})
