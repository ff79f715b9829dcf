"""Rasa's graph of components, run node by node in one fixed order.

Rasa plans each run anew with dask, which is made for graphs that run on many machines: a third of the time of a turn's
three runs (the message, and the two actions that answer it) was planning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rasa.engine.graph import GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner


class StraightRunner:
    """In the place of the runner whose nodes it takes over."""

    def __init__(self, planned: DaskGraphRunner) -> None:
        self._schema, self._nodes = planned._graph_schema, planned._instantiated_nodes
        self._orders: dict[tuple[str, ...], list[str]] = {}

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """What the target nodes give for these inputs. Raises GraphComponentException, or a component's own error."""
        wanted = tuple(targets or self._schema.target_names)
        if wanted not in self._orders:
            self._orders[wanted] = list(
                dict.fromkeys(name for target in wanted for name in _order(self._schema, target))
            )
        done: dict[str, Any] = {name: (name, value) for name, value in (inputs or {}).items()}
        for name in self._orders[wanted]:
            needs = self._schema.nodes[name].needs.values()
            done[name] = self._nodes[name](*(done[need] for need in needs if need in done))
        return dict(done[target] for target in wanted)


def _order(schema: GraphSchema, name: str) -> Iterator[str]:
    """The nodes that this one needs, each after its own, and itself."""
    if name in schema.nodes:  # else it is one of the inputs
        for need in schema.nodes[name].needs.values():
            yield from _order(schema, need)
        yield name


def run_straight(agent: Any) -> None:
    """Let the agent run its graph in this way."""
    if agent is not None and isinstance(getattr(agent.processor, "graph_runner", None), DaskGraphRunner):
        agent.processor.graph_runner = StraightRunner(agent.processor.graph_runner)
