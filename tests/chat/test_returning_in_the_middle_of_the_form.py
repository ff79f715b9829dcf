"""A page that is opened again needs to know which field is asked."""

from typing import Any

from tests.chat.visitor import Visitor
from tests.fakes import FakeEngine

EMAIL = {"name": "disclosure", "asks": "email", "step": 7, "of": 9, "receipt": None, "review": None}
ENDED = EMAIL | {"asks": None}


def returned(visitor: Visitor) -> Any:
    return visitor.send("POST", "/api/chat/sessions", {"resume": visitor.token}).json()["form"]


def test_the_form_under_way_is_told(visitor: Visitor, engine: FakeEngine) -> None:
    engine.says = [{"text": "メールアドレスをお知らせください。", "custom": {"form": EMAIL}}]
    visitor.says("佐藤です")
    assert returned(visitor) == EMAIL
    assert visitor.send("GET", "/api/chat/messages").json()["form"] == EMAIL


def test_an_apology_in_between_does_not_hide_it(visitor: Visitor, engine: FakeEngine) -> None:
    engine.says = [{"text": "メールアドレスをお知らせください。", "custom": {"form": EMAIL}}]
    visitor.says("佐藤です")
    engine.says = [{"text": "申し訳ございません。", "custom": {"failed": True}}]
    visitor.says("sato@example.co.jp")
    assert returned(visitor) == EMAIL


def test_a_form_that_has_ended_is_not(visitor: Visitor, engine: FakeEngine) -> None:
    engine.says = [{"text": "メールアドレスをお知らせください。", "custom": {"form": EMAIL}}]
    visitor.says("佐藤です")
    engine.says = [{"text": "準備を取りやめました。", "custom": {"form": ENDED}}]
    visitor.says("やめる")
    assert returned(visitor) is None
