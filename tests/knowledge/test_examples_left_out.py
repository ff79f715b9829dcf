"""What is judged of an example as if it had not been learnt is what a model fitted without it judges."""

import numpy as np
import pytest

from knowledge.domain.matching.left_out import left_out
from knowledge.domain.matching.linear_model import SHRINKAGE, TEMPERED
from knowledge.domain.matching.matcher import softmax

SORTS, EACH, DIMENSIONS = 4, 12, 6


def examples() -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(1)
    centres = random.normal(size=(SORTS, DIMENSIONS))
    classes = np.repeat(np.arange(SORTS), EACH)
    return (centres[classes] + random.normal(size=(len(classes), DIMENSIONS))).astype(np.float32), classes


def fitted_without(rows: np.ndarray, classes: np.ndarray, i: int) -> np.ndarray:
    """Plainly: means and covariance of the others; the shrinkage as it is with all of them."""
    trace = np.trace(within(rows, classes)) / DIMENSIONS
    rest = np.arange(len(rows)) != i
    means = np.stack([rows[rest & (classes == c)].mean(axis=0) for c in range(SORTS)])
    covariance = within(rows[rest], classes[rest]) * rest.sum() / len(rows)
    inverse = np.linalg.inv((1 - SHRINKAGE) * covariance + SHRINKAGE * trace * np.eye(DIMENSIONS))
    evidence = means @ inverse @ rows[i] - 0.5 * np.einsum("nd,de,ne->n", means, inverse, means)
    return softmax(TEMPERED * (evidence + np.log(EACH / len(rows)))[np.newaxis])[0]


def within(rows: np.ndarray, classes: np.ndarray) -> np.ndarray:
    means = np.stack([rows[classes == c].mean(axis=0) for c in range(SORTS)])
    centred = rows - means[classes]
    return np.asarray(centred.T @ centred / len(rows))


@pytest.mark.parametrize("i", [0, 13, 30, 47])
def test_it_agrees_with_a_model_fitted_anew(i: int) -> None:
    rows, classes = examples()
    judged = np.vstack(list(left_out(rows, classes)))
    assert np.allclose(judged[i], fitted_without(rows, classes, i), atol=1e-4)


def test_each_row_sums_to_one() -> None:
    assert np.allclose(np.vstack(list(left_out(*examples()))).sum(axis=1), 1)


def test_a_class_without_its_only_example_is_never_the_answer() -> None:
    rows, classes = examples()
    classes[-EACH:] = 0
    classes[-1] = SORTS - 1
    classes[classes == SORTS - 1] = SORTS - 2
    classes[-1] = SORTS - 1
    judged = np.vstack(list(left_out(rows, classes)))
    assert judged[-1, SORTS - 1] < 1e-6
