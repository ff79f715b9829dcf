"""Visitors of the public API who insist as the widget does, and write down how each try of each message went."""

import threading
import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import httpx

FORM = ("担当者に相談する", "同意します", "株式会社山田製作所", "佐藤", "sato@example.co.jp", "送信")
QUESTIONS = (
    "委託先に預けたデータが漏えいした場合は補償されますか",
    "社員が帰りの電車にノートPCを置き忘れました",
    "保険料はいくら?",
    "弁護士に払う費用は出ますか",
    "契約までの流れを教えてください",
    "火災保険の相談です",
)
HANGS_UP_AFTER = 30.0
"""Seconds, as the widget."""
BROKEN = (httpx.NetworkError, httpx.TimeoutException, httpx.RemoteProtocolError)
PAUSE = 2.0
"""Seconds between two tries, as the widget's first."""
GIVES_UP_AFTER = 120.0
"""Seconds of insisting on one message: no outage made on purpose lasts so long."""


@dataclass(frozen=True)
class Try:
    """`status` None: no answer came, because nobody listened or the line broke. `at` is of time.monotonic()."""

    at: float
    seconds: float
    status: int | None
    problem: dict[str, Any] | None = None
    unshaped: bool = False


@dataclass
class Told:
    """A message, every try of it, and what was replied in the end."""

    text: str
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    tries: list[Try] = field(default_factory=list)
    reply: dict[str, Any] | None = None


class Visitor(threading.Thread):
    """Tells one thing after another in a session of its own, each under one id until it is answered.

    Ends with the last, or as soon as `stopping` is set and what is under way is answered."""

    def __init__(self, url: str, tells: Iterable[str], stopping: threading.Event | None = None) -> None:
        super().__init__(daemon=True)
        self.tells, self.stopping = tells, stopping or threading.Event()
        self.told: list[Told] = []
        self.opening: list[Try] = []
        self.receipts: list[str] = []
        self._client = httpx.Client(base_url=url, trust_env=False, timeout=HANGS_UP_AFTER)
        self._token = ""

    def run(self) -> None:
        opened = self._insist(self.opening, "/api/chat/sessions", {})
        self._token = opened["token"]
        for text in self.tells:
            if self.stopping.is_set():
                return
            self.tell(text)

    def tell(self, text: str) -> dict[str, Any]:
        told = Told(text)
        self.told.append(told)
        told.reply = self._insist(told.tries, "/api/chat/messages", {"id": told.id, "text": text})
        if receipt := (told.reply["form"] or {}).get("receipt"):
            self.receipts.append(receipt)
        return told.reply

    def again(self, told: Told) -> dict[str, Any]:
        """The reply to the same message, sent once more."""
        return self._insist([], "/api/chat/messages", {"id": told.id, "text": told.text})

    def transcript(self) -> list[dict[str, Any]]:
        response = self._client.get("/api/chat/messages", headers=self._headers)
        messages: list[dict[str, Any]] = response.raise_for_status().json()["messages"]
        return messages

    @property
    def session(self) -> str:
        """Its id, with which the token begins; it is also Rasa's name for the conversation."""
        return self._token.partition(":")[0]

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._token}"} if self._token else {}

    def _insist(self, tries: list[Try], path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Raises HTTPStatusError when it is refused, since trying again does not help, and TimeoutError."""
        started = time.monotonic()
        while time.monotonic() - started < GIVES_UP_AFTER:
            made, response = self._try(path, body)
            tries.append(made)
            if response is not None and response.status_code < 500:
                answered: dict[str, Any] = response.raise_for_status().json()
                return answered
            time.sleep(PAUSE)
        raise TimeoutError(f"{path} was not answered in {GIVES_UP_AFTER:.0f} s")

    def _try(self, path: str, body: dict[str, Any]) -> tuple[Try, httpx.Response | None]:
        started = time.monotonic()
        try:
            response = self._client.post(path, json=body, headers=self._headers)
        except BROKEN:
            return Try(started, time.monotonic() - started, None), None
        shaped = response.headers["Content-Type"] == "application/problem+json"
        problem = response.json() if shaped else None
        unshaped = response.status_code >= 500 and not shaped
        return Try(started, time.monotonic() - started, response.status_code, problem, unshaped), response
