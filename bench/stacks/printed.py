"""The measurements as text: ratios first, absolutes second, where a turn's time goes third."""

from collections.abc import Iterator

from bench.stacks.figures import PROMISES, Table, promised

STACKS = {"ours": "hosho", "peer": "Rasa's defaults", "floor": "floor"}


def lines(table: Table) -> Iterator[str]:
    yield f"| {'ratio or promise':40} | {'measured':>8} | {'promised':>9} | |"
    yield "|---|---|---|---|"
    measured = promised(table)
    for promise in PROMISES:
        value, sign = measured[promise.name], "≥" if promise.at_least else "≤"
        kept = "kept" if promise.is_kept(value) else "missed"
        yield f"| {promise.name:40} | {value:8.2f} | {sign} {promise.bound:7.2f} | {kept} |"
    yield ""
    yield "| absolutes | " + " | ".join(f"{name:>24}" for name in STACKS.values()) + " |"
    yield "|---|" + "---|" * len(STACKS)
    stacks = [table["stacks"][key] for key in STACKS]
    for visitors in stacks[0]["at"]:
        at = [stack["at"][visitors] for stack in stacks]
        who = f"{visitors} visitor{'s' if visitors != '1' else ''}"
        turns = [f"{a['p50_ms']:.0f} / {a['p95_ms']:.0f} / {a['p99_ms']:.0f}" for a in at]
        yield _row(f"{who}: turn p50 / p95 / p99, ms", turns)
        yield _row(f"{who}: turns a second", [f"{a['turns_per_s']:.1f}" for a in at])
        yield _row(f"{who}: turns, of them not answered", [f"{a['turns'] + a['failed']}, {a['failed']}" for a in at])
        yield _row(f"{who}: forms sent", [str(a["forms"]) for a in at])
    yield _row("memory of all processes (PSS), MB", [f"{s['memory_mb']:.0f}" for s in stacks])
    yield _row("start to ready, s", [f"{s['start_s']:.1f}" for s in stacks])
    yield _row("training, s (ours: Rasa, and the matcher)", [f"{s['train_s']:.1f}" for s in stacks])
    if table["stages_ms"]:
        yield ""
        yield "| where a turn of ours goes, 1 visitor | ms | share |"
        yield "|---|---|---|"
        whole = sum(table["stages_ms"].values())
        for stage, milliseconds in table["stages_ms"].items():
            yield f"| {stage} | {milliseconds:.1f} | {milliseconds / whole:.0%} |"


def _row(name: str, values: list[str]) -> str:
    return f"| {name} | " + " | ".join(f"{value:>24}" for value in values) + " |"
