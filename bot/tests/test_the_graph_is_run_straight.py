"""Rasa's graph gives the same, run straight through, as when dask plans it."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from rasa.engine.exceptions import GraphComponentException
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage

from bot.straight_graph import StraightRunner, run_straight


class Joining(GraphComponent):
    """Writes what it is given behind its own letter, and down that it was asked."""

    ran: ClassVar[list[str]] = []

    def __init__(self, letter: str) -> None:
        self.letter = letter

    @classmethod
    def create(cls, config: "dict[str, Any]", *_: Any, **__: Any) -> "Joining":
        return cls(config["letter"])

    def join(self, **given: str) -> str:
        Joining.ran.append(self.letter)
        if "!" in given.values():
            raise ValueError("!")
        return self.letter + "".join(given[name] for name in sorted(given))


def node(letter: str, **needs: str) -> SchemaNode:
    return SchemaNode(needs=needs, uses=Joining, fn="join", constructor_name="create", config={"letter": letter})


@pytest.fixture
def planned(tmp_path: Path) -> DaskGraphRunner:
    """Two ways from the message to d, and an e that also wants the tracker."""
    nodes = {
        "d": node("d", first="b", second="c"),
        "b": node("b", first="a"),
        "c": node("c", first="a"),
        "a": node("a", first="__message__"),
        "e": node("e", first="a", second="__tracker__"),
    }
    schema = GraphSchema(nodes)
    return DaskGraphRunner(schema, LocalModelStorage(tmp_path), ExecutionContext(schema))


@pytest.mark.parametrize("targets", [["d"], ["e"], ["a"], ["d", "e"]], ids=str)
def test_every_target_is_the_same(planned: DaskGraphRunner, targets: "list[str]") -> None:
    inputs = {"__message__": "m", "__tracker__": "t"}
    straight = StraightRunner(planned)
    for _ in range(2):
        assert straight.run(inputs, targets) == planned.run(inputs, targets)


def test_only_what_is_needed_runs_and_once(planned: DaskGraphRunner) -> None:
    Joining.ran.clear()
    assert StraightRunner(planned).run({"__message__": "m"}, ["d"]) == {"d": "dbamcam"}
    assert sorted(Joining.ran) == ["a", "b", "c", "d"]


def test_a_component_that_fails_is_the_same_error(planned: DaskGraphRunner) -> None:
    for runner in (planned, StraightRunner(planned)):
        with pytest.raises(GraphComponentException, match="node a"):
            runner.run({"__message__": "!"}, ["d"])


def test_rasa_is_given_it_when_it_starts(planned: DaskGraphRunner) -> None:
    agent = SimpleNamespace(processor=SimpleNamespace(graph_runner=planned))
    run_straight(agent)
    assert agent.processor.graph_runner.run({"__message__": "m"}, ["a"]) == {"a": "am"}
    assert not isinstance(agent.processor.graph_runner, DaskGraphRunner)
