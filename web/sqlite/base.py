"""Django's SQLite, whose transactions wait for one another in this process in a queue.

SQLite lets one transaction write at a time, and the others sleep and look again, ever longer: with eight visitors a
transaction waited 16 ms for those of 4 ms before it, and now and then a third of a second."""

from __future__ import annotations

from collections import defaultdict
from threading import Lock

from django.db import OperationalError
from django.db.backends.sqlite3 import base

_writing: defaultdict[str, Lock] = defaultdict(Lock)
"""By the database's name."""


class DatabaseWrapper(base.DatabaseWrapper):
    """Other processes are waited for as before. (Its stubs do not know what Django itself overrides here.)"""

    _holds = False

    def _start_transaction_under_autocommit(self) -> None:
        """Raises OperationalError after as many seconds as SQLite itself would wait."""
        if not self._writing.acquire(timeout=self.settings_dict["OPTIONS"]["timeout"]):
            raise OperationalError("database is locked")
        self._holds = True
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._let_go()
            raise

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc]
        finally:
            self._let_go()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._let_go()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._let_go()

    @property
    def _writing(self) -> Lock:
        return _writing[str(self.settings_dict["NAME"])]

    def _let_go(self) -> None:
        if self._holds:
            self._holds = False
            self._writing.release()
