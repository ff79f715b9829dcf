"""What a soak must show at its end, and its figures."""

from dataclasses import dataclass
from typing import Any

from bench.receiver import Receiver


@dataclass(frozen=True)
class Result:
    """`receipts` the visitors got; `stored` the leads (reference, state of its delivery); what the receiver saw."""

    receipts: list[str]
    stored: list[tuple[str, str | None]]
    receiver: Receiver
    kills: int
    seconds: float
    deliverer_ended: bool

    @property
    def latencies(self) -> list[float]:
        """Seconds from a lead's creation to its arrival, ascending."""
        arrived = self.receiver.arrived
        return sorted(arrived[key] - lead.created_at.timestamp() for key, lead in self.receiver.leads.items())

    def p95(self) -> float:
        return self.latencies[int(0.95 * len(self.latencies))]

    def faults(self, leads: int) -> list[str]:
        """Sentences; none when every promise was kept."""
        stored = {reference for reference, _ in self.stored}
        taken = sorted(lead.reference for lead in self.receiver.leads.values())
        checks = {
            "not as many leads as visitors": len(self.stored) == len(stored) == leads,
            "a receipt without its lead": set(self.receipts) <= stored,
            "a visitor without a receipt": len(set(self.receipts)) == leads,
            "a lead not taken, or taken under two ids": taken == sorted(stored),
            "a lead whose delivery is not settled": {state for _, state in self.stored} == {"delivered"},
            "a signature that does not hold": self.receiver.forged == 0,
            "a delivering process that ended by itself": not self.deliverer_ended,
        }
        return [fault for fault, kept in checks.items() if not kept]

    def figures(self) -> dict[str, Any]:
        return {
            "leads": len(self.stored),
            "kills": self.kills,
            "requests": len(self.receiver.requests),
            "effects": len(self.receiver.leads),
            "seconds": round(self.seconds, 1),
            "latency_p50_s": round(self.latencies[len(self.latencies) // 2], 2),
            "latency_p95_s": round(self.p95(), 2),
        }
