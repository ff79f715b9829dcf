"""A visitor's browser: opens a session, keeps its token, sends JSON. Every request goes through all of Django."""

import json
import re
import uuid
from functools import cache
from typing import Any

from asgiref.sync import async_to_sync
from django.http import HttpResponse
from django.test import AsyncClient
from django.test.client import AsyncClientHandler

MESSAGES = "/api/chat/messages"
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]{2}.*。", re.DOTALL)


@cache
def site() -> AsyncClientHandler:
    """All of Django, its middleware loaded once (the static files alone take 80 ms)."""
    return AsyncClientHandler(enforce_csrf_checks=True)


class Browser(AsyncClient):
    """Connects from this address."""

    def __init__(self, address: str) -> None:
        super().__init__(raise_request_exception=False)
        self.address = address

    async def request(self, **request: Any) -> HttpResponse:
        return await super().request(client=[self.address, 0], **request)


class Visitor:
    """Methods that start with `a` are for tests that need several requests at once."""

    def __init__(self, address: str = "127.0.0.1") -> None:
        self.client = Browser(address)
        self.client.handler = site()
        self.token: str | None = None
        self.opened: dict[str, Any] = {}

    def opens(self) -> "Visitor":
        response = self.send("POST", "/api/chat/sessions", {})
        assert response.status_code == 201
        self.opened = response.json()
        self.token = self.opened["token"]
        return self

    async def asend(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """`body` is sent as JSON, bytes as they are."""
        if self.token is not None:
            headers = {"Authorization": f"Bearer {self.token}", **headers}
        data = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        return await self.client.generic(method, path, data, content_type="application/json", headers=headers)

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        return async_to_sync(self.asend)(method, path, body, **headers)

    async def asays(self, text: str, id: uuid.UUID | None = None) -> HttpResponse:
        return await self.asend("POST", MESSAGES, {"id": str(id or uuid.uuid4()), "text": text})

    def says(self, text: str, id: uuid.UUID | None = None) -> HttpResponse:
        return async_to_sync(self.asays)(text, id)

    def presses(self, button_id: str, id: uuid.UUID | None = None) -> HttpResponse:
        return self.send("POST", MESSAGES, {"id": str(id or uuid.uuid4()), "button": button_id})

    def transcript(self, after: str | None = None) -> list[dict[str, Any]]:
        response = self.send("GET", MESSAGES + (f"?after={after}" if after else ""))
        assert response.status_code == 200
        messages: list[dict[str, Any]] = response.json()["messages"]
        return messages

    def typed(self) -> list[str]:
        """What the transcript says that the visitor wrote."""
        return [message["text"] for message in self.transcript() if message["from"] == "visitor"]


def assert_problem(response: HttpResponse, status: int) -> dict[str, Any]:
    """problem+json of this status, a Japanese sentence as detail, nothing of our insides. Returns the body."""
    text = response.content.decode()
    assert (response.status_code, response.headers["Content-Type"]) == (status, "application/problem+json"), text
    body: dict[str, Any] = json.loads(text)
    assert body["status"] == status
    assert JAPANESE.search(body["detail"])
    assert not re.search(r"Traceback|File \"|\.py\b|Error\b|pydantic|django", text)
    return body
