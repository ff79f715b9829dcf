"""Which entry a question means, and whether the entry settles it.

One multinomial logistic regression over (entry, settled?) classes: an entry's `questions` are its settled class,
its `boundary` its unsettled one, so that the trained gate knows for every entry where it ends. What the page is
silent on and what is another business are classes like any other: the out-of-scope gate is the same model.
It weighs the sentence's vector and, beside it, the sentence's words (knowledge.domain.word_space).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.domain.encoder import Encoder, Vectors
from knowledge.domain.schema import Entry
from knowledge.domain.word_space import WordWeights, learn_word_space
from knowledge.domain.words import VERSION

REGULARISATION = 2e-6
"""Strength an example, so that few examples are learnt as firmly as many; chosen in bench/."""

Label = tuple[str, bool]
"""Entry id, and whether the entry settles the question."""
Encode = Callable[[Sequence[str]], Vectors]


def read_by(encoder: Encoder) -> str:
    """What a matcher's texts are read by; one fitted with another reader must not be asked."""
    return f"{encoder.version}|{VERSION}"


@dataclass(frozen=True)
class Candidate:
    """An entry with its probability, and how much of that is for questions it settles (0 <= settled <= score)."""

    entry_id: str
    score: float
    settled: float


@dataclass(frozen=True)
class Matcher:
    """A fitted model; immutable, so one instance serves every thread.

    classes: (entry id, settled) for each of n classes; weights (n, d); bias (n,); mean (d,), all float32.
    """

    classes: tuple[Label, ...]
    weights: Vectors
    bias: Vectors
    mean: Vectors
    words: WordWeights

    @classmethod
    def fit(cls, entries: Sequence[Entry], encode: Encode) -> "Matcher":
        """Learn from the entries' own questions. `encode` may cache; at least two entries are needed."""
        from sklearn.linear_model import LogisticRegression

        examples = labelled(entries)
        texts = [text for text, _ in examples]
        classes = sorted({label for _, label in examples})
        position = {label: i for i, label in enumerate(classes)}
        vectors = encode(texts)
        mean = vectors.mean(axis=0)
        space, places = learn_word_space(texts)
        model = LogisticRegression(C=1 / (REGULARISATION * len(texts)), max_iter=400)
        model.fit(np.hstack([vectors - mean, places]), [position[label] for _, label in examples])
        weights, bias = model.coef_.astype(np.float32), model.intercept_.astype(np.float32)
        if len(classes) == 2:  # scikit-learn keeps one row for two classes
            weights, bias = np.vstack([-weights, weights]) / 2, np.concatenate([-bias, bias]) / 2
        d = vectors.shape[1]
        return cls(tuple(classes), weights[:, :d], bias, mean, space.weighted(weights[:, d:]))

    def rank(self, text: str, vector: Vectors) -> list[Candidate]:
        """Every entry, most probable first; the probabilities sum to 1. vector: (d,), the text's own."""
        logits = (self.weights @ (vector - self.mean) + self.bias + self.words.of(text)).astype(np.float64)
        exponentials = np.exp(logits - logits.max())
        return by_entry(self.classes, exponentials / exponentials.sum())


def labelled(entries: Sequence[Entry]) -> list[tuple[str, Label]]:
    """Every example with the class it teaches: the questions of all entries, then their boundary questions."""
    examples = [(q, (e.id, True)) for e in entries for q in e.questions]
    return examples + [(q, (e.id, False)) for e in entries for q in e.boundary]


def by_entry(classes: Sequence[Label], probabilities: npt.NDArray[np.float64]) -> list[Candidate]:
    """Each entry with what its classes have together, most probable first; probabilities: (len(classes),)."""
    totals: dict[str, list[float]] = {}
    for (entry_id, settled), probability in zip(classes, probabilities.tolist(), strict=True):
        sums = totals.setdefault(entry_id, [0.0, 0.0])
        sums[0] += probability
        sums[1] += probability * settled
    ranked = sorted(totals.items(), key=lambda item: -item[1][0])
    return [Candidate(entry_id, score, settled) for entry_id, (score, settled) in ranked]
