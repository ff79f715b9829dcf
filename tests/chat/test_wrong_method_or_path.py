import uuid

import pytest

from chat import texts
from tests.chat.visitor import MESSAGES, Visitor, assert_problem

pytestmark = pytest.mark.slow

ID = str(uuid.UUID(int=7))
ALLOWED = {
    "/api/chat/sessions": {"POST"},
    MESSAGES: {"GET", "POST"},
    f"{MESSAGES}/{ID}/feedback": {"POST"},
    "/api/chat/session": {"DELETE"},
    "/healthz": {"GET"},
    "/readyz": {"GET"},
    "/": {"GET"},
    "/widget.js": {"GET"},
    "/demo.css": {"GET"},
    "/favicon.ico": {"GET"},
}
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY")
WRONG = [(method, path) for path, right in ALLOWED.items() for method in METHODS if method not in right]


@pytest.mark.parametrize(("method", "path"), WRONG)
def test_a_wrong_method_is_a_problem(visitor: Visitor, method: str, path: str) -> None:
    assert assert_problem(visitor.send(method, path, {}), 405)["detail"] == texts.NOT_ALLOWED


def test_a_wrong_method_is_told_which_are_right(visitor: Visitor) -> None:
    """RFC 9110, 15.5.6: a 405 must carry Allow."""
    told = {path: visitor.send("PUT", path, {}).headers.get("Allow", "") for path in ALLOWED}
    assert {path: set(allow.split(", ")) - {"HEAD", "OPTIONS"} for path, allow in told.items()} == ALLOWED


@pytest.mark.parametrize(
    "path",
    [
        "/api/chat",
        "/api/chat/unknown",
        "/api/chat/messages/",
        f"/api/chat/messages/{ID}",
        "/補償",
        "/.env",
        "/var/hosho.db",
        "/webhooks/rest/webhook",
        "/model",
        "/widget",
        "/widget/",
        "/static/",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_unknown_path_is_a_problem(visitor: Visitor, method: str, path: str) -> None:
    assert assert_problem(visitor.send(method, path), 404)["detail"] == texts.NOT_FOUND


def test_the_process_says_that_it_is_alive(visitor: Visitor) -> None:
    response = visitor.send("GET", "/healthz")
    assert (response.status_code, response.json()) == (200, {"alive": True})
