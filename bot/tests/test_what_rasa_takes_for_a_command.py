"""The facts about Rasa on which chat.dialogue_engine.as_typed relies (the gateway cannot import Rasa to find out)."""

import re
from pathlib import Path

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.constants import ENTITIES, INTENT
from rasa.shared.nlu.training_data.message import Message


def intent_of(text: str) -> str:
    """The intent that Rasa reads out of a text which it takes for a command; empty when it takes it for words."""
    message = Message({"text": UserMessage(text).text})
    read = YAMLStoryReader.unpack_regex_message(message)
    return str((read.get(INTENT) or {}).get("name", "")) if read.get(INTENT) else ""


def test_a_leading_slash_is_a_command() -> None:
    assert intent_of("/person") == "person"


@pytest.mark.parametrize("space", [" ", "\n", "\u3000", "\u00a0", "\u2003", "\u2028"], ids=ascii)
def test_a_slash_after_any_space_is_a_command_too(space: str) -> None:
    """UserMessage strips: so must the gateway, and of all that str.strip() strips."""
    assert intent_of(f"{space}/person") == "person"


@pytest.mark.parametrize("text", ["person", "／person", "\u200b/person", "。/person", "費用/賠償"])
def test_anything_else_is_words(text: str) -> None:
    assert intent_of(text) == ""


def test_a_payload_carries_its_entry() -> None:
    """What the button of an offered entry sends (actions.wire)."""
    message = Message({"text": UserMessage('/show_entry{"entry": "cost.condolence"}').text})
    (entity,) = YAMLStoryReader.unpack_regex_message(message).get(ENTITIES)
    assert (entity["entity"], entity["value"]) == ("entry", "cost.condolence")


def test_every_payload_of_our_buttons_is_an_intent_of_the_domain() -> None:
    root = Path(__file__).resolve().parents[2]
    sources = [*(root / "actions").glob("*.py"), *(root / "chat").glob("*.py")]
    sent = {name for file in sources for name in re.findall(r'"/(\w+)"', file.read_text(encoding="utf-8"))}
    assert {"person", "show_entry", "none_of_these"} <= sent
    assert sent - set(Domain.from_path(str(root / "domain.yml")).intents) == set()
