"""Beside delivering, the third process erases by age, again and again, whatever goes wrong in between."""

import io
import logging
import os
import signal
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from leads import hourly


class Erasing:
    """Stands in for the command: notes its calls, and asks to stop at the third."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.stopping = threading.Event()
        self.stop: Callable[[], object] = self.stopping.set
        self.fails: dict[int, Exception] = {}

    def __call__(self, name: str, **_: Any) -> None:
        self.calls.append(name)
        if len(self.calls) == 3:
            self.stop()
        if error := self.fails.get(len(self.calls)):
            raise error


@pytest.fixture
def erasing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Erasing]:
    made = Erasing()
    monkeypatch.setattr(hourly, "call_command", made)
    monkeypatch.setattr(hourly, "FIRST", 0.0)
    monkeypatch.setattr(hourly, "EVERY", 0.0)
    yield made
    made.stopping.set()


@pytest.fixture
def _signals_as_before() -> Iterator[None]:
    before = {name: signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGINT)}
    yield
    for name, handler in before.items():
        signal.signal(name, handler)


def run(erasing: Erasing) -> None:
    thread = hourly.started(erasing.stopping)
    thread.join(10)
    assert not thread.is_alive()


@pytest.mark.django_db
def test_it_is_done_again_until_the_process_stops(erasing: Erasing) -> None:
    run(erasing)
    assert erasing.calls == ["apply_retention"] * 3


@pytest.mark.django_db
def test_what_could_not_be_erased_is_said_and_tried_again(erasing: Erasing, caplog: pytest.LogCaptureFixture) -> None:
    erasing.fails[1] = CommandError("2 conversations past HOSHO_RETENTION_DAYS are not erased yet")
    with caplog.at_level(logging.ERROR):
        run(erasing)
    assert "2 conversations" in caplog.text
    assert len(erasing.calls) == 3


@pytest.mark.django_db
def test_a_defect_is_said_without_its_words_and_tried_again(erasing: Erasing, caplog: pytest.LogCaptureFixture) -> None:
    erasing.fails[1] = ZeroDivisionError("株式会社ひみつ商事")
    with caplog.at_level(logging.ERROR):
        run(erasing)
    assert "apply_retention broke off" in caplog.text
    assert len(erasing.calls) == 3


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_signals_as_before")
def test_the_delivery_process_does_it(erasing: Erasing) -> None:
    erasing.stop = lambda: os.kill(os.getpid(), signal.SIGTERM)
    call_command("deliver_leads", stdout=io.StringIO(), stderr=io.StringIO())
    assert erasing.calls[:3] == ["apply_retention"] * 3
