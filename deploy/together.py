"""Processes that are started and ended together, whenever the end comes."""

import signal

from honcho.manager import Manager

ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""A closed terminal stops the processes as Ctrl-C does."""


class Together(Manager):
    """honcho's own handler of signals breaks off, and leaves processes behind, when a process has not told its id yet
    (KeyError: 'pid') or a line is just being written (reentrant call). Here the signal is noted, and honcho's loop,
    which looks ten times a second, ends all as soon as all have started."""

    _told = False

    def _start(self) -> None:
        for signum in ENDS:
            signal.signal(signum, self.end)
        super()._start()

    def end(self, *_: object) -> None:
        """Let `loop` end all processes and return; safe at any moment."""
        self._told, self.returncode = True, 0

    def _any_stopped(self) -> bool:
        return self._told or super()._any_stopped()
