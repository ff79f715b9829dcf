"""Where a turn's time goes: what web and Rasa tell Prometheus, before and after, taken apart."""

from collections.abc import Mapping
from dataclasses import dataclass

import httpx
from prometheus_client.parser import text_string_to_metric_families

Times = Mapping[str, tuple[float, float]]
"""Name of a histogram of seconds -> (its sum, its count)."""
TURN = "hosho_turn_seconds"


@dataclass(frozen=True)
class Part:
    """A stage: the time of one histogram without that of the histograms of what happens within it."""

    of: str
    without: tuple[str, ...] = ()


PARTS: Mapping[str, Part] = {
    "gateway": Part(TURN, ("hosho_rasa_seconds",)),
    "match": Part("hosho_match_seconds"),
}


def times(web: str, rasa: str, token: str) -> Times:
    """Of both processes, since they were started."""
    found: dict[str, tuple[float, float]] = {}
    for url in (f"{web}/metrics", f"{rasa}/webhooks/control/metrics"):
        response = httpx.get(url, headers={"Authorization": f"Bearer {token}"}, trust_env=False, timeout=30)
        found |= of_text(response.raise_for_status().text)
    return found


def of_text(exposition: str) -> Times:
    """The histograms of ours, all labels of one together."""
    found: dict[str, list[float]] = {}
    for family in text_string_to_metric_families(exposition):
        if family.type != "histogram" or not family.name.startswith("hosho_"):
            continue
        for sample in family.samples:
            for place, ending in enumerate(("_sum", "_count")):
                if sample.name == family.name + ending:
                    found.setdefault(family.name, [0.0, 0.0])[place] += sample.value
    return {name: (both[0], both[1]) for name, both in found.items()}


def between(before: Times, after: Times) -> dict[str, float]:
    """Milliseconds a turn of each stage; nothing for a stack that tells no times. Raises KeyError for one not told."""
    if not after:
        return {}
    spent = {name: (total - before.get(name, (0.0, 0.0))[0]) for name, (total, _) in after.items()}
    turns = after[TURN][1] - before.get(TURN, (0.0, 0.0))[1]
    return {
        stage: (spent[part.of] - sum(spent[name] for name in part.without)) / turns * 1000
        for stage, part in PARTS.items()
    }
