"""A linear model of classes: logistic regression as long as it can be fitted in good time, beyond that a discriminant.

Both give a weight for every (class, feature); a softmax over them gives probabilities.
"""

import numpy as np
import numpy.typing as npt

from knowledge.domain.encoding.encoder import Vectors

Positions = npt.NDArray[np.int64]
"""The class of each example, from 0."""

REGULARISATION = 3e-6
"""Strength an example, so that few examples are learnt as firmly as many; chosen in bench/."""
REGRESSION_UP_TO = 8_000_000
"""Examples times classes up to which the regression is fitted: about two minutes of one core."""
TOLERANCE = 1e-5
"""Gradient at which the fit ends. Ten times as much is quicker by a third, and then the rounding of another processor
changes the answer to one question in a hundred."""
SHRINKAGE = 0.1
"""Share of the discriminant's covariance that is taken as equal in all directions."""
TEMPERED = 0.25
"""How far the discriminant's evidence counts, which it overstates: of .25 to 1, the most right answers on the questions
in bench/questions/."""


def is_large(examples: int, classes: int) -> bool:
    """Whether there is too much for the regression."""
    return examples * classes > REGRESSION_UP_TO


def fit_linear_model(rows: Vectors, classes: Positions) -> tuple[Vectors, Vectors]:
    """weights (n, d) and bias (n,) for rows (m, d), each of one of n classes, none of them empty."""
    if not is_large(len(rows), int(classes.max()) + 1):
        return _regression(rows, classes)
    weights, bias = discriminant(rows, classes)
    return TEMPERED * weights, TEMPERED * bias


def _regression(rows: Vectors, classes: Positions) -> tuple[Vectors, Vectors]:
    from sklearn.linear_model import LogisticRegression

    strength = 1 / (REGULARISATION * len(rows))
    model = LogisticRegression(C=strength, tol=TOLERANCE, max_iter=2000).fit(rows, classes)
    weights, bias = model.coef_.astype(np.float32), model.intercept_.astype(np.float32)
    if len(weights) == 1:  # scikit-learn keeps one row for two classes
        weights, bias = np.vstack([-weights, weights]) / 2, np.concatenate([-bias, bias]) / 2
    return weights, bias


def discriminant(rows: Vectors, classes: Positions) -> tuple[Vectors, Vectors]:
    """Linear discriminant of classes that share one covariance: in closed form, thousands of classes in seconds."""
    means, counts, inverse = shared_inverse(rows, classes)
    weights = means @ inverse
    bias = np.log(np.maximum(counts, 1) / len(rows)) - 0.5 * np.einsum("nd,nd->n", weights, means)
    return weights, bias.astype(np.float32)


def shared_inverse(rows: Vectors, classes: Positions) -> tuple[Vectors, Positions, Vectors]:
    """means (n, d) and counts (n,) of the classes, and the inverse (d, d) of the covariance within them, shrunk."""
    m, d = rows.shape
    counts = np.bincount(classes)
    means = np.zeros((len(counts), d), dtype=np.float32)
    np.add.at(means, classes, rows)
    means /= np.maximum(counts, 1)[:, np.newaxis]
    within = rows.T @ rows / m - (means.T * (counts / m)) @ means
    shrunk = (1 - SHRINKAGE) * within + SHRINKAGE * np.trace(within) / d * np.eye(d)
    return means, counts, np.linalg.inv(shrunk).astype(np.float32)
