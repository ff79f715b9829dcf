"""Which entry a question means, and whether the entry settles it.

One linear model over (entry, settled?) classes: an entry's `questions` are its settled class, its `boundary` its
unsettled one, so that the trained gate knows for every entry where it ends. What the page is silent on and what is
another business are classes like any other: the out-of-scope gate is the same model. It weighs the sentence's vector
and, beside it, the place of its words (knowledge.domain.matching.word_space).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from knowledge.domain.encoding.encoder import Encoder, Vectors
from knowledge.domain.matching.coarse import MANY, Coarse, in_half_precision
from knowledge.domain.matching.lesson import Encode, Label, Lesson, learn
from knowledge.domain.matching.linear_model import fit_linear_model
from knowledge.domain.matching.word_space import WordSpace
from knowledge.domain.schema import Entry
from knowledge.domain.words import VERSION

Probabilities = npt.NDArray[np.float64]
KEPT_AS = "places-1"
"""Changes whenever a stored matcher must be read otherwise."""


def read_by(encoder: Encoder) -> str:
    """What a matcher's texts are read by; one fitted with another reader must not be asked."""
    return f"{encoder.version}|{VERSION}|{KEPT_AS}"


@dataclass(frozen=True)
class Candidate:
    """An entry with its probability, and how much of that is for questions it settles (0 <= settled <= score)."""

    entry_id: str
    score: float
    settled: float


@dataclass(frozen=True)
class Matcher:
    """A fitted model; immutable, so one instance serves every thread.

    classes: (entry id, settled) for each of n classes; weights (n, d + k); bias (n,); mean (d,), all float32, for
    vectors of d dimensions and words in a space of k; of MANY classes the weights are float16.
    """

    classes: tuple[Label, ...]
    weights: Vectors
    bias: Vectors
    mean: Vectors
    words: WordSpace

    @classmethod
    def fit(cls, entries: Sequence[Entry], encode: Encode) -> "Matcher":
        """Learn from the entries' own questions. `encode` may cache; at least two entries are needed."""
        return cls.of(learn(entries, encode))

    @classmethod
    def of(cls, lesson: Lesson) -> "Matcher":
        """Fitted on what was read already."""
        weights, bias = fit_linear_model(lesson.rows, lesson.positions)
        weights = in_half_precision(weights) if len(weights) >= MANY else weights
        return cls(lesson.classes, weights, bias, lesson.mean, lesson.words)

    @cached_property
    def _grouping(self) -> "Grouping":
        return Grouping.of(self.classes)

    @cached_property
    def place(self) -> Mapping[Label, int]:
        """Where each class is among them."""
        return {label: i for i, label in enumerate(self.classes)}

    @cached_property
    def _coarse(self) -> Coarse:
        return Coarse(self.weights, self.bias)

    def index(self) -> None:
        """Make what the first question would otherwise wait for: of MANY classes about a second."""
        _ = self._grouping, self.place, len(self.classes) < MANY or self._coarse

    def rank(self, text: str, vector: Vectors) -> list[Candidate]:
        """Every entry, the most probable first; all of them sum to 1. vector: (d,), the text's."""
        return self.candidates(self.probabilities([text], vector[np.newaxis])[0])

    def candidates(self, probabilities: Probabilities, most: int | None = None) -> list[Candidate]:
        """The entries, or the most probable ones, that the classes' probabilities (n,) speak for, the best first."""
        return self._grouping.candidates(probabilities, most)

    def probabilities(self, texts: Sequence[str], vectors: Vectors) -> Probabilities:
        """Of each class for each text, (len(texts), n); vectors (len(texts), d)."""
        asked = np.hstack([vectors - self.mean, self.words.places(texts)])
        if len(self.classes) < MANY:
            return softmax(asked @ self.weights.T + self.bias)
        return softmax(self._coarse.evidence(asked))

    def spoken(self, text: str, klass: int) -> list[tuple[str, float]]:
        """The text's known words with what each adds to the class at this position, the strongest first."""
        return self.words.spoken(text, self.weights[klass, len(self.mean) :])


def softmax(evidence: Vectors) -> Probabilities:
    """Rows of evidence for each class as rows of probabilities."""
    logits = evidence.astype(np.float64)
    exponentials = np.exp(logits - logits.max(axis=1, keepdims=True))
    probabilities: Probabilities = exponentials / exponentials.sum(axis=1, keepdims=True)
    return probabilities


@dataclass(frozen=True)
class Grouping:
    """Which classes are one entry's. ids: E entries; of_class (n,): the entry of each class, as a position among them;
    settled (n,): 1 for a class of questions that the entry settles, else 0."""

    ids: tuple[str, ...]
    of_class: npt.NDArray[np.int64]
    settled: npt.NDArray[np.float64]

    @classmethod
    def of(cls, classes: Sequence[Label]) -> "Grouping":
        ids = tuple(dict.fromkeys(entry_id for entry_id, _ in classes))
        position = {entry_id: i for i, entry_id in enumerate(ids)}
        of_class = np.array([position[entry_id] for entry_id, _ in classes])
        return cls(ids, of_class, np.array([float(settled) for _, settled in classes]))

    def candidates(self, probabilities: Probabilities, most: int | None = None) -> list[Candidate]:
        """Each entry with what its classes have together, most probable first; no more than `most`."""
        scores = np.bincount(self.of_class, probabilities, len(self.ids))
        settled = np.bincount(self.of_class, probabilities * self.settled, len(self.ids))
        order = np.argsort(-scores, kind="stable")[:most]
        ids = (self.ids[i] for i in order)
        return [Candidate(*one) for one in zip(ids, scores[order].tolist(), settled[order].tolist(), strict=True)]
