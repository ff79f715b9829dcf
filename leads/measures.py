"""What Prometheus is told of the leads: how many came, and what of the outbox waits, as the database has it."""

from collections.abc import Iterable

from django.db import DatabaseError
from django.utils import timezone
from prometheus_client import Counter, Metric
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from leads import outbox
from leads.domain.lead import Kind

TAKEN = Counter("hosho_leads_taken", "Leads that visitors sent to this process, by kind.", ["kind"])

for _kind in Kind:
    TAKEN.labels(_kind.value)


class Outbox(Collector):
    """Read when it is asked for: the process that sends is another one, and every replica tells the same."""

    def collect(self) -> Iterable[Metric]:
        """Nothing while the database is away, which hosho_ready tells."""
        waiting, oldest, late = families = self.describe()
        now = timezone.now()
        try:
            for channel, found in outbox.waiting(now).items():
                waiting.add_metric([channel.value], found.count)
                oldest.add_metric([channel.value], found.oldest)
            late.add_metric([], outbox.late(now))
        except DatabaseError:
            return []
        return families

    def describe(self) -> list[GaugeMetricFamily]:
        return [
            GaugeMetricFamily(
                "hosho_deliveries_waiting",
                "Deliveries not yet made, by channel that is on. From the database, as the other two: "
                "every web process tells the same, and none while it is away.",
                labels=["channel"],
            ),
            GaugeMetricFamily(
                "hosho_deliveries_oldest_seconds",
                "Age of the oldest lead that waits for delivery, by channel; 0 when none does.",
                labels=["channel"],
            ),
            GaugeMetricFamily(
                "hosho_deliveries_late",
                f"Deliveries that are due and that no process has claimed for {outbox.LATE.seconds} seconds.",
                labels=[],
            ),
        ]
