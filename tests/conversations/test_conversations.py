"""Every conversation of this folder's YAML files, held with the started stack; the file's name says the behaviour.

A file is a list of turns: `visitor` (typed) or `press` (the title of a button on offer), then what must hold:
`verdict`, `entries` (each among those shown), `first` (the first one), `pays_for` (among them), `says` / `never_says`
(in the words of the reply), `buttons` (titles on offer), `person` (is one offered), `messages` (how many). Of the form:
`asks` (null when none is under way), `form` (its name), `step`, `receipt` (is there one).
`quote_until: field` answers a quote's questions up to that one; `reopen: true` leaves the page and comes back.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy.started import Stack
from tests.leads.form.talk import ANSWERS
from tests.stack.visitor import Visitor

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*/*.yml"))
KNOWN = {"visitor", "press", "verdict", "entries", "first", "pays_for", "says", "never_says", "buttons", "person"}
KNOWN |= {"messages", "asks", "form", "step", "receipt", "quote_until", "reopen"}
NEVER = ("必ず", "確実に", "全額", "対象外です", "補償されません")
"""No reply whatever says these."""


def by_name(file: Path) -> str:
    return f"{file.parent.name}/{file.stem}"


@pytest.mark.parametrize("file", FILES, ids=by_name)
def test_conversation(file: Path, stack: Stack) -> None:
    visitor = Visitor(stack)
    reply: dict[str, Any] = visitor.opened
    for number, turn in enumerate(yaml.safe_load(file.read_text(encoding="utf-8")), 1):
        assert set(turn) <= KNOWN, f"turn {number}: unknown {set(turn) - KNOWN}"
        reply = take(visitor, reply, turn)
        check(turn, reply, f"turn {number} ({turn})")


def take(visitor: Visitor, reply: dict[str, Any], turn: dict[str, Any]) -> dict[str, Any]:
    """The reply to a turn of a file."""
    if "press" in turn:
        return press(visitor, reply, turn["press"])
    if "reopen" in turn:
        return {"answer": None, "form": None, **visitor.come_back()}
    if "quote_until" in turn:
        return quote(visitor, turn["quote_until"])
    return visitor.ask(turn["visitor"])


def quote(visitor: Visitor, until: str) -> dict[str, Any]:
    """A quote's questions answered up to this field; the reply that asks it."""
    reply = visitor.ask("見積りの準備をする")
    for field, answers in ANSWERS.items():
        assert reply["form"]["asks"] == field, reply
        if field == until:
            return reply
        for answer in answers:
            reply = visitor.ask(answer)
    assert reply["form"]["asks"] == until, reply
    return reply


def press(visitor: Visitor, reply: dict[str, Any], title: str) -> dict[str, Any]:
    ids = {button["title"]: button["id"] for message in reply["messages"] for button in message["buttons"]}
    assert title in ids, f"no button {title} among {list(ids)}"
    pressed: dict[str, Any] = visitor.send(button=ids[title]).raise_for_status().json()
    return pressed


def check(turn: dict[str, Any], reply: dict[str, Any], where: str) -> None:
    text = "\n".join(message["text"] for message in reply["messages"])
    answer = reply["answer"] or {"verdict": "none", "entries": [], "pays_for": [], "offers_person": False}
    shown = [entry["id"] for entry in answer["entries"]]
    titles = [button["title"] for message in reply["messages"] for button in message["buttons"]]
    assert turn.get("verdict", answer["verdict"]) == answer["verdict"], f"{where}: {answer['verdict']} {shown}\n{text}"
    assert set(turn.get("entries", ())) <= set(shown), f"{where}: {shown}"
    assert turn.get("first", (shown or [None])[0]) == (shown or [None])[0], f"{where}: {shown}"
    assert set(turn.get("pays_for", ())) <= set(answer["pays_for"]), f"{where}: {answer['pays_for']}"
    assert set(turn.get("buttons", ())) <= set(titles), f"{where}: {titles}"
    assert turn.get("person", answer["offers_person"]) == answer["offers_person"], where
    assert turn.get("messages", len(reply["messages"])) == len(reply["messages"]), where
    form = reply["form"] or {"name": None, "asks": None, "step": None, "receipt": None}
    for of_form, found in (("asks", form["asks"]), ("form", form["name"]), ("step", form["step"])):
        assert turn.get(of_form, found) == found, f"{where}: {form}\n{text}"
    assert turn.get("receipt", bool(form["receipt"])) == bool(form["receipt"]), f"{where}: {form}\n{text}"
    for words in turn.get("says", ()):
        assert words in text, f"{where}: {text}"
    for words in (*turn.get("never_says", ()), *NEVER):
        assert words not in text, f"{where}: {text}"


def test_there_are_conversations_of_every_sort() -> None:
    sorts = {file.parent.name for file in FILES}
    assert {"happy_path", "follow_ups", "clarify", "boundaries", "out_of_scope", "injection"} <= sorts
    assert {"small_talk", "urgent", "corrections", "digressions", "cancellations", "resume", "consent"} <= sorts
    assert "invalid_user_inputs" in sorts
    assert len(FILES) >= 160
