"""The disk under the log is full: lines are lost, the process is not."""

import logging

import pytest

from web.logs import Console


class Full:
    """A stream on a full disk."""

    def write(self, _: str) -> int:
        raise OSError(28, "No space left on device")

    def flush(self) -> None:
        raise OSError(28, "No space left on device")


def test_a_line_that_cannot_be_written_is_lost_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    console = Console(Full())  # type: ignore[arg-type]
    monkeypatch.setattr("sys.stderr", Full())
    console.handle(logging.makeLogRecord({"name": "chat", "msg": "turn answered"}))


def test_a_line_that_cannot_be_formed_is_told_of_without_its_content(capsys: pytest.CaptureFixture[str]) -> None:
    Console().handle(logging.makeLogRecord({"name": "chat", "msg": "%d", "args": ("03-1234-5678",)}))
    said = capsys.readouterr().err
    assert said == "a log line of chat was lost: TypeError\n"
