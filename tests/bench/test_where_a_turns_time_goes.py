import pytest
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

from bench.stacks.stages import DOOR, PARTS, Times, between, of_text


def exposition() -> str:
    registry = CollectorRegistry()
    Counter("hosho_turns", "no histogram", registry=registry).inc()
    Histogram("python_seconds", "not ours", registry=registry).observe(9)
    Histogram("hosho_turn_seconds", "without labels", registry=registry).observe(0.5)
    stage = Histogram("hosho_rasa_stage_seconds", "with one", ["stage"], registry=registry)
    stage.labels("nlu").observe(0.1)
    stage.labels("policies").observe(0.02)
    stage.labels("policies").observe(0.03)
    return generate_latest(registry).decode()


def test_our_histograms_of_seconds_are_read_each_stage_by_itself() -> None:
    assert of_text(exposition()) == {
        "hosho_turn_seconds": (0.5, 1),
        "hosho_rasa_stage_seconds nlu": (0.1, 1),
        "hosho_rasa_stage_seconds policies": (0.05, 2),
    }


def times(turns: int) -> Times:
    """So many turns of 40 ms, of which 30 with Rasa."""
    seconds = {"nlu": 0.005, "policies": 0.004, "action": 0.015, "tracker_read": 0.001, "tracker_write": 0.002}
    whole = {"hosho_turn_seconds": 0.040, "hosho_rasa_seconds": 0.030, "hosho_match_seconds": 0.010}
    whole |= {f"hosho_rasa_stage_seconds {stage}": spent for stage, spent in seconds.items()}
    return {name: (spent * turns, turns) for name, spent in whole.items()}


def test_what_happens_within_a_stage_is_not_counted_twice() -> None:
    stages = between(times(3), times(13), waited_s=[0.040, 0.050])
    assert stages == pytest.approx(
        {
            DOOR: 5.0,
            "gateway": 10.0,
            "NLU": 5.0,
            "policies": 4.0,
            "action": 5.0,
            "match": 10.0,
            "conversation read and written": 3.0,
            "the rest of Rasa": 3.0,
        }
    )
    assert sum(stages.values()) == pytest.approx(45.0)
    assert set(stages) == {DOOR, *PARTS}


def test_a_stack_that_tells_no_times_has_no_stages() -> None:
    assert between({}, {}, waited_s=[0.1]) == {}
