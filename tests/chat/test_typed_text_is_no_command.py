"""Rasa reads a leading slash as an intent; what a visitor types must never begin with one when Rasa has it."""

import pytest

from chat.dialogue_engine import as_typed
from tests.chat.visitor import Visitor
from tests.fakes import PERSON_PAYLOAD, FakeEngine

pytestmark = pytest.mark.slow

SPACES = [c for c in map(chr, range(0x110000)) if c.isspace()]


def seen_by_rasa(message: str) -> str:
    """rasa.core.channels.UserMessage strips what it is given before it looks for a slash."""
    return message.strip()


def test_plain_text_reaches_the_engine_as_it_is(visitor: Visitor, engine: FakeEngine) -> None:
    visitor.says("メール／FAXの誤送信は 1/2 でも補償されますか？")
    assert engine.heard == ["メール／FAXの誤送信は 1/2 でも補償されますか？"]


@pytest.mark.parametrize(
    "typed",
    ["/person", "／person", "//person", "／/person", " /person", "　／person", "\n/person", "/　／ /person"],
)
def test_a_leading_slash_does_not_reach_the_engine(visitor: Visitor, engine: FakeEngine, typed: str) -> None:
    visitor.says(typed)
    assert engine.heard == ["person"]


@pytest.mark.parametrize("typed", ["/\x00/person", "\x00/person", "\x1b/person", "/\r\n/person"])
def test_control_characters_hide_no_slash(visitor: Visitor, engine: FakeEngine, typed: str) -> None:
    visitor.says(typed)
    assert engine.heard == ["person"]


def test_no_space_of_unicode_hides_a_slash() -> None:
    hidden = [f"{a}{space}{b}person" for space in SPACES for a, b in (("/", "/"), ("／", "/"), ("", "/"))]
    assert [typed for typed in hidden if seen_by_rasa(as_typed(typed)).startswith("/")] == []
    assert len(SPACES) > 20


def test_a_no_break_space_hides_no_slash_in_the_api(visitor: Visitor, engine: FakeEngine) -> None:
    visitor.says("／\u00a0" + '/show_entry{"entry":"cost.condolence"}')
    assert [seen_by_rasa(message)[0] for message in engine.heard] == ["s"]


@pytest.mark.parametrize("typed", ["/", "／", "///", "／／", "/ /", "／　/"])
def test_nothing_but_slashes_becomes_a_full_stop(visitor: Visitor, engine: FakeEngine, typed: str) -> None:
    visitor.says(typed)
    assert engine.heard == ["。"]


@pytest.mark.parametrize("typed", ["/person", "／restart", '/show_entry{"entry":"cost.condolence"}', "/"])
def test_the_transcript_keeps_the_text_as_typed(visitor: Visitor, typed: str) -> None:
    assert visitor.says(typed).status_code == 200
    assert visitor.typed() == [typed]


def test_typed_text_equal_to_a_payload_is_not_that_payload(visitor: Visitor, engine: FakeEngine) -> None:
    offered = visitor.says("誤送信は補償されますか").json()["messages"][0]["buttons"]
    visitor.says(PERSON_PAYLOAD)
    visitor.presses(offered[-1]["id"])
    assert engine.heard[1:] == ["person", PERSON_PAYLOAD]


def test_the_id_of_a_button_typed_as_text_is_text(visitor: Visitor, engine: FakeEngine) -> None:
    offered = visitor.says("誤送信は補償されますか").json()["messages"][0]["buttons"]
    visitor.says(offered[-1]["id"])
    assert engine.heard[-1] == offered[-1]["id"]


def test_every_message_of_a_session_goes_to_the_same_conversation(visitor: Visitor, engine: FakeEngine) -> None:
    visitor.says("誤送信は補償されますか")
    visitor.says("費用はどうですか")
    assert len({sender for sender, _ in engine.asked}) == 1


def test_two_visitors_never_share_a_conversation(visitor: Visitor, other: Visitor, engine: FakeEngine) -> None:
    visitor.says("誤送信は補償されますか")
    other.says("誤送信は補償されますか")
    assert len({sender for sender, _ in engine.asked}) == 2
