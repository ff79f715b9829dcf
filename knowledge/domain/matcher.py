"""Which entry a question means, and whether the entry settles it.

One linear model over (entry, settled?) classes: an entry's `questions` are its settled class, its `boundary` its
unsettled one, so that the trained gate knows for every entry where it ends. What the page is silent on and what is
another business are classes like any other: the out-of-scope gate is the same model. It weighs the sentence's vector
and, beside it, the place of its words (knowledge.domain.word_space).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.domain.encoder import Encoder, Vectors
from knowledge.domain.lesson import Encode, Label, Lesson, learn
from knowledge.domain.linear_model import fit_linear_model
from knowledge.domain.schema import Entry
from knowledge.domain.word_space import WordSpace
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
    vectors of d dimensions and words in a space of k.
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
        return cls(lesson.classes, weights, bias, lesson.mean, lesson.words)

    def rank(self, text: str, vector: Vectors) -> list[Candidate]:
        """Every entry, most probable first; the probabilities sum to 1. vector: (d,), the text's own."""
        return by_entry(self.classes, self.probabilities([text], vector[np.newaxis])[0])

    def probabilities(self, texts: Sequence[str], vectors: Vectors) -> Probabilities:
        """Of each class for each text, (len(texts), n); vectors (len(texts), d)."""
        asked = np.hstack([vectors - self.mean, self.words.places(texts)])
        return softmax(asked @ self.weights.T + self.bias)

    def spoken(self, text: str, klass: int) -> list[tuple[str, float]]:
        """The text's known words with what each adds to the class at this position, the strongest first."""
        return self.words.spoken(text, self.weights[klass, len(self.mean) :])


def softmax(evidence: Vectors) -> Probabilities:
    """Rows of evidence for each class as rows of probabilities."""
    logits = evidence.astype(np.float64)
    exponentials = np.exp(logits - logits.max(axis=1, keepdims=True))
    probabilities: Probabilities = exponentials / exponentials.sum(axis=1, keepdims=True)
    return probabilities


def by_entry(classes: Sequence[Label], probabilities: npt.NDArray[np.float64]) -> list[Candidate]:
    """Each entry with what its classes have together, most probable first; probabilities: (len(classes),)."""
    totals: dict[str, list[float]] = {}
    for (entry_id, settled), probability in zip(classes, probabilities.tolist(), strict=True):
        sums = totals.setdefault(entry_id, [0.0, 0.0])
        sums[0] += probability
        sums[1] += probability * settled
    ranked = sorted(totals.items(), key=lambda item: -item[1][0])
    return [Candidate(entry_id, score, settled) for entry_id, (score, settled) in ranked]
