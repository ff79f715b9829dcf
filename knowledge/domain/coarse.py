"""Tens of thousands of classes weighed in good time: all of them roughly, the likeliest of these again exactly.

What takes the time is to fetch every weight from memory, so that a quarter of the bytes is a quarter of the time. None
is left out: the sum that turns evidence into probabilities is over all classes, as it is where all are weighed exactly.
"""

from collections.abc import Iterator

import numpy as np

from knowledge.domain.encoder import Vectors

AGAIN = 400
"""Classes weighed again exactly: of a hundred times what is shown or may be asked back about, none was missed."""
LARGEST = 127
"""Of a weight in eight bits."""
PORTION = 4096


class Coarse:
    """weights (n, d), bias (n,), as knowledge.domain.matcher has them; kept are n * d bytes more."""

    def __init__(self, weights: Vectors, bias: Vectors) -> None:
        self._weights, self._bias = weights, bias
        self._middle = weights.mean(axis=0, dtype=np.float32)  # all have it in common, so it decides nothing
        self._rows = np.empty(weights.shape, dtype=np.int8)
        self._steps = np.empty(len(weights), dtype=np.float32)
        for start in range(0, len(weights), PORTION):
            part = slice(start, start + PORTION)
            self._rows[part], self._steps[part] = _in_eight_bits(weights[part] - self._middle)

    def evidence(self, asked: Vectors) -> Iterator[Vectors]:
        """For each of the rows asked (m, d) the evidence for the n classes: rough, of the AGAIN likeliest exact."""
        from simsimd import cdist

        whole, steps = _in_eight_bits(asked)
        for row, in_eight_bits, step in zip(asked, whole, steps, strict=True):
            products = np.asarray(cdist(in_eight_bits[np.newaxis], self._rows, metric="dot"), dtype=np.float32)[0]
            evidence = products * (step * self._steps) + (self._bias + row @ self._middle)
            best = np.argpartition(evidence, -AGAIN)[-AGAIN:]
            evidence[best] = self._weights[best].astype(np.float32) @ row + self._bias[best]
            yield evidence


def _in_eight_bits(rows: Vectors) -> tuple["np.ndarray[tuple[int, ...], np.dtype[np.int8]]", Vectors]:
    """Rows of whole numbers up to LARGEST, and for each row what one of them is worth."""
    steps = np.maximum(np.abs(rows).max(axis=1), np.float32(1e-30)) / LARGEST
    return np.rint(rows / steps[:, np.newaxis]).astype(np.int8), steps
