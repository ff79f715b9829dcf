"""What Prometheus is told of the knowledge: how it answers, how long a match takes, which release is live here."""

from prometheus_client import Counter, Gauge, Histogram

from knowledge.domain.matching.verdict import Verdict

QUICK = (0.001, 0.0025, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.25, 0.5, 1.0, 2.5)
"""Seconds."""

VERDICTS = Counter("hosho_verdicts", "Turns answered from the knowledge, by the verdict of the answer.", ["verdict"])
MATCH = Histogram("hosho_match_seconds", "From a question to its verdict, encoding included.", buckets=QUICK)
ENCODE = Histogram("hosho_encode_seconds", "Of a match, from a question to its vector.", buckets=QUICK)
LIVE_RELEASE = Gauge("hosho_live_release", "Number of the release this process answers from, 0 without one.")

for _verdict in Verdict:
    VERDICTS.labels(_verdict.value)  # a share is told from the first answer on


def answered(verdict: str) -> None:
    """A visitor got an answer with this verdict. What is no verdict is not counted: a label is no place for texts."""
    if verdict in Verdict:
        VERDICTS.labels(verdict).inc()
