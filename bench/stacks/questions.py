"""Real questions, each asked once of a started stack, so that nothing kept by text flatters it."""

import random
from pathlib import Path

from bench.evaluate import read

FOLDER = Path("bench/questions")


class Questions:
    """In an order of their own for each seed."""

    def __init__(self, seed: int, folder: Path = FOLDER) -> None:
        texts = sorted({row["text"] for path in folder.glob("*.tsv") for row in read(path)})
        random.Random(seed).shuffle(texts)
        self._left = texts

    def take(self, count: int) -> list[str]:
        """Raises ValueError when they have all been asked."""
        if len(self._left) < count:
            raise ValueError(f"{FOLDER} has {len(self._left)} questions left, {count} are wanted")
        taken, self._left = self._left[:count], self._left[count:]
        return taken
