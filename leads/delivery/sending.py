"""What every way out has in common."""

from collections.abc import Callable

from leads.models import Delivery

TIMEOUT = 5.0
"""Seconds for one try."""


class NotDelivered(Exception):
    """`reason` is shown to staff: nothing personal, no address. `final`: trying again is not wanted."""

    def __init__(self, reason: str, final: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.final = reason, final


Send = Callable[[Delivery], None]
"""Hands the lead over; touches no database. Raises NotDelivered."""
