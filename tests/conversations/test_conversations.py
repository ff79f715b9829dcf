"""Every conversation of this folder's YAML files, held with the started stack; the file's name says the behaviour.

A file is a list of turns: `visitor` (typed) or `press` (the title of a button on offer), then what must hold:
`verdict`, `entries` (each among those shown), `first` (the first one), `pays_for` (among them), `says` / `never_says`
(in the words of the reply), `buttons` (titles on offer), `person` (is one offered), `messages` (how many).
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy.started import Stack
from tests.stack.visitor import Visitor

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*/*.yml"))
KNOWN = {"visitor", "press", "verdict", "entries", "first", "pays_for", "says", "never_says", "buttons", "person"}
KNOWN |= {"messages"}
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
        reply = press(visitor, reply, turn["press"]) if "press" in turn else visitor.ask(turn["visitor"])
        check(turn, reply, f"turn {number} ({turn.get('visitor') or turn['press']})")


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
    for words in turn.get("says", ()):
        assert words in text, f"{where}: {text}"
    for words in (*turn.get("never_says", ()), *NEVER):
        assert words not in text, f"{where}: {text}"


def test_there_are_conversations_of_every_sort() -> None:
    sorts = {file.parent.name for file in FILES}
    assert {"happy_path", "follow_ups", "clarify", "boundaries", "out_of_scope", "injection"} <= sorts
    assert {"small_talk", "urgent"} <= sorts
    assert len(FILES) >= 60
