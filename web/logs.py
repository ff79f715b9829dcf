"""Log lines without what visitors said: an exception is logged by its type and its place, not by its message."""

import logging
import traceback
from types import TracebackType

Info = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Formatter(logging.Formatter):
    """Exception messages may quote a visitor's words or a database's parameters; frames do not."""

    def formatException(self, ei: Info) -> str:
        kind, _, trace = ei
        frames = "".join(traceback.format_tb(trace))
        return f"{frames}{kind.__name__ if kind else None}"
