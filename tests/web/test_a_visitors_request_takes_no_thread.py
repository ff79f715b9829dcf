"""What a visitor asks for goes through the middleware without a thread; the pages of staff have their sessions."""

import asyncio
import json
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from datetime import timedelta
from typing import Any

import pytest
from asgiref.testing import ApplicationCommunicator
from django.test import AsyncClient
from django.utils import timezone

from chat import rasa, threads, tokens
from chat.gate import Gate
from chat.handler import Handler
from chat.models import Session
from tests.fakes import FakeEngine


class Counting(threads.Threads):
    """How often anything was done beside the event loop."""

    calls = 0

    def submit[**P, T](self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        self.calls += 1
        return super().submit(work, *args, **kwargs)


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Counting:
    made = Counting()
    monkeypatch.setattr(threads, "_threads", made)
    return made


async def answered(path: str, method: str = "GET", token: str = "", body: bytes = b"") -> int:
    """The status, when the request has ended."""
    headers = [(b"host", b"localhost"), (b"authorization", b"Bearer " + token.encode())]
    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": headers}
    web: Any = ApplicationCommunicator(Gate(Handler()), scope)
    await web.send_input({"type": "http.request", "body": body})
    status: int = (await web.receive_output(5))["status"]
    await web.wait(5)
    return status


@pytest.mark.parametrize(("path", "status"), [("/healthz", 200), ("/internal/actions/webhook", 405)])
def test_nothing_is_done_in_a_thread_where_nothing_waits_for_the_database(
    counting: Counting, path: str, status: int
) -> None:
    assert asyncio.run(answered(path)) == status
    assert counting.calls == 0


@pytest.mark.django_db(transaction=True)
def test_a_message_visits_a_thread_three_times(counting: Counting, monkeypatch: pytest.MonkeyPatch) -> None:
    """To be looked up, to be kept and to be answered; each visit takes longer than what is done there."""
    monkeypatch.setattr(rasa, "_engine", FakeEngine())
    session = Session.objects.create(expires_at=timezone.now() + timedelta(days=1))
    body = json.dumps({"id": str(uuid.uuid4()), "text": "USBメモリをなくしました"}).encode()
    assert asyncio.run(answered("/api/chat/messages", "POST", tokens.issue(session), body)) == 200
    assert counting.calls == 3


@pytest.mark.django_db(transaction=True)
def test_a_page_of_staff_has_a_session_and_guards_its_forms() -> None:
    browser = AsyncClient(enforce_csrf_checks=True)
    shown = asyncio.run(browser.get("/staff/login/"))
    assert (shown.status_code, shown.asgi_request.session.session_key) == (200, None)
    assert asyncio.run(browser.post("/staff/login/", {"username": "x", "password": "y"})).status_code == 403
