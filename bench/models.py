"""The models compared by bench.matchers: each learns labelled texts and gives every label a probability."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.domain.encoding.encoder import Vectors
from knowledge.domain.matching.linear_model import REGULARISATION
from knowledge.domain.matching.word_space import learn_word_space

Labels = npt.NDArray[np.str_]
Probabilities = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Texts:
    """Texts with what the encoders make of them, each (n, d)."""

    texts: Sequence[str]
    use: Vectors
    e5: Vectors

    def take(self, rows: npt.NDArray[np.int64]) -> "Texts":
        return Texts([self.texts[i] for i in rows], self.use[rows], self.e5[rows])


Model = Callable[[Texts, Labels, Texts], tuple[list[str], Probabilities]]
"""(training texts, their labels, texts to judge) -> the labels in order, and a row of probabilities for each text."""
Features = Callable[[Texts, Texts], tuple[Vectors, Vectors]]


def _use(train: Texts, asked: Texts) -> tuple[Vectors, Vectors]:
    mean = train.use.mean(axis=0)
    return train.use - mean, asked.use - mean


def _e5(train: Texts, asked: Texts) -> tuple[Vectors, Vectors]:
    mean = train.e5.mean(axis=0)
    return 2 * (train.e5 - mean), 2 * (asked.e5 - mean)


def _words(share: float) -> Features:
    def features(train: Texts, asked: Texts) -> tuple[Vectors, Vectors]:
        space, places = learn_word_space(train.texts)
        return places * share, space.places(asked.texts) * share

    return features


def _characters(train: Texts, asked: Texts) -> tuple[Vectors, Vectors]:
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    counter = TfidfVectorizer(analyzer="char", ngram_range=(2, 4), min_df=3, sublinear_tf=True, max_features=40_000)
    svd = TruncatedSVD(300, n_iter=3, random_state=0)
    places = svd.fit_transform(counter.fit_transform(train.texts))
    mean = places.mean(axis=0)
    return 0.4 * (places - mean), 0.4 * (svd.transform(counter.transform(asked.texts)) - mean)


def _joined(*parts: tuple[Features, float]) -> Features:
    def features(train: Texts, asked: Texts) -> tuple[Vectors, Vectors]:
        made = [(part(train, asked), weight) for part, weight in parts]
        return np.hstack([a * w for (a, _), w in made]), np.hstack([b * w for (_, b), w in made])

    return features


def nearest(features: Features, like: int = 5) -> Model:
    """The labels of the most similar examples, weighed by likeness."""

    def model(train: Texts, labels: Labels, asked: Texts) -> tuple[list[str], Probabilities]:
        learned, rows = (_unit(part) for part in features(train, asked))
        names = sorted(set(labels))
        position = np.searchsorted(names, labels)
        found = np.zeros((len(rows), len(names)))
        for row, likeness in zip(found, rows @ learned.T, strict=True):
            best = np.argpartition(-likeness, like)[:like]
            np.add.at(row, position[best], np.exp(10 * likeness[best]))
        return names, found / found.sum(axis=1, keepdims=True)

    return model


def linear(features: Features) -> Model:
    """Multinomial logistic regression, as knowledge.domain.matching.matcher fits it."""

    def model(train: Texts, labels: Labels, asked: Texts) -> tuple[list[str], Probabilities]:
        from sklearn.linear_model import LogisticRegression

        learned, rows = features(train, asked)
        fitted = LogisticRegression(C=1 / (REGULARISATION * len(labels)), max_iter=400).fit(learned, labels)
        return list(fitted.classes_), fitted.predict_proba(rows)

    return model


def perceptron(features: Features) -> Model:
    """One hidden layer of 256."""

    def model(train: Texts, labels: Labels, asked: Texts) -> tuple[list[str], Probabilities]:
        from sklearn.neural_network import MLPClassifier

        learned, rows = features(train, asked)
        scale = learned.std()
        fitted = MLPClassifier(
            (256,), alpha=1e-3, max_iter=12, learning_rate_init=2e-3, batch_size=128, random_state=0, tol=0
        ).fit(learned / scale, labels)
        return list(fitted.classes_), fitted.predict_proba(rows / scale)

    return model


def blend(*models: Model) -> Model:
    """The mean of several."""

    def model(train: Texts, labels: Labels, asked: Texts) -> tuple[list[str], Probabilities]:
        made = [part(train, labels, asked) for part in models]
        return made[0][0], np.mean([rows for _, rows in made], axis=0)

    return model


def _unit(rows: Vectors) -> Vectors:
    lengths: Vectors = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    unit: Vectors = np.divide(rows, np.maximum(lengths, 1e-9)[:, np.newaxis], dtype=np.float32)
    return unit


_SCALE = 5**-0.5
"""The shares 1 and 2 of knowledge.domain.encoding.encoder.default_encoder, of length 1 together."""
_BOTH = _joined((_use, _SCALE), (_e5, _SCALE))
_WITH_WORDS = _joined((_BOTH, 1.0), (_words(1.0), 1.0))
MODELS: Mapping[str, Model] = {
    "nearest examples, both encoders": nearest(_BOTH),
    "nearest examples, words": nearest(_words(1.0)),
    "linear, USE": linear(_joined((_use, 2 * _SCALE))),
    "linear, e5": linear(_joined((_e5, _SCALE))),
    "linear, words": linear(_words(1.5)),
    "linear, USE and words": linear(_joined((_use, 2 * _SCALE), (_words(1.0), 1.0))),
    "linear, both encoders": linear(_BOTH),
    "linear, both and words (ours)": linear(_WITH_WORDS),
    "linear, both, words and characters": linear(_joined((_WITH_WORDS, 1.0), (_characters, 1.0))),
    "perceptron, both and words": perceptron(_WITH_WORDS),
    "blend of linear and perceptron": blend(linear(_WITH_WORDS), perceptron(_WITH_WORDS)),
}
