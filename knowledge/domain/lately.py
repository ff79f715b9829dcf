"""A set that forgets."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock


class Lately[T: Hashable]:
    """Holds as many things as it may: those that were added or found last. Any thread may ask."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[T, None] = OrderedDict()
        self._lock = Lock()

    def __contains__(self, one: T) -> bool:
        with self._lock:
            found = one in self._held
            if found:
                self._held.move_to_end(one)
            return found

    def add(self, one: T) -> None:
        with self._lock:
            self._held[one] = None
            self._held.move_to_end(one)
            if len(self._held) > self._most:
                self._held.popitem(last=False)

    def discard(self, one: T) -> None:
        with self._lock:
            self._held.pop(one, None)
