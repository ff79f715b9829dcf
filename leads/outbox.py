"""The outbox: rows written with the lead, claimed one by one, sent at least once under one id.

A claim pushes `not_before` forward by a lease; whoever dies with it need not be noticed: the row comes due again."""

import random
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.db.models import Count, Min, QuerySet
from django.utils import timezone

from leads.delivery import backoff
from leads.delivery.channels import configured
from leads.delivery.sending import NotDelivered
from leads.models import Channel, Delivery, DeliveryState, Lead

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=10)
"""After it the row is anybody's again; renewed as long as the try runs (`hold`)."""
LATE = timedelta(seconds=15)
"""A row due for longer is waited for by nobody, or by too few."""


def enqueue(lead: Lead) -> list[Delivery]:
    """A row for each channel that is on. Call it in the transaction that stores the lead."""
    return Delivery.objects.bulk_create([Delivery(lead=lead, channel=channel) for channel in configured()])


def claim(now: datetime, channels: Collection[str] = tuple(Channel)) -> Delivery | None:
    """The row longest due, ours until its `not_before`; None when none is due. Its lead is loaded with it."""
    due = Delivery.objects.filter(state=DeliveryState.WAITING, not_before__lte=now, channel__in=channels)
    while row := due.order_by("not_before").select_related("lead").first():
        lease, tries = now + LEASE, row.attempts + 1
        if _as_read(row).update(not_before=lease, attempts=tries):
            row.not_before, row.attempts = lease, tries
            return row
    return None


@dataclass(frozen=True)
class Waiting:
    """What of a channel waits: how many rows, and the seconds since the oldest one's lead came (0 when none waits)."""

    count: int = 0
    oldest: float = 0.0


def waiting(now: datetime) -> dict[Channel, Waiting]:
    """Of each channel that is on, whether due or waiting for another try."""
    rows = Delivery.objects.filter(state=DeliveryState.WAITING).values_list("channel")
    found = {
        channel: Waiting(count, max((now - since).total_seconds(), 0.0))
        for channel, count, since in rows.annotate(Count("pk"), Min("lead__created_at"))
    }
    return {channel: found.get(channel, Waiting()) for channel in configured()}


def late(now: datetime) -> int:
    """How many rows of the channels that are on nobody has claimed for too long."""
    due = Delivery.objects.filter(state=DeliveryState.WAITING, channel__in=configured())
    return due.filter(not_before__lt=now - LATE).count()


def hold(delivery: Delivery, now: datetime) -> None:
    """Renew the lease of a try that still runs, once half of it has passed."""
    if delivery.not_before - now < LEASE / 2 and _as_read(delivery).update(not_before=now + LEASE):
        delivery.not_before = now + LEASE


def settle(delivery: Delivery, error: BaseException | None, now: datetime, chance: random.Random) -> None:
    """Write down how the try of a claimed row ended. A failure is not written over another's later claim."""
    if error is None:
        Delivery.objects.filter(pk=delivery.pk).update(state=DeliveryState.DELIVERED, delivered_at=now, last_error="")
        log.info("delivered", **_told(delivery))
        return
    final = (isinstance(error, NotDelivered) and error.final) or delivery.attempts >= backoff.TRIES
    reason = error.reason if isinstance(error, NotDelivered) else type(error).__name__
    pause = backoff.wait(delivery.attempts, chance)
    _as_read(delivery).update(
        state=DeliveryState.DEAD if final else DeliveryState.WAITING, not_before=now + pause, last_error=reason
    )
    seconds = None if final else round(pause.total_seconds())
    log.warning("given up" if final else "not delivered", reason=reason, again_in=seconds, **_told(delivery))


def _told(delivery: Delivery) -> dict[str, object]:
    """What the log says of a delivery: nobody in it is named."""
    told = {"reference": delivery.lead.reference, "channel": str(delivery.channel), "attempt": delivery.attempts}
    return {"delivery": str(delivery.pk), **told}


def _as_read(delivery: Delivery) -> QuerySet[Delivery]:
    """The row, unless somebody claimed or replayed it since we read it."""
    return Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.WAITING, not_before=delivery.not_before)


def replay(delivery: Delivery) -> bool:
    """Due now, as if never tried; False if it was delivered meanwhile. The receiver gets the same id."""
    undelivered = Delivery.objects.filter(pk=delivery.pk).exclude(state=DeliveryState.DELIVERED)
    return bool(undelivered.update(state=DeliveryState.WAITING, not_before=timezone.now(), attempts=0))
