"""What this process writes to its log, as the handlers and formatters of web.settings write it."""

import io
import logging

import pytest

from web.logs import Console


def written(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Fills as the process logs, until the test ends."""
    (console,) = [handler for handler in logging.getLogger().handlers if isinstance(handler, Console)]
    stream = io.StringIO()
    monkeypatch.setattr(console, "stream", stream)
    return stream


def events(caplog: pytest.LogCaptureFixture, logger: str) -> list[dict[str, object]]:
    """The events of one of our loggers, before they are masked and written."""
    return [record.msg for record in caplog.records if record.name == logger]  # type: ignore[misc]
