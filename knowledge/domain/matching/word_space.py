"""The words of a text as a place among the corpus' texts: where it lies along what the texts differ in most."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from knowledge.domain.encoding.encoder import Vectors
from knowledge.domain.words import terms

TERMS = 10_000
"""Most frequent words and pairs of words kept."""
DIMENSIONS = 300
LEARNT = 100_000
"""Texts from which the words and directions are learnt; of more, so many evenly spread."""
SHARE = 0.6
"""Length of a text's place beside its vector of length 1; chosen in bench/."""


@dataclass(frozen=True)
class WordSpace:
    """terms: v words; rarity (v,), their inverse document frequency; axes (v, k): each term's part in each of the k
    directions; mean (k,) of the corpus' texts. All float32."""

    terms: tuple[str, ...]
    rarity: Vectors
    axes: Vectors
    mean: Vectors

    @cached_property
    def _position(self) -> Mapping[str, int]:
        return {term: i for i, term in enumerate(self.terms)}

    def place(self, text: str) -> Vectors:
        """The text's place, (k,)."""
        found = list(self.found(text))
        if not found:
            return -SHARE * self.mean
        positions, values = [i for i, _ in found], np.array([value for _, value in found], dtype=np.float32)
        place: Vectors = SHARE * (values @ self.axes[positions] - self.mean)
        return place

    def places(self, texts: Sequence[str]) -> Vectors:
        """Each text's place, (len(texts), k)."""
        places = np.empty((len(texts), len(self.mean)), dtype=np.float32)
        for row, text in zip(places, texts, strict=True):
            row[:] = self.place(text)
        return places

    def found(self, text: str) -> Iterator[tuple[int, float]]:
        """Position and TF-IDF value (the row has length 1) of each known term of the text."""
        counted = [(self._position[t], n) for t, n in Counter(terms(text)).items() if t in self._position]
        values = [(1 + math.log(n)) * float(self.rarity[i]) for i, n in counted]
        length = math.hypot(*values)
        return ((i, value / length) for (i, _), value in zip(counted, values, strict=True))

    def spoken(self, text: str, weights: Vectors) -> list[tuple[str, float]]:
        """The text's known terms with what each adds to a class, the strongest first; weights: the class', (k,)."""
        added = [(self.terms[i], SHARE * value * float(self.axes[i] @ weights)) for i, value in self.found(text)]
        return sorted(added, key=lambda item: -item[1])


def learn_word_space(texts: Sequence[str]) -> tuple[WordSpace, Vectors]:
    """The space, and each text's place in it, (len(texts), k)."""
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    learnt = texts if len(texts) <= LEARNT else [texts[i * len(texts) // LEARNT] for i in range(LEARNT)]
    counter = TfidfVectorizer(analyzer=terms, sublinear_tf=True, max_features=TERMS)
    rows = counter.fit_transform(learnt)
    svd = TruncatedSVD(min(DIMENSIONS, *(n - 1 for n in rows.shape)), n_iter=3, random_state=0)
    places = svd.fit_transform(rows)
    mean = places.mean(axis=0).astype(np.float32)
    axes = np.ascontiguousarray(svd.components_.T, dtype=np.float32)
    space = WordSpace(tuple(counter.get_feature_names_out()), counter.idf_.astype(np.float32), axes, mean)
    if learnt is texts:
        return space, (SHARE * (places - mean)).astype(np.float32)
    return space, space.places(texts)
