import json
import uuid

import pytest

from deploy.started import Stack
from tests.stack.visitor import Visitor

RAW = {
    "malformed JSON": (b'{"id": ', 400),
    "9 KB": (json.dumps({"id": str(uuid.uuid4()), "text": "a" * 9000}).encode(), 413),
    "1,001 characters": (json.dumps({"id": str(uuid.uuid4()), "text": "あ" * 1001}, ensure_ascii=False).encode(), 413),
    "empty text": (json.dumps({"id": str(uuid.uuid4()), "text": ""}).encode(), 400),
    "unknown button": (json.dumps({"id": str(uuid.uuid4()), "button": "person"}).encode(), 400),
    "no id": (b'{"text": "a"}', 400),
}


@pytest.mark.parametrize("name", RAW)
def test_what_cannot_be_served_is_a_problem_in_japanese(stack: Stack, name: str) -> None:
    body, status = RAW[name]
    visitor = Visitor(stack)
    response = visitor.client.post("/api/chat/messages", content=body, headers=visitor.headers)
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    assert "。" in response.json()["detail"]
    assert "Traceback" not in response.text


@pytest.mark.parametrize("token", [None, "x", "00000000000000000000000000000000:1:1"])
def test_without_a_token_of_ours_nothing_is_said(stack: Stack, token: str | None) -> None:
    visitor = Visitor(stack)
    visitor.headers = {"Authorization": f"Bearer {token}"} if token else {}
    response = visitor.send(text="補償されますか")
    assert (response.status_code, response.headers["Content-Type"]) == (401, "application/problem+json")


@pytest.mark.parametrize(
    "text",
    ["😀🎉", "誤\x00送信は?", "あ" * 1000, "。。。、!?", "ｱｱｱ한국어عربى", "<script>alert(1)</script>", "ーーーー", "0"],
)
def test_strange_text_gets_a_polite_reply(stack: Stack, text: str) -> None:
    reply = Visitor(stack).ask(text)
    assert reply["messages"][0]["text"]
    assert "申し訳ございません。ただいま" not in reply["messages"][0]["text"]


def test_lone_surrogates_are_dropped_and_the_rest_is_answered(stack: Stack) -> None:
    visitor = Visitor(stack)
    body = b'{"id": "%s", "text": "\\ud800USB\\u3092\\u7d1b\\u5931\\udfff"}' % str(uuid.uuid4()).encode()
    reply = visitor.client.post("/api/chat/messages", content=body, headers=visitor.headers)
    assert reply.status_code == 200
    assert visitor.transcript()[1]["text"] == "USBを紛失"


def test_after_all_of_this_the_stack_still_answers(stack: Stack) -> None:
    assert Visitor(stack).ask("メールの宛先を間違えて送信しました")["answer"]["verdict"] == "listed"
