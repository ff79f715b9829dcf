"""A turn that goes wrong at its end is found by one id in the logs of web and Rasa; what all processes measured is told
to Prometheus."""

import re
from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest

from deploy.ports import free_port
from deploy.started import Stack, started_stack
from tests.metrics import Told, told_by
from tests.stack.visitor import Visitor

QUESTION = "委託先から個人情報が漏えいした場合は補償されますか"
TURN = re.compile(r"\bturn\W+(t[0-9a-f]{11})\b")
NO_TIME = 0.0001
"""Seconds for an action: each is too slow."""


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    """One of its own: its actions are given no time."""
    with started_stack(action_timeout=NO_TIME) as own:
        yield own


def told(stack: Stack) -> list[Told]:
    """By web and by Rasa."""
    ways = (f"{stack.url}/metrics", f"{stack.environment.rasa_url}/webhooks/control/metrics")
    headers = {"Authorization": f"Bearer {stack.environment.action_token}"}
    return [told_by(httpx.get(way, headers=headers).raise_for_status().text) for way in ways]


def turns(stack: Stack, name: str, event: str) -> list[str]:
    return [turn for line in stack.log(name).splitlines() if event in line for turn in TURN.findall(line)]


def test_the_action_logs_the_turn_that_the_gateway_began(stack: Stack) -> None:
    """Rasa stands between them, and was told the id and has passed it on."""
    Visitor(stack).ask(QUESTION)
    stack.wait_for_line("web", "turn answered")
    (answered,) = turns(stack, "web", "turn answered")
    slow = turns(stack, "web", "an action took longer than HOSHO_ACTION_TIMEOUT")
    assert slow
    assert set(slow) == {answered}


def test_what_was_measured_on_its_way_is_told(stack: Stack) -> None:
    Visitor(stack).ask(QUESTION)
    web, rasa = told(stack)
    assert web.value("hosho_ready") == 1
    assert web.value("hosho_live_release") >= 1
    assert web.value("hosho_turns_total", outcome="apology") >= 1
    for stage in ("nlu", "policies", "action", "tracker_read", "tracker_write"):
        assert rasa.value("hosho_rasa_stage_seconds_count", stage=stage) >= 1, stage
    at_rasa, inside = web.value("hosho_rasa_seconds_sum"), rasa.value("hosho_rasa_stage_seconds_sum", stage="nlu")
    assert 0 < inside < at_rasa < web.value("hosho_turn_seconds_sum")


def test_rasa_logs_the_turn_whose_action_it_cannot_call(stack: Stack) -> None:
    visitor = Visitor(stack)
    stack.stop("rasa")
    replace(stack, environment=stack.environment.model_copy(update={"port": free_port()})).start("rasa")
    stack.wait_until_ready()
    assert visitor.send(text=QUESTION).status_code == 503
    stack.wait_for_line("web", "turn failed")
    assert set(turns(stack, "rasa", "Failed to run custom action")) == set(turns(stack, "web", "turn failed"))
    assert len(turns(stack, "web", "turn failed")) == 1
