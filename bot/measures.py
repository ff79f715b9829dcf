"""What Prometheus is told of Rasa: where the time of a message goes."""

from __future__ import annotations

from prometheus_client import Histogram, disable_created_metrics

disable_created_metrics()  # when each histogram began, a second series for every one

NLU, POLICIES, ACTION, READ, WRITE = STAGES = ("nlu", "policies", "action", "tracker_read", "tracker_write")
SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 4.0)

STAGE = Histogram(
    "hosho_rasa_stage_seconds",
    "Of a message: nlu (its intent), policies (each prediction), action (each call of our actions), "
    "tracker_read and tracker_write (the conversation).",
    ["stage"],
    buckets=SECONDS,
)

for _stage in STAGES:
    STAGE.labels(_stage)  # a rate is told from the first message on
