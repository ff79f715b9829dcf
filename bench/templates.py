"""Which examples are of one template: so alike that one teaches the other. They are held out together or not at all."""

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from knowledge.domain.encoding.encoder import Vectors

ALIKE = 0.80
"""Cosine from which two sentences count as one template (USE: the same frame with a noun exchanged is above)."""
BLOCK = 1000


def templates(vectors: Vectors) -> npt.NDArray[np.int32]:
    """The number of each sentence's template; vectors (n, d) of length 1. Likeness is passed on from one to another."""
    pairs = [np.empty((0, 2), dtype=np.int64)]
    for start in range(0, len(vectors), BLOCK):
        alike = np.argwhere(vectors[start : start + BLOCK] @ vectors.T > ALIKE)
        pairs.append(alike + np.array([start, 0]))
    first, second = np.vstack(pairs).T
    graph = coo_matrix((np.ones(len(first), dtype=np.int8), (first, second)), shape=(len(vectors),) * 2)
    labels: npt.NDArray[np.int32] = connected_components(graph, directed=False)[1]
    return labels
