"""1,000 characters and 8 KB: up to there is answered, beyond is 413."""

import json
import uuid

import pytest

from chat import texts
from tests.chat.visitor import MESSAGES, Visitor, assert_problem
from tests.fakes import FakeEngine


def body_of(size: int) -> bytes:
    """A message of this many bytes, its text short."""
    body = json.dumps({"id": str(uuid.uuid4()), "text": "補償されますか"}).encode()
    return body + b" " * (size - len(body))


def as_utf8(text: str) -> bytes:
    return json.dumps({"id": str(uuid.uuid4()), "text": text}, ensure_ascii=False).encode()


@pytest.mark.parametrize("character", ["a", "補", "𠮷", "😀", "ｱ"])
def test_exactly_1000_characters_are_answered(visitor: Visitor, engine: FakeEngine, character: str) -> None:
    assert visitor.send("POST", MESSAGES, as_utf8(character * 1000)).status_code == 200
    assert engine.heard == [character * 1000]


@pytest.mark.parametrize("character", ["a", "補", "𠮷", "😀", "ｱ"])
def test_1001_characters_are_too_many(visitor: Visitor, engine: FakeEngine, character: str) -> None:
    problem = assert_problem(visitor.send("POST", MESSAGES, as_utf8(character * 1001)), 413)
    assert problem["detail"] == texts.TOO_LONG
    assert engine.asked == []


def test_8_kilobytes_are_read(visitor: Visitor, engine: FakeEngine) -> None:
    assert visitor.send("POST", MESSAGES, body_of(8 * 1024)).status_code == 200
    assert engine.heard == ["補償されますか"]


@pytest.mark.parametrize("size", [8 * 1024 + 1, 9 * 1024, 1024 * 1024, 9 * 1024 * 1024])
def test_more_is_too_large(visitor: Visitor, engine: FakeEngine, size: int) -> None:
    problem = assert_problem(visitor.send("POST", MESSAGES, body_of(size)), 413)
    assert problem["detail"] == texts.TOO_LARGE
    assert engine.asked == []


@pytest.mark.parametrize("path", ["/api/chat/sessions", f"/api/chat/messages/{uuid.UUID(int=7)}/feedback"])
def test_the_other_endpoints_read_no_more_either(visitor: Visitor, path: str) -> None:
    assert_problem(visitor.send("POST", path, body_of(9 * 1024)), 413)


def test_1000_escaped_characters_are_answered(visitor: Visitor) -> None:
    """A client that escapes everything but ASCII sends six bytes a character."""
    assert visitor.send("POST", MESSAGES, {"id": str(uuid.uuid4()), "text": "補" * 1000}).status_code == 200
