"""Counts in this process's memory."""

import time

from limits.aio.storage import MemoryStorage

FORGET_EVERY = 30.0
"""Seconds between two looks for what is over."""


class Memory(MemoryStorage):
    """The library's own, but for forgetting: it looks through every key after each hit, with a thread for each key."""

    def __init__(self) -> None:
        super().__init__()
        self._look_again_at = time.monotonic() + FORGET_EVERY

    async def _MemoryStorage__schedule_expiry(self) -> None:
        if time.monotonic() >= self._look_again_at:
            self._look_again_at = time.monotonic() + FORGET_EVERY
            self.forget(time.time())

    def forget(self, now: float) -> None:
        """Drop what is over; the newest of a key's entries stands first."""
        for key in [key for key, entries in self.events.items() if not entries or entries[0].expiry <= now]:
            del self.events[key]
            self.locks.pop(key, None)
        for entries in self.events.values():
            while entries[-1].expiry <= now:
                entries.pop()
