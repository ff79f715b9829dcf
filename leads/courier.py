"""Sends what the outbox holds: some rows of each channel at once, so that one receiver does not hold up another.

Only the calling thread speaks to the database; the others only send."""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import datetime
from typing import Self

from django.utils import timezone

from leads import outbox
from leads.delivery.channels import configured
from leads.delivery.sending import Send
from leads.models import Channel, Delivery

AT_ONCE = 4
"""Tries under way on each channel."""


class Courier:
    """Used as a context manager: leaving it waits for what is under way and writes down how it ended."""

    def __init__(
        self,
        channels: Mapping[Channel, Send],
        now: Callable[[], datetime] = timezone.now,
        chance: random.Random | None = None,
    ) -> None:
        self._channels, self._now = channels, now
        self._chance = chance or random.Random()
        self._pool = ThreadPoolExecutor(max(1, AT_ONCE * len(channels)), "deliver")
        self._under_way: dict[Future[None], Delivery] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown()
        self._settle()

    @property
    def busy(self) -> bool:
        return bool(self._under_way)

    def step(self) -> None:
        """Write down what has ended, start what is due. To be called every few seconds, for the leases' sake.

        A database error leaves everything to the next step."""
        self._settle()
        while (free := self._free()) and (delivery := outbox.claim(self._now(), free)):
            send = self._channels[Channel(delivery.channel)]
            self._under_way[self._pool.submit(send, delivery)] = delivery

    def wait(self, seconds: float) -> None:
        """Until a try ends, or so long."""
        wait(self._under_way, seconds, FIRST_COMPLETED)

    def _free(self) -> list[Channel]:
        taken = Counter(delivery.channel for delivery in self._under_way.values())
        return [channel for channel in self._channels if taken[channel] < AT_ONCE]

    def _settle(self) -> None:
        for future, delivery in list(self._under_way.items()):
            if future.done():
                outbox.settle(delivery, future.exception(), self._now(), self._chance)
                del self._under_way[future]
            else:
                outbox.hold(delivery, self._now())


def deliver_due() -> None:
    """Send until nothing is due, and wait for how it ends."""
    with Courier(configured()) as courier:
        courier.step()
        while courier.busy:
            courier.wait(1)
            courier.step()
