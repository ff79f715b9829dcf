"""What a client may not send: each has its own status, and a Japanese sentence for whoever sees it."""

import json
import uuid

import pytest

from chat import requests, texts
from chat.models import Turn
from tests.chat.visitor import MESSAGES, Visitor, assert_problem
from tests.fakes import FakeEngine

pytestmark = pytest.mark.slow

ID = str(uuid.UUID(int=7))
DEEP = 4000
MALFORMED: dict[str, bytes] = {
    "malformed JSON": b'{"id": "' + ID.encode() + b'", "text": ',
    "an empty body": b"",
    "no JSON at all": "メールの誤送信は補償されますか".encode(),
    "bytes that are no text": b'{"id": "\xff\xfe"}',
    "an array": json.dumps([{"id": ID, "text": "補償されますか"}]).encode(),
    "a string": b'"text"',
    "a number": b"1",
    "null": b"null",
    "true": b"true",
    "deeply nested arrays": b"[" * DEEP + b"]" * DEEP,
    "deeply nested objects": b'{"text":' * 900 + b"1" + b"}" * 900,
    "a deeply nested text": b'{"id": "' + ID.encode() + b'", "text": ' + b"[" * DEEP + b"]" * DEEP + b"}",
    "NaN": b'{"id": NaN, "text": "a"}',
    "NaN as text": b'{"id": "' + ID.encode() + b'", "text": NaN}',
    "infinity": b'{"id": -Infinity, "text": "a"}',
    "a number of 5,000 digits": b'{"id": ' + b"1" * 5000 + b', "text": "a"}',
    "an object in an object": b'{"about": {"id": "a"}}',
    "a list in an object": b'{"about": ["a"]}',
    "a list as id": b'{"id": [], "text": "a"}',
    "an object as id": b'{"id": {}, "text": "a"}',
    "more members than any call has": json.dumps({f"a{i}": i for i in range(17)}).encode(),
    "a member named twice": b'{"id": "' + ID.encode() + b'", "text": "a", "text": "b"}',
    "two values": b'{"id": "' + ID.encode() + b'", "text": "a"} {}',
    "a comment": b'{"id": "' + ID.encode() + b'", /* */ "text": "a"}',
}
WRONG: dict[str, dict[str, object]] = {
    "neither text nor button": {"id": ID},
    "both text and button": {"id": ID, "text": "補償されますか", "button": "x"},
    "text and button null": {"id": ID, "text": None, "button": None},
    "a number as text": {"id": ID, "text": 1},
    "a list as text": {"id": ID, "text": ["補償されますか"]},
    "an object as text": {"id": ID, "text": {"text": "補償されますか"}},
    "true as text": {"id": ID, "text": True},
    "a number as button": {"id": ID, "button": 1},
    "an extra field": {"id": ID, "text": "補償されますか", "sender": "他人"},
    "a payload": {"id": ID, "text": "補償されますか", "payload": "/person"},
    "metadata": {"id": ID, "text": "補償されますか", "metadata": {"lang": "ja"}},
    "no id": {"text": "補償されますか"},
}
BAD_IDS: list[object] = [
    *("{" + ID + "}", f"urn:uuid:{ID}", "+" + ID[1:], "1_0" + ID[3:], "１" + ID[1:], f" {ID}", f"{ID}\n"),
    *("", "1", "あ", "\ud800", "\x00", ID + "0", ID[:-1], "g" * 32, None, 7, 1.5, True),
]


def post(visitor: Visitor, body: object) -> dict[str, object]:
    """Sends what must be refused with 400; returns the problem."""
    return assert_problem(visitor.send("POST", MESSAGES, body), 400)


def test_what_is_right_is_answered(visitor: Visitor, engine: FakeEngine) -> None:
    """Without this the refusals below would prove nothing."""
    assert visitor.send("POST", MESSAGES, {"id": ID, "text": "補償されますか"}).status_code == 200
    assert engine.heard == ["補償されますか"]


@pytest.mark.parametrize("name", MALFORMED)
def test_what_cannot_be_read_is_malformed(visitor: Visitor, engine: FakeEngine, name: str) -> None:
    assert len(MALFORMED[name]) <= requests.LONGEST_BODY, "this test is not about the size"
    post(visitor, MALFORMED[name])
    assert engine.asked == []


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_message_is_malformed(visitor: Visitor, engine: FakeEngine, name: str) -> None:
    post(visitor, WRONG[name])
    assert engine.asked == []


@pytest.mark.parametrize("bad", BAD_IDS, ids=repr)
def test_an_id_that_is_no_uuid_is_named_as_the_fault(visitor: Visitor, engine: FakeEngine, bad: object) -> None:
    assert post(visitor, {"id": bad, "text": "補償されますか"})["detail"] == texts.BAD_ID
    assert engine.asked == []


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "　", " \n\t　\r\n ", "\x00", "\x00\x01\x7f", "\ud800", "\u00a0\u2003"),
        *("\u200b", "\u200b \u200b", "\u202e\u2066", "\u3164", "\u00ad", "\U000e0041", "\ufeff　\u2060"),
    ],
    ids=ascii,
)
def test_a_text_with_nothing_in_it_is_called_empty(visitor: Visitor, engine: FakeEngine, text: str) -> None:
    assert post(visitor, {"id": ID, "text": text})["detail"] == texts.EMPTY
    assert engine.asked == []


def test_what_was_refused_is_not_in_the_transcript(visitor: Visitor) -> None:
    turns = Turn.objects.count()
    post(visitor, {"id": ID, "text": "補償されますか", "sender": "他人"})
    assert visitor.typed() == []
    assert Turn.objects.count() == turns


def test_a_problem_says_what_it_is(visitor: Visitor) -> None:
    body = post(visitor, {"id": ID})
    assert body.keys() == {"type", "status", "title", "detail"}
    assert (body["type"], body["title"]) == ("about:blank", "Malformed request")


@pytest.mark.parametrize("path", ["/api/chat/sessions", f"/api/chat/messages/{ID}/feedback"])
@pytest.mark.parametrize(
    "name",
    [
        "malformed JSON",
        "an array",
        "an object in an object",
        "a list in an object",
        "more members than any call has",
        "a member named twice",
        "deeply nested arrays",
        "NaN",
        "null",
    ],
)
def test_the_other_endpoints_refuse_it_too(visitor: Visitor, path: str, name: str) -> None:
    assert_problem(visitor.send("POST", path, MALFORMED[name]), 400)
