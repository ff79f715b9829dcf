"""Tens of thousands of classes weighed in good time: all of them roughly, the likeliest of these again exactly.

What takes the time is to fetch every weight from memory, so that a quarter of the bytes is a quarter of the time. None
is left out: the sum that turns evidence into probabilities is over all classes, as it is where all are weighed exactly.
"""

import numpy as np

from knowledge.domain.encoding.encoder import Vectors

MANY = 20_000
"""Classes from which this way is gone: fewer are weighed exactly in ten milliseconds."""
AGAIN = 400
"""Classes weighed again exactly: of 95,000, no entry of the three best was missed for any of a thousand questions."""
LARGEST = 127
"""Of a weight in eight bits."""
PORTION = 4096


class Coarse:
    """weights (n, d), bias (n,), as knowledge.domain.matching.matcher has them; kept are n * d bytes more."""

    def __init__(self, weights: Vectors, bias: Vectors) -> None:
        self._weights, self._bias = weights, bias
        self._middle = weights.mean(axis=0, dtype=np.float32)  # all have it in common, so it decides nothing
        self._rows = np.empty(weights.shape, dtype=np.int8)
        self._steps = np.empty(len(weights), dtype=np.float32)
        for start in range(0, len(weights), PORTION):
            part = slice(start, start + PORTION)
            self._rows[part], self._steps[part] = _in_eight_bits(weights[part] - self._middle)

    def evidence(self, asked: Vectors) -> Vectors:
        """For rows asked (m, d) the evidence for each class, (m, n): rough, of the AGAIN likeliest exact."""
        from simsimd import cdist

        whole, steps = _in_eight_bits(asked)
        evidence = np.empty((len(asked), len(self._rows)), dtype=np.float32)
        for row, found, in_eight_bits, step in zip(asked, evidence, whole, steps, strict=True):
            found[:] = np.asarray(cdist(in_eight_bits[np.newaxis], self._rows, metric="dot"))[0]
            found *= step * self._steps
            found += self._bias + row @ self._middle
            best = np.argpartition(found, -AGAIN)[-AGAIN:] if len(found) > AGAIN else slice(None)
            found[best] = self._weights[best].astype(np.float32) @ row + self._bias[best]
        return evidence


def in_half_precision(weights: Vectors) -> Vectors:
    """The weights in half the bytes; as they are, where one is too large for that."""
    fits = np.abs(weights).max() < np.finfo(np.float16).max
    return weights.astype(np.float16) if fits else weights


def _in_eight_bits(rows: Vectors) -> tuple["np.ndarray[tuple[int, ...], np.dtype[np.int8]]", Vectors]:
    """Rows of whole numbers up to LARGEST, and for each row what one of them is worth."""
    steps = np.maximum(np.abs(rows).max(axis=1), np.float32(1e-30)) / LARGEST
    return np.rint(rows / steps[:, np.newaxis]).astype(np.int8), steps
