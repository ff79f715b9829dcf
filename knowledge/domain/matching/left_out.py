"""What a model without an example would make of it: every example judged as if it had not been learnt.

The discriminant allows it in closed form: without one example, the mean of its class and the covariance that all share
move by known amounts (Sherman and Morrison's formula), so that nothing is fitted again.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from knowledge.domain.encoding.encoder import Vectors
from knowledge.domain.matching.linear_model import SHRINKAGE, TEMPERED, Positions, shared_inverse
from knowledge.domain.matching.matcher import Probabilities, softmax

AT_ONCE = 2000
"""Rows judged together: bounds the memory where there are thousands of classes."""
NEVER = -1e4
"""Evidence for a class whose only example is left out."""


def left_out(rows: Vectors, classes: Positions, wanted: Sequence[int] | None = None) -> Iterator[Probabilities]:
    """Portions of the probabilities of n classes for m rows (m, d), each row left out of its own class: (m, n), or a
    row for each of the `wanted`.

    x is a row, u its class' mean, w = inverse @ u; the covariance without x lacks a multiple of (x - u)(x - u)'."""
    means, counts, inverse = shared_inverse(rows, classes)
    weights = means @ inverse
    between = weights @ means.T
    lengths = np.diag(between).astype(np.float64)
    priors = np.log(counts / len(rows))
    judged = np.arange(len(rows)) if wanted is None else np.array(wanted, dtype=np.int64)
    for start in range(0, len(judged), AT_ONCE):
        part, own = rows[judged[start : start + AT_ONCE]], classes[judged[start : start + AT_ONCE]]
        n, every = counts[own].astype(np.float64), np.arange(len(part))
        others = np.maximum(n - 1, 1)
        missing = (1 - SHRINKAGE) * n / others / len(rows)
        product = (part @ weights.T).astype(np.float64)
        itself = np.einsum("md,md->m", part @ inverse, part, dtype=np.float64)
        to_mean, of_mean = product[every, own], lengths[own]
        residual = itself - to_mean
        kept = np.maximum(1 - missing * (itself - 2 * to_mean + of_mean), 1e-3)
        factor = missing / kept
        to_residual = product - between[own]
        product += factor[:, None] * residual[:, None] * to_residual
        squares = lengths + factor[:, None] * to_residual**2
        itself += factor * residual**2
        evidence = product - 0.5 * squares + priors
        to_mean, of_mean = product[every, own], squares[every, own]
        moved = (n * to_mean - itself) / others
        moved_length = (n * n * of_mean - 2 * n * to_mean + itself) / others**2
        evidence[every, own] = np.where(n > 1, moved - 0.5 * moved_length + priors[own], NEVER)
        yield softmax(TEMPERED * evidence)
