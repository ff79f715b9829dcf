"""Where a turn's time goes: what web and Rasa tell Prometheus, before and after, taken apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import httpx
from prometheus_client.parser import text_string_to_metric_families

Times = Mapping[str, tuple[float, float]]
"""What a histogram of seconds measures, its `stage` included -> (its sum, its count)."""
TURN, RASA, MATCH = "hosho_turn_seconds", "hosho_rasa_seconds", "hosho_match_seconds"
OF_RASA = "hosho_rasa_stage_seconds"
NLU, POLICIES, ACTION, READ, WRITE = (
    f"{OF_RASA} {stage}" for stage in ("nlu", "policies", "action", "tracker_read", "tracker_write")
)


@dataclass(frozen=True)
class Part:
    """A stage: the time of some histograms without that of others, which measure what happens within them."""

    of: tuple[str, ...]
    without: tuple[str, ...] = ()


DOOR = "HTTP, token, limits"
"""What the visitor waits beyond the turn that the gateway measures."""
PARTS: Mapping[str, Part] = MappingProxyType(
    {
        "gateway": Part((TURN,), (RASA,)),
        "NLU": Part((NLU,)),
        "policies": Part((POLICIES,)),
        "action": Part((ACTION,), (MATCH,)),
        "match": Part((MATCH,)),
        "conversation read and written": Part((READ, WRITE)),
        "the rest of Rasa": Part((RASA,), (NLU, POLICIES, ACTION, READ, WRITE)),
    }
)
"""The database of web is used by the gateway and the action, and counted there."""


def times(web: str, rasa: str, token: str) -> Times:
    """Of both processes, since they were started."""
    found: dict[str, tuple[float, float]] = {}
    for url in (f"{web}/metrics", f"{rasa}/webhooks/control/metrics"):
        response = httpx.get(url, headers={"Authorization": f"Bearer {token}"}, trust_env=False, timeout=30)
        found |= of_text(response.raise_for_status().text)
    return found


def of_text(exposition: str) -> Times:
    """The histograms of ours."""
    found: dict[str, list[float]] = {}
    for family in text_string_to_metric_families(exposition):
        if family.type != "histogram" or not family.name.startswith("hosho_"):
            continue
        for sample in family.samples:
            for place, ending in enumerate(("_sum", "_count")):
                if sample.name == family.name + ending:
                    name = " ".join([family.name, *sample.labels.values()])
                    found.setdefault(name, [0.0, 0.0])[place] = sample.value
    return {name: (both[0], both[1]) for name, both in found.items()}


def between(before: Times, after: Times, waited_s: Sequence[float]) -> dict[str, float]:
    """Milliseconds of each stage in a turn; together what visitors waited for one. Empty for a stack that tells no
    times. Raises KeyError when a histogram is missing."""
    if not after:
        return {}
    spent = {name: total - before[name][0] for name, (total, _) in after.items()}
    turns = after[TURN][1] - before[TURN][1]
    door = sum(waited_s) / len(waited_s) - spent[TURN] / turns
    inside = {
        stage: sum(map(spent.__getitem__, part.of)) - sum(map(spent.__getitem__, part.without))
        for stage, part in PARTS.items()
    }
    return {DOOR: door * 1000} | {stage: seconds / turns * 1000 for stage, seconds in inside.items()}
