"""Rasa's log lines without what visitors said. Rasa logs the text of a message that it fails on, and the variables of
every frame beside it; of both only the event, the numbers, and the places of the frames are written, and the id of the
turn under way, by which the lines of web are found.

The masks are those of web/masking.py, written again because nothing of ours is installed in this environment."""

from __future__ import annotations

import json
import logging
import re
import traceback
from contextvars import ContextVar
from typing import Any

_MASKS = (
    (re.compile(r"'[^'\n]*'|\"[^\"\n]*\""), "'…'"),
    (re.compile(r"[^\x20-\x7e]+(?:\s*[^\x20-\x7e]+)*"), "…"),
    (re.compile(r"[^\s<>()\[\]:,;=]+@[^\s<>()\[\],;]+"), "[mail]"),
    (re.compile(r"(?<![0-9a-f])[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}(?![0-9a-f])"), "[token]"),
    (re.compile(r"(?<![\w/.-])(?=[\w:+-]*\d)[\w:+=-]{20,}"), "[token]"),
    (re.compile(r"(?<!\d)(?!127\.0\.0\.1\b)\d(?:[-\s().,:/]{0,2}\d){3,}(?!\d)"), "[number]"),
)

HEADER = "X-Turn"
"""With it a turn's id goes from process to process."""
turn: ContextVar[str] = ContextVar("turn", default="")
"""The id of the turn under way; empty outside one."""
_TURN = re.compile(r"t[0-9a-f]{11}")


def work_at(given: str | None) -> None:
    """Every line from now on, of what works at this message, names its turn; what is not an id of ours is no turn."""
    turn.set(given if given and _TURN.fullmatch(given) else "")


def passed_on() -> dict[str, str]:
    """The header that names the turn under way to another process; none outside a turn."""
    return {HEADER: turn.get()} if turn.get() else {}


def guard() -> None:
    """Every handler there is by now writes in this way; Rasa has set up its own before it makes its channels."""
    formatter = Formatter()
    loggers = [logging.getLogger(), *map(logging.getLogger, list(logging.root.manager.loggerDict))]
    handlers = {handler for logger in loggers for handler in logger.handlers}
    last = {logging.lastResort} if logging.lastResort else set()  # Sanic's, whose loggers have none
    for handler in handlers | last:
        handler.setFormatter(formatter)
    logging.captureWarnings(True)
    logging.raiseExceptions = False  # a line that cannot be written would be printed with its arguments


class Formatter(logging.Formatter):
    """One line of JSON a record, which never fails."""

    def format(self, record: logging.LogRecord) -> str:
        line = {"timestamp": self.formatTime(record), "level": record.levelname.lower(), "logger": record.name}
        if turn.get():
            line["turn"] = turn.get()
        try:
            return json.dumps({**line, **told(record)})
        except Exception as error:  # noqa: BLE001 -- whatever it is, logging would print it with the line
            return json.dumps({**line, "event": "a log line was lost", "exception": type(error).__name__})


def told(record: logging.LogRecord) -> dict[str, Any]:
    """What may be written of it: of structlog's JSON the event and its numbers, of a plain record its template."""
    message = str(record.msg)
    event = _structlogs(message)
    if event is None:
        event = {"event": _filled(message, record.args) if record.args else mask(message)}
    if record.exc_info and record.exc_info[1]:
        frames = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(record.exc_info[2])]
        event["exception"] = "\n".join([*frames, type(record.exc_info[1]).__name__])
    return event


def _structlogs(message: str) -> dict[str, Any] | None:
    try:
        given = json.loads(message)
        told = {"event": mask(given.pop("event"))}
    except (ValueError, KeyError, AttributeError, TypeError):
        return None
    for name, value in given.items():
        if isinstance(value, (bool, int, float)):
            told[name] = value
    causes = given.get("exception")
    if isinstance(causes, list):
        places = [f"{f['filename']}:{f['lineno']} {f['name']}" for cause in causes for f in cause["frames"]]
        told["exception"] = "\n".join([*places, *(str(cause["exc_type"]) for cause in causes)])
    return told


def _filled(template: str, arguments: Any) -> str:
    """The template with its numbers; texts are left out, objects named by their type."""
    try:
        if isinstance(arguments, dict):
            return template % {name: _harmless(value) for name, value in arguments.items()}
        return template % tuple(map(_harmless, arguments))
    except (TypeError, ValueError):
        return mask(template)


def _harmless(value: Any) -> Any:
    if isinstance(value, (bool, int, float)):
        return value
    return "…" if isinstance(value, str) else type(value).__name__


def mask(text: str) -> str:
    for pattern, marker in _MASKS:
        text = pattern.sub(marker, text)
    return text
