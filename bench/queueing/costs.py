"""What a turn costs at each place, from bench/results/stacks.json."""

from collections.abc import Sequence

from bench.queueing.model import Place, Step, Turn, spread
from bench.stacks.figures import Table
from bench.stacks.stages import DOOR

MATCH = "match"
Path = Sequence[tuple[str, float, Place]]
BEFORE: Path = ((DOOR, 0.15, Place.VISITORS), (DOOR, 0.85, Place.WEB), ("gateway", 0.5, Place.WEB))
AT_RASA: Path = (
    ("the rest of Rasa", 0.5, Place.RASA),
    ("conversation read and written", 0.5, Place.RASA),
    ("NLU", 1.0, Place.RASA),
    ("policies", 0.5, Place.RASA),
    ("action", 0.15, Place.RASA),
    ("action", 0.35, Place.WEB),
    (MATCH, 1.0, Place.WEB),
    ("action", 0.35, Place.WEB),
    ("action", 0.15, Place.RASA),
    ("policies", 0.5, Place.RASA),
    ("conversation read and written", 0.5, Place.RASA),
    ("the rest of Rasa", 0.5, Place.RASA),
)
AFTER: Path = (("gateway", 0.5, Place.WEB),)
"""The way of a turn: a stage of bench.stacks, the share of it that is spent here, and where. Nothing measured tells the
shares of one stage apart; that they are near is what the comparison with 8 and 32 visitors shows."""


def turn_of(table: Table) -> Turn:
    """A turn of ours as it was with one visitor.

    What the match waited for the rest of the encoding is not its own work."""
    alone, stages = table["stacks"]["ours"]["at"]["1"], dict(table["stages_ms"])
    encoding = table["encoding_ms"]
    ahead = [stage for stage, _, _ in AT_RASA].index(MATCH)
    lead = sum(stages[stage] * share for stage, share, _ in AT_RASA[:ahead])
    stages[MATCH] = max(stages[MATCH] - max(encoding - lead, 0.0), 0.0)

    def steps(path: Path) -> list[Step]:
        return [Step(place, stages[stage] * share / 1000, stage == MATCH) for stage, share, place in path]

    wide = spread(alone["p50_ms"], alone["p95_ms"])
    return Turn(steps(BEFORE), steps(AT_RASA), steps(AFTER), encoding / 1000, wide)
