"""A visitor of the real stack, for the tests."""

import uuid
from typing import Any

import httpx

from deploy.started import Stack
from tests import said


class Visitor:
    """One session of the public API."""

    def __init__(self, stack: Stack) -> None:
        hooks: dict[str, list[Any]] = {"request": [said.by_client]}
        self.client = httpx.Client(base_url=stack.url, trust_env=False, timeout=30, event_hooks=hooks)
        self.opened = self.client.post("/api/chat/sessions", json={}).json()
        self.headers = {"Authorization": f"Bearer {self.opened['token']}"}

    def send(self, **message: Any) -> httpx.Response:
        body = {"id": str(uuid.uuid4()), **message}
        return self.client.post("/api/chat/messages", json=body, headers=self.headers)

    def ask(self, text: str) -> dict[str, Any]:
        reply: dict[str, Any] = self.send(text=text).raise_for_status().json()
        return reply

    def transcript(self) -> list[dict[str, Any]]:
        response = self.client.get("/api/chat/messages", headers=self.headers)
        messages: list[dict[str, Any]] = response.raise_for_status().json()["messages"]
        return messages

    def come_back(self) -> dict[str, Any]:
        """Open the page again with the token kept: what the gateway says, the transcript among it."""
        response = self.client.post("/api/chat/sessions", json={"resume": self.opened["token"]})
        opened: dict[str, Any] = response.raise_for_status().json()
        self.headers = {"Authorization": f"Bearer {opened['token']}"}
        return opened
