"""The measurements as one picture."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bench.stacks.figures import Table
from bench.stacks.printed import STACKS

COLOURS = {"ours": "#0b6e4f", "peer": "#c8553d", "floor": "#8d99ae"}
LATENCIES = ("p50_ms", "p95_ms", "p99_ms")
WIDTH = 0.26
"""Of a bar; the groups stand 1 apart."""


def draw(table: Table, path: Path) -> None:
    """An SVG whose text stays text."""
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": "hosho", "axes.axisbelow": True}):
        _drawn(table).savefig(path, format="svg", metadata={"Date": None})


def _drawn(table: Table) -> Figure:
    figure = Figure(figsize=(14, 8), layout="constrained")
    places = figure.subplots(2, 3)
    stacks = table["stacks"]
    visitors = list(stacks["ours"]["at"])
    _latencies(places[0][0], stacks, visitors)
    speeds = {key: [stacks[key]["at"][v]["turns_per_s"] for v in visitors] for key in STACKS}
    _grouped(places[0][1], "Turns a second, by visitors at once", "turns a second", visitors, speeds)
    memory = {key: [stacks[key]["memory_mb"]] for key in STACKS}
    _grouped(places[0][2], "Memory of all processes", "PSS, MB", [""], memory)
    starts = {key: [stacks[key]["start_s"]] for key in STACKS}
    _grouped(places[1][0], "Start to ready", "seconds", [""], starts)
    training = {key: [stacks[key]["train_s"]] for key in STACKS}
    _grouped(places[1][1], "Training", "seconds (logarithmic)", [""], training)
    places[1][1].set_yscale("log")
    _stages(places[1][2], table["stages_ms"])
    handles, labels = places[0][1].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=len(STACKS), frameon=False)
    figure.suptitle(
        f"hosho, Rasa as `rasa init` sets it up, and the least Rasa can do: one run on {table['cores']} cores"
    )
    return figure


def _latencies(axes: Axes, stacks: Any, visitors: Sequence[str]) -> None:
    """For each number of visitors a bar of the median, with a line up to p95 and a point at p99."""
    for place, (key, name) in enumerate(STACKS.items()):
        middle, high, highest = ([stacks[key]["at"][v][latency] for v in visitors] for latency in LATENCIES)
        xs = [number + (place - 1) * WIDTH for number in range(len(visitors))]
        axes.bar(xs, middle, WIDTH * 0.9, color=COLOURS[key], label=name)
        axes.vlines(xs, middle, high, color=COLOURS[key], linewidth=2)
        axes.plot(xs, highest, ".", color=COLOURS[key])
    axes.set(title="A turn: p50 (bar), p95 (line), p99 (point)", ylabel="ms (logarithmic)", yscale="log")
    axes.set_xticks(range(len(visitors)), [f"{v} visitors" if v != "1" else "1 visitor" for v in visitors])
    axes.grid(axis="y", alpha=0.3)


def _grouped(axes: Axes, title: str, unit: str, groups: Sequence[str], values: dict[str, list[float]]) -> None:
    for place, (key, name) in enumerate(STACKS.items()):
        xs = [number + (place - 1) * WIDTH for number in range(len(groups))]
        bars = axes.bar(xs, values[key], WIDTH * 0.9, color=COLOURS[key], label=name)
        axes.bar_label(bars, fmt="{:,.0f}" if max(values["peer"]) >= 100 else "{:.1f}", fontsize=8)
    axes.margins(y=0.1)
    axes.set(title=title, ylabel=unit)
    axes.set_xticks(range(len(groups)), groups)
    axes.grid(axis="y", alpha=0.3)


def _stages(axes: Axes, stages: dict[str, float]) -> None:
    names = list(stages)[::-1]
    bars = axes.barh(names, [stages[name] for name in names], color=COLOURS["ours"])
    axes.bar_label(bars, fmt="{:.1f}", fontsize=8)
    axes.margins(x=0.1)
    axes.set(title="Where a turn of hosho goes, 1 visitor", xlabel="ms")
    axes.grid(axis="x", alpha=0.3)
