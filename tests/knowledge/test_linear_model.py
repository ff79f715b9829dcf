"""The two ways to fit the linear model, on the small corpus' own examples."""

import numpy as np
import pytest

from knowledge.domain.encoding.encoder import Vectors
from knowledge.domain.matching import linear_model
from knowledge.domain.matching.lesson import classified, labelled
from knowledge.domain.matching.linear_model import Positions, discriminant, fit_linear_model
from knowledge.domain.matching.matcher import softmax
from knowledge.domain.matching.word_space import learn_word_space
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import a_corpus
from tests.knowledge.shipped import shipped


@pytest.fixture(scope="module")
def examples() -> tuple[Vectors, Positions]:
    found = labelled(a_corpus())
    return FakeEncoder().encode([text for text, _ in found]), classified(found)[1]


def right(rows: Vectors, classes: Positions, weights: Vectors, bias: Vectors) -> float:
    return float(np.mean((rows @ weights.T + bias).argmax(axis=1) == classes))


def test_the_regression_finds_every_example_again(examples: tuple[Vectors, Positions]) -> None:
    assert right(*examples, *fit_linear_model(*examples)) == 1.0


def test_the_discriminant_finds_every_example_again(examples: tuple[Vectors, Positions]) -> None:
    assert right(*examples, *discriminant(*examples)) == 1.0


def test_beyond_its_bound_the_regression_gives_way_to_the_tempered_discriminant(
    examples: tuple[Vectors, Positions], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linear_model, "REGRESSION_UP_TO", 0)
    weights, _ = fit_linear_model(*examples)
    assert np.allclose(weights, linear_model.TEMPERED * discriminant(*examples)[0])


def test_two_classes_have_a_row_each() -> None:
    rows = np.eye(4, dtype=np.float32)
    weights, bias = fit_linear_model(rows, np.array([0, 0, 1, 1]))
    assert weights.shape == (2, 4)
    assert bias.shape == (2,)


def test_fitting_again_gives_the_same_model(examples: tuple[Vectors, Positions]) -> None:
    first, second = fit_linear_model(*examples), fit_linear_model(*examples)
    assert np.array_equal(first[0], second[0])


def test_the_rounding_of_another_processor_changes_no_answer() -> None:
    few = [
        entry.model_copy(update={"questions": entry.questions[:8], "boundary": entry.boundary[:4]})
        for entry in shipped().values()
    ]
    texts, classes = [text for text, _ in labelled(few)], classified(labelled(few))[1]
    _, here = learn_word_space(texts)
    there = here + np.random.default_rng(1).normal(0, 1e-6, here.shape).astype(np.float32)
    fitted = fit_linear_model(here, classes), fit_linear_model(there, classes)
    answered = [softmax(here @ weights.T + bias) for weights, bias in fitted]
    assert np.abs(answered[0] - answered[1]).max() < 0.03
