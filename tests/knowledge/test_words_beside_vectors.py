"""The place that a text's words give it among the corpus' texts, and the table that a linear model over places is."""

import numpy as np
import pytest

from knowledge.domain.encoder import Vectors
from knowledge.domain.word_space import DIMENSIONS, SHARE, WordSpace, WordWeights, learn_word_space
from tests.knowledge.samples import a_corpus

TEXTS = [question for entry in a_corpus() for question in entry.questions]
ASKED = ["電車で書類をなくしました", "賠償金のお金は出ますか", "保険料 保険料 保険料", "xyzzy", "", "😱"]


@pytest.fixture(scope="module")
def learned() -> tuple[WordSpace, Vectors]:
    return learn_word_space(TEXTS)


@pytest.fixture(scope="module")
def space(learned: tuple[WordSpace, Vectors]) -> WordSpace:
    return learned[0]


@pytest.fixture(scope="module")
def model(space: WordSpace) -> Vectors:
    """Some linear model of four classes over places."""
    made: Vectors = np.random.default_rng(0).normal(size=(4, len(space.mean))).astype(np.float32)
    return made


@pytest.fixture(scope="module")
def table(space: WordSpace, model: Vectors) -> WordWeights:
    return space.weighted(model)


def test_the_places_learnt_are_those_that_the_space_gives_again(learned: tuple[WordSpace, Vectors]) -> None:
    space, places = learned
    assert np.allclose(space.places(TEXTS), places, atol=1e-5)


def test_the_places_lie_around_zero(learned: tuple[WordSpace, Vectors]) -> None:
    assert np.allclose(learned[1].mean(axis=0), 0, atol=1e-6)


def test_no_place_lies_further_out_than_its_share(space: WordSpace) -> None:
    from_the_mean = space.places(TEXTS) + SHARE * space.mean
    assert np.linalg.norm(from_the_mean, axis=1).max() <= SHARE + 1e-5


def test_texts_in_the_same_words_have_the_same_place(space: WordSpace) -> None:
    one, other = space.places(["ＰＣの引越し", "pcの引っ越し"])
    assert np.array_equal(one, other)


def test_a_small_corpus_has_fewer_directions_than_texts(space: WordSpace) -> None:
    assert len(space.mean) == len(TEXTS) - 1 < DIMENSIONS


def test_two_texts_are_enough() -> None:
    space, places = learn_word_space(["電車にPCを忘れた", "保険料はいくらですか"])
    assert places.shape == (2, 1)
    assert not np.allclose(places[0], places[1])
    assert space.axes.shape == (1, len(space.terms))


@pytest.mark.parametrize("text", TEXTS[::5] + ASKED)
def test_the_table_adds_what_the_model_makes_of_the_place(
    space: WordSpace, model: Vectors, table: WordWeights, text: str
) -> None:
    assert np.allclose(table.of(text), space.places([text])[0] @ model.T, atol=1e-4)


@pytest.mark.parametrize("text", ["xyzzy", "", "😱", "\0"])
def test_a_text_of_unknown_words_gets_the_offset(table: WordWeights, text: str) -> None:
    assert np.array_equal(table.of(text), table.offset)
    assert table.spoken(text, 0) == []


def test_an_unknown_word_beside_known_ones_changes_nothing(table: WordWeights) -> None:
    assert np.array_equal(table.of("保険料 xyzzy"), table.of("保険料"))


def test_the_words_that_spoke_add_up_to_what_was_said(table: WordWeights) -> None:
    added = sum(value for _, value in table.spoken("電車に書類を置き忘れた", 2))
    assert added + table.offset[2] == pytest.approx(table.of("電車に書類を置き忘れた")[2], abs=1e-4)


def test_the_strongest_word_is_named_first(table: WordWeights) -> None:
    values = [value for _, value in table.spoken("電車に書類を置き忘れた", 1)]
    assert values == sorted(values, reverse=True)
    assert len(values) > 1


def test_the_table_is_kept_small(table: WordWeights) -> None:
    assert table.rarity.dtype == table.weights.dtype == table.offset.dtype == np.float32
    assert table.weights.shape == (len(table.terms), 4)
