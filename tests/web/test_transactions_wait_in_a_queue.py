"""One transaction writes to SQLite at a time; the others of this process wait until it ends, and no longer."""

import contextlib
import threading
from collections.abc import Callable

import pytest
from django.db import OperationalError, connection, transaction

from chat.models import Tally
from web.environment import load
from web.sqlite.base import _writing

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(bool(load().database_url), reason="PostgreSQL lets several write"),
]
PATIENCE = 10.0


def is_taken() -> bool:
    return _writing[str(connection.settings_dict["NAME"])].locked()


def counts(verdict: str) -> None:
    with transaction.atomic():
        Tally.objects.create(day="2026-11-30", verdict=verdict)


class Waiting(threading.Thread):
    """Does it in a thread with a connection of its own; `error`: what came of it."""

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self.work, self.error = work, None
        self.begun = threading.Event()
        self.start()
        assert self.begun.wait(PATIENCE)

    def run(self) -> None:
        self.begun.set()
        try:
            self.work()
        except OperationalError as error:
            self.error = error
        finally:
            connection.close()


def test_whoever_waits_goes_on_when_the_one_before_has_ended() -> None:
    with transaction.atomic():
        counts("info")
        waiting = Waiting(lambda: counts("listed"))
        assert is_taken()
        assert Tally.objects.count() == 1
    waiting.join(PATIENCE)
    assert waiting.error is None
    assert set(Tally.objects.values_list("verdict", flat=True)) == {"info", "listed"}
    assert not is_taken()


def test_many_at_once_are_all_kept() -> None:
    crowd = [Waiting(lambda n=n: counts(f"v{n}")) for n in range(20)]
    for one in crowd:
        one.join(PATIENCE)
    assert [one.error for one in crowd] == [None] * 20
    assert Tally.objects.count() == 20


def test_who_waits_too_long_hears_what_sqlite_would_say(monkeypatch: pytest.MonkeyPatch) -> None:
    with transaction.atomic():
        counts("info")
        monkeypatch.setitem(
            connection.settings_dict, "OPTIONS", connection.settings_dict["OPTIONS"] | {"timeout": 0.05}
        )
        waiting = Waiting(lambda: counts("listed"))
        waiting.join(PATIENCE)
    assert "locked" in str(waiting.error)
    assert not is_taken()


def fails() -> None:
    with transaction.atomic():
        assert is_taken()
        raise ZeroDivisionError


def closes() -> None:
    with transaction.atomic():
        connection.close()


@pytest.mark.parametrize("work", [fails, closes])
def test_a_transaction_that_comes_to_nothing_holds_nobody_up(work: Callable[[], None]) -> None:
    with contextlib.suppress(ZeroDivisionError):
        work()
    assert not is_taken()
    counts("info")
    assert Tally.objects.count() == 1


def test_one_within_another_waits_for_nobody() -> None:
    with transaction.atomic(), transaction.atomic():
        counts("info")
    assert not is_taken()
