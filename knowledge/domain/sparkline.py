"""A row of counts as a small line, drawn by the server."""

from collections.abc import Sequence


def points(counts: Sequence[int], width: int = 112, height: int = 24) -> str:
    """The points of an SVG <polyline> in a box of this size with a margin of 2; the highest count touches the top."""
    highest, steps = max([*counts, 1]), max(len(counts) - 1, 1)
    placed = ((i, height - 2 - count / highest * (height - 4)) for i, count in enumerate(counts))
    return " ".join(f"{2 + i / steps * (width - 4):.1f},{y:.1f}" for i, y in placed)
