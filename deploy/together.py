"""Processes that are started and ended together, whenever the end comes."""

from honcho.manager import Manager


class Together(Manager):
    """honcho ends processes by the ids they told it, and breaks off when one has not (KeyError: 'pid'), which leaves
    the others behind. Told to end in the midst of the start, this one ends all when the last has told its id."""

    _told = False

    def terminate(self) -> None:
        if self._all_started():
            super().terminate()
        self._told = True

    def _any_stopped(self) -> bool:
        return self._told or super()._any_stopped()
