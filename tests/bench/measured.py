"""Measurements as bench.stacks stores them, made up."""

from typing import Any


def table(**changes: float) -> dict[str, Any]:
    """Every promise kept. Changes: p50_ms, p95_ms, turns_per_s, memory_mb, train_s, start_s of ours."""
    ours = {"p50_ms": 40.0, "p95_ms": 60.0, "turns_per_s": 30.0, "memory_mb": 900.0, "train_s": 60.0, "start_s": 15.0}
    peer = {
        "p50_ms": 80.0,
        "p95_ms": 110.0,
        "turns_per_s": 10.0,
        "memory_mb": 1000.0,
        "train_s": 600.0,
        "start_s": 20.0,
    }
    floor = {"p50_ms": 20.0, "p95_ms": 30.0, "turns_per_s": 60.0, "memory_mb": 400.0, "train_s": 5.0, "start_s": 10.0}
    stages = {"gateway": 8.0, "NLU": 5.0, "policies": 3.0, "action": 8.0, "match": 10.0}
    stages |= {"HTTP, token, limits": 3.0, "conversation read and written": 2.0, "the rest of Rasa": 1.0}
    stacks = {"ours": _stack(ours | changes), "peer": _stack(peer), "floor": _stack(floor)}
    return {"cores": 2, "stacks": stacks, "stages_ms": stages, "encoding_ms": 14.0}


def _stack(figures: dict[str, float]) -> dict[str, Any]:
    turn = {name: figures[name] for name in ("p50_ms", "p95_ms", "turns_per_s")}
    counted = {"p99_ms": figures["p95_ms"] * 2, "turns": 100, "failed": 0, "forms": 1}
    whole = {name: figures[name] for name in ("memory_mb", "train_s", "start_s")}
    return {**whole, "at": dict.fromkeys(("1", "8", "32"), turn | counted)}
