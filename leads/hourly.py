"""What the third process does beside delivering: every hour, it erases what was kept long enough."""

import threading
from typing import Any

import structlog
from django.core.management import CommandError, call_command
from django.db import connection

log = structlog.get_logger(__name__)

FIRST, EVERY = 60.0, 3600.0
"""Seconds after the start, and between two runs."""


def started(stopping: threading.Event, **to: Any) -> threading.Thread:
    """A thread that does it until `stopping`; to: stdout and stderr of the command. A lead that is due waits for it
    no more than for any other writer: the thread has a database connection of its own and ends with the process."""
    thread = threading.Thread(target=_run, args=(stopping, to), name="retention", daemon=True)
    thread.start()
    return thread


def _run(stopping: threading.Event, to: dict[str, Any]) -> None:
    pause = FIRST
    while not stopping.wait(pause):
        pause = EVERY
        try:
            # By its name: the conversations it erases are chat's, which stands left of us.
            call_command("apply_retention", **to)
        except CommandError as error:
            log.error("apply_retention failed", reason=str(error))
        except Exception:  # the next hour tries again, whatever it was
            log.exception("apply_retention broke off", again_in=round(EVERY))
        finally:
            connection.close()
