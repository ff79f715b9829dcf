"""Above a bound the classes are weighed roughly, the likeliest again: the answer is that of weighing all exactly."""

import numpy as np
import pytest

from knowledge.domain.encoding.encoder import Vectors
from knowledge.domain.matching import coarse, matcher
from knowledge.domain.matching.coarse import Coarse, in_half_precision
from knowledge.domain.matching.matcher import Matcher, softmax
from knowledge.domain.matching.matcher_file import from_bytes, to_bytes
from knowledge.domain.matching.verdict import conclude
from knowledge.domain.matching.weighing import Weigher
from knowledge.domain.schema import Kind
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import a_corpus

CLASSES, DIMENSIONS = 2000, 64
KINDS = [Kind.SCENARIO, Kind.COST, Kind.SILENT, Kind.OUTSIDE]
LABELS = [(f"{KINDS[i // 2 % 4]}.e{i // 2}", i % 2 == 0) for i in range(CLASSES)]
BY_ID = {entry_id: Kind(entry_id.split(".")[0]) for entry_id, _ in LABELS}


@pytest.fixture(scope="module")
def model() -> tuple[Vectors, Vectors, Vectors]:
    """Weights and bias of a crowd in which every class has near neighbours, and 200 rows that ask for them."""
    random = np.random.default_rng(7)
    centres = random.normal(size=(CLASSES // 10, DIMENSIONS)).repeat(10, axis=0)
    weights = (5 + centres + 0.5 * random.normal(size=centres.shape)).astype(np.float32)
    asked = (weights[::10] - 5 + random.normal(size=(200, DIMENSIONS))).astype(np.float32) / 4
    return weights, random.normal(size=CLASSES).astype(np.float32), asked


def test_every_verdict_and_every_probability_is_that_of_weighing_all_exactly(
    model: tuple[Vectors, Vectors, Vectors], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coarse, "AGAIN", 100)
    weights, bias, asked = model
    exact, quick = softmax(asked @ weights.T + bias), softmax(Coarse(weights, bias).evidence(asked))
    assert np.abs(quick - exact).max() < 0.005
    weigher = Weigher(LABELS, BY_ID)
    decisions = [[conclude(row.weighed, BY_ID) for row in weigher.rows(some)] for some in (exact, quick)]
    assert len({decision.verdict for decision in decisions[0]}) > 2
    assert decisions[1] == decisions[0]


def test_weighed_roughly_alone_some_answers_would_be_others(
    model: tuple[Vectors, Vectors, Vectors], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coarse, "AGAIN", 1)
    weights, bias, asked = model
    exact, rough = asked @ weights.T + bias, Coarse(weights, bias).evidence(asked)
    three = np.argsort(-exact, axis=1)[:, :3], np.argsort(-rough, axis=1)[:, :3]
    assert (three[0] != three[1]).any()


def test_what_is_common_to_all_classes_costs_no_precision(model: tuple[Vectors, Vectors, Vectors]) -> None:
    weights, bias, asked = model
    near, far = Coarse(weights, bias).evidence(asked), Coarse(weights + 100, bias).evidence(asked)
    assert np.abs(softmax(near) - softmax(far)).max() < 0.01


def test_a_matcher_of_many_classes_answers_as_one_of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    encode, texts = FakeEncoder().encode, ["保険料はおいくらですか", "電車で名簿をなくした", "xyzzy", ""]
    few = Matcher.fit(a_corpus(), encode)
    monkeypatch.setattr(matcher, "MANY", 1)
    many = Matcher.fit(a_corpus(), encode)
    assert many.weights.dtype == np.float16
    assert np.allclose(many.probabilities(texts, encode(texts)), few.probabilities(texts, encode(texts)), atol=0.01)


def test_it_is_stored_in_half_the_bytes_and_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matcher, "MANY", 1)
    many = Matcher.fit(a_corpus(), FakeEncoder().encode)
    again = from_bytes(to_bytes(many))
    assert again.weights.dtype == np.float16
    assert (again.weights == many.weights).all()


def test_weights_too_large_for_half_precision_are_left_as_they_are() -> None:
    weights = np.array([[1.0, 1e6]], dtype=np.float32)
    assert in_half_precision(weights) is weights
