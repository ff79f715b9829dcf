"""Without a token of one's own, nothing is said, shown, rated or erased."""

import uuid

import pytest

from chat import texts
from chat.models import Session
from tests.chat.visitor import MESSAGES, Visitor, assert_problem
from tests.fakes import FakeEngine

ID = str(uuid.UUID(int=7))
GUARDED = [
    ("POST", MESSAGES, {"id": ID, "text": "補償されますか"}),
    ("GET", MESSAGES, None),
    ("POST", f"{MESSAGES}/{ID}/feedback", {"helpful": True}),
    ("DELETE", "/api/chat/session", None),
]


@pytest.mark.parametrize(("method", "path", "body"), GUARDED)
def test_without_a_token_it_is_refused(
    stranger: Visitor, engine: FakeEngine, method: str, path: str, body: object
) -> None:
    assert assert_problem(stranger.send(method, path, body), 401)["detail"] == texts.NO_TOKEN
    assert (engine.asked, engine.forgotten) == ([], [])


def test_the_token_is_asked_for_before_the_body_is_judged(stranger: Visitor) -> None:
    assert_problem(stranger.send("POST", MESSAGES, b"{"), 401)


def test_the_token_of_somebody_else_erases_their_session_and_not_mine(visitor: Visitor, other: Visitor) -> None:
    visitor.says("補償されますか")
    assert other.send("DELETE", "/api/chat/session").status_code == 204
    assert visitor.typed() == ["補償されますか"]
    assert Session.objects.count() == 1


def test_a_cookie_is_no_token(stranger: Visitor) -> None:
    token = Visitor().opens().token
    assert token
    stranger.client.cookies["token"] = token
    stranger.client.cookies["sessionid"] = token
    assert_problem(stranger.send("GET", MESSAGES), 401)


def test_a_page_of_another_site_needs_no_csrf_token(visitor: Visitor) -> None:
    """There is no cookie to ride on, so the API must not ask for Django's token."""
    response = visitor.send("POST", MESSAGES, {"id": ID, "text": "補償されますか"}, Origin="https://example.co.jp")
    assert response.status_code == 200
