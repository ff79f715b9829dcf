"""The words of a text as a place among the corpus' texts, and what each word adds to each class.

The place is linear in the text's TF-IDF row, so a fitted linear model over places folds into one weight for every
(word, class): nothing but that table is kept, and it tells staff which words spoke for an entry.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from knowledge.domain.encoder import Vectors
from knowledge.domain.words import terms

TERMS = 10_000
"""Most frequent words and pairs of words kept."""
DIMENSIONS = 300
SHARE = 0.6
"""Length of a text's place beside its vector of length 1; chosen in bench/."""


@dataclass(frozen=True)
class WordWeights:
    """terms: v words; rarity (v,), their inverse document frequency; weights (v, n); offset (n,), all float32."""

    terms: tuple[str, ...]
    rarity: Vectors
    weights: Vectors
    offset: Vectors

    @cached_property
    def _position(self) -> Mapping[str, int]:
        return {term: i for i, term in enumerate(self.terms)}

    def of(self, text: str) -> Vectors:
        """What the text's words add to each class, (n,)."""
        found = list(self._found(text))
        if not found:
            return self.offset
        positions, values = [i for i, _ in found], np.array([value for _, value in found], dtype=np.float32)
        total: Vectors = values @ self.weights[positions] + self.offset
        return total

    def _found(self, text: str) -> Iterator[tuple[int, float]]:
        """Position and TF-IDF value (the row has length 1) of each known term."""
        counted = [(self._position[t], n) for t, n in Counter(terms(text)).items() if t in self._position]
        values = [(1 + math.log(n)) * float(self.rarity[i]) for i, n in counted]
        length = math.hypot(*values)
        return ((i, value / length) for (i, _), value in zip(counted, values, strict=True))

    def spoken(self, text: str, klass: int) -> list[tuple[str, float]]:
        """The text's known terms with what each adds to this class, the strongest first."""
        added = [(self.terms[i], value * float(self.weights[i, klass])) for i, value in self._found(text)]
        return sorted(added, key=lambda item: -item[1])


@dataclass(frozen=True)
class WordSpace:
    """terms and rarity as above; axes (k, v): the directions along which the corpus' texts differ most; mean (k,)."""

    terms: tuple[str, ...]
    rarity: Vectors
    axes: Vectors
    mean: Vectors

    def places(self, texts: Sequence[str]) -> Vectors:
        """Each text's place, (len(texts), k)."""
        by_axis = WordWeights(self.terms, self.rarity, SHARE * self.axes.T, -SHARE * self.mean)
        return np.stack([by_axis.of(text) for text in texts])

    def weighted(self, of_places: Vectors) -> WordWeights:
        """The table for a linear model over places; of_places: (n, k)."""
        weights = (SHARE * self.axes.T @ of_places.T).astype(np.float32)
        offset = (-SHARE * of_places @ self.mean).astype(np.float32)
        return WordWeights(self.terms, self.rarity, weights, offset)


def learn_word_space(texts: Sequence[str]) -> tuple[WordSpace, Vectors]:
    """The space, and each text's place in it, (len(texts), k)."""
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    counter = TfidfVectorizer(analyzer=terms, sublinear_tf=True, max_features=TERMS)
    rows = counter.fit_transform(texts)
    svd = TruncatedSVD(min(DIMENSIONS, *(n - 1 for n in rows.shape)), n_iter=3, random_state=0)
    places = svd.fit_transform(rows)
    mean = places.mean(axis=0)
    axes = svd.components_.astype(np.float32)
    space = WordSpace(tuple(counter.get_feature_names_out()), counter.idf_.astype(np.float32), axes, mean)
    return space, (SHARE * (places - mean)).astype(np.float32)
