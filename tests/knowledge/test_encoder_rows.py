"""The shape the matcher counts on, of the real encoders."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from knowledge.domain.encoding.encoder import E5, Encoder, SideBySide, Usem3
from tests.knowledge.fakes import FakeEncoder

pytestmark = pytest.mark.slow

QUESTIONS = [
    "委託先から顧客情報が漏れた",
    "FAXを違う番号に送ってしまった",
    "電車にPCを置き忘れた",
    "保険料はいくらですか",
]


@pytest.fixture(scope="module", params=[Usem3, E5], ids=["usem3", "e5"])
def part(request: pytest.FixtureRequest) -> Encoder:
    made: Encoder = request.param()
    return made


def test_each_text_gets_a_row_of_the_declared_width(part: Encoder, real_encoder: Encoder) -> None:
    for encoder in (part, real_encoder):
        assert encoder.encode(QUESTIONS).shape == (len(QUESTIONS), encoder.dimensions)


def test_rows_are_float32(part: Encoder, real_encoder: Encoder) -> None:
    assert part.encode(QUESTIONS).dtype == np.float32
    assert real_encoder.encode(QUESTIONS).dtype == np.float32


def test_rows_have_length_one(part: Encoder, real_encoder: Encoder) -> None:
    for encoder in (part, real_encoder):
        assert np.linalg.norm(encoder.encode(QUESTIONS), axis=1) == pytest.approx(1, abs=1e-5)


def test_a_text_has_the_same_row_alone_and_in_a_batch(part: Encoder) -> None:
    alone = np.vstack([part.encode([question]) for question in QUESTIONS])
    assert part.encode(QUESTIONS) == pytest.approx(alone, abs=1e-5)


def test_a_long_neighbour_does_not_change_a_row(real_encoder: Encoder) -> None:
    short = "身代金"
    beside = real_encoder.encode([short, "情報が漏れました。" * 20])[0]
    assert beside == pytest.approx(real_encoder.encode([short])[0], abs=1e-5)


def test_several_threads_get_the_rows_that_one_gets(real_encoder: Encoder) -> None:
    expected = real_encoder.encode(QUESTIONS)
    with ThreadPoolExecutor(4) as pool:
        rows = list(pool.map(lambda question: real_encoder.encode([question])[0], QUESTIONS * 2))
    assert np.vstack(rows) == pytest.approx(np.vstack([expected, expected]), abs=1e-5)


def test_no_texts_give_no_rows(real_encoder: Encoder) -> None:
    assert real_encoder.encode([]).shape == (0, real_encoder.dimensions)


def test_the_greater_share_counts_for_more_of_the_row() -> None:
    joined = SideBySide([(FakeEncoder("a"), 1.0), (FakeEncoder("b"), 2.0)]).encode(QUESTIONS)
    first, second = np.hsplit(joined, 2)
    assert np.linalg.norm(second, axis=1) == pytest.approx(2 * np.linalg.norm(first, axis=1))
