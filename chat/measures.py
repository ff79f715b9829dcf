"""What Prometheus is told of the turns: how they end, how long they take and where."""

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass

from prometheus_client import Counter, Gauge, Histogram

UP_TO_THE_APOLOGY = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 12.0)
"""Seconds; HOSHO_TURN_TIMEOUT and what comes on top of it lie among the last."""
ANSWERED, APOLOGY, FAILED = "answered", "apology", "failed"

TURNS = Counter(
    "hosho_turns",
    "Turns by how they ended: answered, apology (an action failed or was too slow), failed (Rasa gave no answer).",
    ["outcome"],
)
TURN = Histogram("hosho_turn_seconds", "From a message taken to its reply kept.", buckets=UP_TO_THE_APOLOGY)
AT_RASA = Histogram("hosho_rasa_seconds", "Of a turn, from its sending to Rasa's answer.", buckets=UP_TO_THE_APOLOGY)
WAITING = Gauge("hosho_turns_waiting", "Turns that wait in this process to be sent to Rasa.")
READY = Gauge(
    "hosho_ready", "1 when /readyz would say that visitors can be answered, else 0; looked up when asked for."
)

for _outcome in (ANSWERED, APOLOGY, FAILED):
    TURNS.labels(_outcome)  # a rate is told from the first failure on


@dataclass
class Measured:
    """A turn under way."""

    outcome: str = FAILED


@contextlib.contextmanager
def turn() -> Iterator[Measured]:
    """Counts the turn that its block answers. It has failed unless the block says otherwise."""
    began, measured = time.perf_counter(), Measured()
    try:
        yield measured
    finally:
        TURNS.labels(measured.outcome).inc()
        TURN.observe(time.perf_counter() - began)
