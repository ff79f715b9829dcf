"""Questions that mean the same stand together; what has nothing in common does not."""

import time

import numpy as np
import pytest

from knowledge.domain.encoding.encoder import Encoder
from knowledge.domain.grouping import alike
from tests.knowledge.shipped import shipped

pytestmark = pytest.mark.slow

SWINDLE = [
    "偽の請求書メールで送金してしまった",
    "ビジネスメール詐欺で振り込んでしまった",
    "取引先になりすましたメールに騙されて送金",
]
LIGHTNING = ["落雷でサーバーが故障した", "雷でデータが消えた"]
PREMIUM = ["保険料はいくらですか", "年間の保険料の目安は"]


@pytest.fixture(scope="module")
def mean(real_encoder: Encoder) -> np.ndarray:
    """Of some of the shipped questions, as a release has it of all."""
    questions = [question for entry in shipped().values() for question in entry.questions[:4]]
    return real_encoder.encode(questions).mean(axis=0)


def groups(questions: list[str], encoder: Encoder, mean: np.ndarray) -> list[set[str]]:
    return [{questions[i] for i in group} for group in alike(encoder.encode(questions), mean)]


def test_other_words_for_the_same_are_one_group(real_encoder: Encoder, mean: np.ndarray) -> None:
    found = groups([*SWINDLE, *LIGHTNING, *PREMIUM, "😱"], real_encoder, mean)
    assert found == [set(SWINDLE), set(LIGHTNING), set(PREMIUM), {"😱"}]


def test_the_order_of_the_questions_changes_no_group(real_encoder: Encoder, mean: np.ndarray) -> None:
    mixed = [*LIGHTNING[:1], *SWINDLE[::-1], *PREMIUM, *LIGHTNING[1:]]
    assert {frozenset(group) for group in groups(mixed, real_encoder, mean)} == {
        frozenset(group) for group in (SWINDLE, LIGHTNING, PREMIUM)
    }


def test_of_a_group_the_most_central_stands_first() -> None:
    vectors = np.array([[1, 0.5], [1, 0], [1, -0.5]], dtype=np.float32)
    assert alike(vectors, np.zeros(2)) == [(1, 0, 2)]


def test_no_chain_of_small_steps_joins_what_differs() -> None:
    """Each is near its neighbours; the first and the last point to opposite sides."""
    angles = np.linspace(0, np.pi, 40)
    found = alike(np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32), np.zeros(2))
    assert not any({0, 39} <= set(group) for group in found)


@pytest.mark.parametrize("n", [0, 1, 2])
def test_few_questions_are_groups_too(n: int) -> None:
    assert alike(np.eye(3, dtype=np.float32)[:n], np.zeros(3)) == [(i,) for i in range(n)]


def test_the_same_question_twice_is_one_group_and_the_mean_itself_is_alone() -> None:
    vectors = np.array([[1, 0], [1, 0], [0, 0]], dtype=np.float32)
    assert alike(vectors, np.zeros(2)) == [(0, 1), (2,)]


def test_five_thousand_questions_are_grouped_in_time() -> None:
    vectors = np.random.default_rng(7).normal(size=(5000, 896)).astype(np.float32)
    started = time.process_time()
    assert sum(map(len, alike(vectors, np.zeros(896)))) == 5000
    assert time.process_time() - started < 4  # both cores' time; 1.5 s where nothing else runs
