"""The ways compared by bench.nearest: each builds what it searches in, and fetches what it takes for the likeliest."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from knowledge.domain.encoding.encoder import Vectors
from knowledge.domain.matching.coarse import Coarse, in_half_precision

FETCHED = 100
LINKS, BUILT_WITH, SEARCHED_WITH = 16, 64, 200
"""Of the graphs: neighbours of a node, and how many candidates are kept while building and while searching."""
CELLS, VISITED = 1024, 64

Fetch = Callable[[Vectors], Any]
"""A row asked (d,) -> positions of the likeliest classes."""
Way = Callable[[Vectors, Vectors], Fetch]
"""weights (n, d) without what all have in common, bias (n,)."""


def _with_bias(weights: Vectors, bias: Vectors) -> Vectors:
    """The bias as one more weight of a feature that is always 1."""
    return np.hstack([weights, bias[:, np.newaxis]]).astype(np.float32)


def _asked(row: Vectors) -> Vectors:
    return np.append(row, 1).astype(np.float32)[np.newaxis]


def _best(evidence: Vectors) -> Any:
    return np.argpartition(evidence, -FETCHED)[-FETCHED:]


def brute_force(weights: Vectors, bias: Vectors) -> Fetch:
    rows = weights.copy()
    return lambda row: _best(rows @ row + bias)


def half_precision(weights: Vectors, bias: Vectors) -> Fetch:
    from simsimd import cdist

    rows = weights.astype(np.float16)
    return lambda row: _best(np.asarray(cdist(row.astype(np.float16)[np.newaxis], rows, metric="dot"))[0] + bias)


def eight_bits(weights: Vectors, bias: Vectors) -> Fetch:
    coarse = Coarse(in_half_precision(weights), bias)
    return lambda row: _best(coarse.evidence(row[np.newaxis])[0])


def usearch_graph(kind: str) -> Way:
    def way(weights: Vectors, bias: Vectors) -> Fetch:
        from usearch.index import Index

        rows = _with_bias(weights, bias)
        rows /= np.abs(rows).max()
        index = Index(
            ndim=rows.shape[1], metric="ip", dtype=kind, connectivity=LINKS, expansion_add=BUILT_WITH,
            expansion_search=SEARCHED_WITH,
        )  # fmt: skip
        index.add(np.arange(len(rows)), rows, threads=1)
        return lambda row: index.search(_asked(row)[0], FETCHED, threads=1).keys

    return way


def hnswlib_graph(weights: Vectors, bias: Vectors) -> Fetch:
    import hnswlib

    rows = _with_bias(weights, bias)
    index = hnswlib.Index(space="ip", dim=rows.shape[1])
    index.init_index(max_elements=len(rows), ef_construction=BUILT_WITH, M=LINKS)
    index.add_items(rows, num_threads=1)
    index.set_ef(SEARCHED_WITH)
    return lambda row: index.knn_query(_asked(row), k=FETCHED, num_threads=1)[0][0]


def faiss_index(described: str, **settings: int) -> Way:
    def way(weights: Vectors, bias: Vectors) -> Fetch:
        import faiss

        faiss.omp_set_num_threads(1)
        rows = _with_bias(weights, bias)
        index = faiss.index_factory(rows.shape[1], described, faiss.METRIC_INNER_PRODUCT)
        for name, value in settings.items():
            faiss.ParameterSpace().set_index_parameter(index, name, value)
        index.train(rows[:: max(1, len(rows) // 40_000)])
        index.add(rows)
        return lambda row: index.search(_asked(row), FETCHED)[1][0]

    return way


WAYS: Mapping[str, tuple[str, Way]] = {
    "brute force, 32 bits": ("numpy", brute_force),
    "all, 16 bits, simsimd": ("simsimd", half_precision),
    "all, 8 bits, 400 again exactly, simsimd (ours)": ("simsimd", eight_bits),
    "all, 8 bits, faiss": ("faiss", faiss_index("SQ8")),
    "cells, 8 bits, faiss": ("faiss", faiss_index(f"IVF{CELLS},SQ8", nprobe=VISITED)),
    "graph, 8 bits, usearch": ("usearch", usearch_graph("i8")),
    "graph, 16 bits, usearch": ("usearch", usearch_graph("f16")),
    "graph, 32 bits, hnswlib": ("hnswlib", hnswlib_graph),
    "graph, 8 bits, faiss": (
        "faiss",
        faiss_index(f"HNSW{LINKS},SQ8", efConstruction=BUILT_WITH, efSearch=SEARCHED_WITH),
    ),
}
"""Name -> the package it needs, and the way."""
