"""How a process writes what it logs: one event a line, JSON in production, and nobody's words or numbers in it."""

import contextlib
import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from web.masking import mask, mask_quoting

IDS = frozenset({"request", "session", "turn", "delivery", "reference", "receipt", "record", "digest", "candidate"})
"""Keys of our own events whose values are ids of ours."""
MASKED_ONLY = ("uvicorn", "py.warnings")
"""Loggers of libraries whose texts are of use to operators: addresses and processes of ours, places in code."""
PLAIN = (bool, int, float, type(None))
"""Numbers in fields of their own are counts, ids, durations and ports: what people type stays a text everywhere."""
ID = re.compile(
    r"[a-z][0-9a-f]{8,64}|(?=\d*[a-f])[0-9a-f]{8,64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z]+-[0-9A-Z-]{1,20}"
)


def configured(production: bool) -> dict[str, Any]:
    """Django's LOGGING; structlog, warnings and threads are made to go the same way."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    logging.captureWarnings(True)
    threading.excepthook = _thread_ended
    renderer: Processor = (
        structlog.processors.JSONRenderer() if production else structlog.dev.ConsoleRenderer(colors=False)
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        # "not ready" and "Rasa is away" are said once by who noticed it, not again for every request that meets it
        "filters": {
            "no_503": {
                "()": "django.utils.log.CallbackFilter",
                "callback": lambda record: getattr(record, "status_code", 0) != 503,
            }
        },
        "formatters": {
            "line": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": [structlog.contextvars.merge_contextvars, told_by_others],
                "use_get_message": False,
                "pass_foreign_args": True,
                "processors": [
                    by_whom,
                    place_of_exception,
                    masked,
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    renderer,
                ],
            }
        },
        "handlers": {"console": {"()": Console, "formatter": "line"}},
        "root": {"handlers": ["console"], "level": "INFO"},
        "loggers": {
            "django.request": {"level": "ERROR", "filters": ["no_503"]},
            "httpx": {"level": "WARNING"},  # one line a webhook otherwise
            "axes": {"level": "WARNING"},  # the audit trail has the logins
            "uvicorn": {"handlers": [], "propagate": True},
            "uvicorn.access": {"handlers": [], "propagate": False},  # its lines hold what was typed into an address
        },
    }


class Console(logging.StreamHandler[TextIO]):
    """Standard error. A line that cannot be written is told of without its content, which logging would print;
    on a full disk not even that can be, and the process goes on."""

    def handleError(self, record: logging.LogRecord) -> None:
        kind = sys.exc_info()[0]
        with contextlib.suppress(OSError):
            print(f"a log line of {record.name} was lost: {kind.__name__ if kind else 'unknown'}", file=sys.stderr)


def told_by_others(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """A line of a library: its template with the numbers given to it; texts are left out, objects named by their
    type."""
    template, given = event["event"], event.pop("positional_args", None)
    if status := getattr(event["_record"], "status_code", None):  # Django's, of a request: its arguments are paths
        event["event"] = f"HTTP {status}"
        return event
    text = mask_quoting if event["_record"].name.startswith(MASKED_ONLY) else _nothing
    if not given:
        event["event"] = mask_quoting(template)
        return event
    try:
        if isinstance(given, dict):
            event["event"] = template % {name: _harmless(value, text) for name, value in given.items()}
        else:
            event["event"] = template % tuple(_harmless(value, text) for value in given)
    except (TypeError, ValueError, KeyError):
        event["event"] = mask(template)
    return event


def by_whom(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    record: logging.LogRecord = event["_record"]
    event["timestamp"] = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    event["level"], event["logger"] = record.levelname.lower(), record.name
    return event


def place_of_exception(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """An exception by its type and its place: its message may quote a visitor or a database's parameters."""
    given = event.pop("exc_info", None)
    event.pop("stack_info", None)
    error = sys.exception() if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        frames = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
        event["exception"] = "\n".join([*frames, type(error).__qualname__])
    return event


def masked(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Of a library's line nothing is left to mask but what we have bound to every line (the ids)."""
    untouched = {"timestamp", "level", "logger", "exception", "_record", "_from_structlog"}
    if not event["_from_structlog"]:
        untouched.add("event")  # told_by_others has been over it
    return {name: value if name in untouched else _of_ours(name, value) for name, value in event.items()}


def _of_ours(name: str, value: Any) -> Any:
    if name in IDS and isinstance(value, str) and ID.fullmatch(value):
        return value
    return mask(value) if isinstance(value, str) else _harmless(value)


def _nothing(_: str) -> str:
    return "…"


def _harmless(value: Any, text: Callable[[str], str] = _nothing) -> Any:
    if isinstance(value, PLAIN):
        return value
    return text(value) if isinstance(value, str) else type(value).__name__


def _thread_ended(given: threading.ExceptHookArgs) -> None:
    information = (given.exc_type, given.exc_value, given.exc_traceback)
    logging.getLogger("threading").error("a thread ended", exc_info=information)  # type: ignore[arg-type]
