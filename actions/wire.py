"""How an answer travels through Rasa to the gateway: the API's `answer` object, and the buttons' payloads."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from django.conf import settings
from rasa_sdk.executor import CollectingDispatcher

from chat import replies
from chat.dialogue_engine import show_entry
from knowledge.answering import Answered
from knowledge.domain.answer import LABELS, Answer
from knowledge.domain.matching.verdict import SHOWN, Verdict
from knowledge.domain.schema import Entry
from leads.domain import words
from leads.domain.questions import Line

Button = dict[str, str]
PERSON: Button = replies.PERSON.model_dump()
QUOTE: Button = {"title": words.QUOTE, "payload": "/quote"}
URGENT: Button = {"title": "いま事故が起きています", "payload": "/incident_in_progress"}
RESUME: Button = {"title": words.RESUME, "payload": "/resume"}
NONE_OF_THESE: Button = {"title": "どれでもない", "payload": "/none_of_these"}
CAREFUL = ("clarify", "undetermined", "not_listed", "listed", "info", "declined", "none")
"""Verdicts, the most careful first."""


def entry_button(entry: Entry) -> Button:
    return {"title": entry.title, "payload": show_entry(entry.id)}


def buttons(answer: Answer) -> list[Button]:
    """What the visitor may press next: the candidates when asked back, and a person wherever one helps."""
    choices = [entry_button(entry) for entry in (answer.entries if answer.menu else answer.see_also)]
    choices += [NONE_OF_THESE] if answer.verdict is Verdict.CLARIFY else []
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
    shows_entry = answer.verdict in {Verdict.LISTED, Verdict.INFO, Verdict.UNDETERMINED} and not answer.menu
    shows_entry = shows_entry and bool(answer.entries)
    return {
        "label": LABELS[answer.verdict],
        "summary": summary,
        "title": answer.entries[0].title if shows_entry else "",
        "source": answer.entries[0].source if shows_entry else "",
        "source_url": settings.ENVIRONMENT.source_page if shows_entry else "",
        "pays_for": [{"id": e.id, "title": e.title} for e in answer.pays_for],
        "conditions": [{"id": e.id, "title": e.title, "text": e.answer} for e in answer.conditions],
        "reservation": answer.reservation,
    }


def say(
    dispatcher: CollectingDispatcher, answered: Sequence[Answered], instead: str | None = None, ways_on: bool = True
) -> None:
    """Utter each answer; `instead` replaces its words (unless it declines), not its verdict, entries or reservation.

    Every message carries its own answer; the last also the `whole`, when there are several, and the ways on to a
    person and a quote, unless the form follows."""
    parts = []
    for one in answered:
        answer = one.answer
        words = None if answer.verdict is Verdict.DECLINED else instead
        text = answer.text if words is None else "\n".join(filter(None, [words, answer.reservation]))
        parts.append((text, buttons(answer), as_json(one, words or answer.summary)))
    offers_person = any(PERSON in offered for _, offered, _ in parts)
    listed = any(one.answer.verdict is Verdict.LISTED for one in answered)
    further = [*([QUOTE] if listed else []), *([PERSON] if offers_person else [])] if ways_on else []
    parts = [(text, [button for button in offered if button != PERSON], part) for text, offered, part in parts]
    for text, offered, part in parts[:-1]:
        dispatcher.utter_message(text=text, buttons=offered, json_message={"answer": part})
    text, offered, part = parts[-1]
    custom = {"answer": part} if len(parts) == 1 else {"answer": part, "whole": joined([p for _, _, p in parts])}
    dispatcher.utter_message(text=text, buttons=[*offered, *further], json_message=custom)


def say_line(
    dispatcher: CollectingDispatcher, line: Line, form: dict[str, Any] | None, silent: Sequence[Answered] = ()
) -> None:
    """Utter what the form says; its buttons say what may as well be typed. `silent`: answers without a card."""
    pressed = [{"title": title, "payload": title} for title in line.buttons]
    custom: dict[str, Any] = {"form": form} if form else {}
    if silent:
        custom["answer"] = joined([as_json(answered, "") for answered in silent])
    dispatcher.utter_message(text=line.text, buttons=pressed, json_message=custom)


def joined(answers: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """One answer for several questions: the most careful verdict, the first entry of each first, no card of its own."""
    decisive = min(answers, key=lambda answer: CAREFUL.index(answer["verdict"]))
    ranked = [entry for place in zip_longest(*(answer["entries"] for answer in answers)) for entry in place if entry]
    entries = list({entry["id"]: entry for entry in ranked}.values())[:SHOWN]
    whole = {name: _union(answers, name) for name in ("conditions", "pays_for")}
    offers_person = any(answer["offers_person"] for answer in answers)
    return decisive | whole | {"entries": entries, "offers_person": offers_person, "card": None}


def _union(answers: Sequence[dict[str, Any]], name: str) -> list[str]:
    return list(dict.fromkeys(item for answer in answers for item in answer[name]))
