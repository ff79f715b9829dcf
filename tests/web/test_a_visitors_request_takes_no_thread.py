"""What a visitor asks for goes through the middleware without a thread; the pages of staff have their sessions."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest
from asgiref.testing import ApplicationCommunicator
from django.test import AsyncClient

from chat import threads
from chat.gate import Gate
from chat.handler import Handler


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


async def answered(path: str) -> int:
    """The status, when the request has ended."""
    headers = [(b"host", b"localhost")]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": headers}
    web: Any = ApplicationCommunicator(Gate(Handler()), scope)
    await web.send_input({"type": "http.request", "body": b""})
    status: int = (await web.receive_output(5))["status"]
    await web.wait(5)
    return status


@pytest.mark.parametrize(("path", "status"), [("/healthz", 200), ("/internal/actions/webhook", 405)])
def test_all_that_is_done_in_a_thread_is_to_close_what_was_answered(counting: Counting, path: str, status: int) -> None:
    assert asyncio.run(answered(path)) == status
    assert counting.calls == 1


@pytest.mark.django_db(transaction=True)
def test_a_page_of_staff_has_a_session_and_guards_its_forms() -> None:
    browser = AsyncClient(enforce_csrf_checks=True)
    shown = asyncio.run(browser.get("/staff/login/"))
    assert (shown.status_code, shown.asgi_request.session.session_key) == (200, None)
    assert asyncio.run(browser.post("/staff/login/", {"username": "x", "password": "y"})).status_code == 403
