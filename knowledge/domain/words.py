"""Words as the field's third opinion: what sentence vectors blur (盗難 or 紛失, 元社員 or 社員) words keep apart."""

import itertools
import threading
import zlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.metadata import version
from typing import Any

import numpy as np

from knowledge.domain.encoder import Vectors, prepared

PLACES = 3
"""Coordinates that a word or a pair of words touches; more blur, fewer collide."""


class NormalForms:
    """Sudachi's normal forms (引越し, 引っ越し, 引越 are one) and pairs of them, hashed into signed coordinates.

    About 0.3 ms a sentence. Needs no corpus, so it stands beside the sentence encoders; a text without words is
    the same row as a full stop."""

    dimensions = 768

    def __init__(self) -> None:
        self.version = f"normalforms1-{version('sudachidict-core')}"
        self._one_at_a_time = threading.Lock()  # a SudachiPy tokenizer raises when two threads use it

    @cached_property
    def _japanese(self) -> Any:
        import spacy

        return spacy.blank("ja")

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(rows, prepared(texts), strict=True):
            for feature in self._features(text):
                for place, sign in _places(feature, self.dimensions):
                    row[place] += sign
            row /= np.linalg.norm(row) or 1.0
        rows[~rows.any(axis=1), 0] = 1.0  # signs may cancel out: still a row of length 1
        return rows

    def _features(self, text: str) -> set[str]:
        with self._one_at_a_time:
            words = [token.norm_ for token in self._japanese(text)]
        return {*words, *(f"{one}_{next_}" for one, next_ in itertools.pairwise(words))}


def _places(feature: str, dimensions: int) -> Iterator[tuple[int, int]]:
    state = zlib.crc32(feature.encode())
    for _ in range(PLACES):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        yield (state >> 1) % dimensions, 1 if state & 1 else -1
