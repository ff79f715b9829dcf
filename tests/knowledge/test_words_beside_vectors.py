"""The place that a text's words give it among the corpus' texts."""

import numpy as np
import pytest

from knowledge.domain.encoding.encoder import Vectors
from knowledge.domain.matching.word_space import DIMENSIONS, SHARE, WordSpace, learn_word_space
from tests.knowledge.samples import a_corpus

TEXTS = [question for entry in a_corpus() for question in entry.questions]


@pytest.fixture(scope="module")
def learned() -> tuple[WordSpace, Vectors]:
    return learn_word_space(TEXTS)


@pytest.fixture(scope="module")
def space(learned: tuple[WordSpace, Vectors]) -> WordSpace:
    return learned[0]


@pytest.fixture(scope="module")
def klass(space: WordSpace) -> Vectors:
    """Some class' weights over places."""
    made: Vectors = np.random.default_rng(0).normal(size=len(space.mean)).astype(np.float32)
    return made


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
    assert space.axes.shape == (len(space.terms), 1)


@pytest.mark.parametrize("text", ["xyzzy", "", "😱", "\0"])
def test_a_text_of_unknown_words_lies_where_no_text_does(space: WordSpace, klass: Vectors, text: str) -> None:
    assert np.allclose(space.place(text), -SHARE * space.mean)
    assert space.spoken(text, klass) == []


def test_an_unknown_word_beside_known_ones_changes_nothing(space: WordSpace) -> None:
    assert np.array_equal(space.place("保険料 xyzzy"), space.place("保険料"))


@pytest.mark.parametrize("text", TEXTS[::5])
def test_the_words_that_spoke_add_up_to_what_was_said(space: WordSpace, klass: Vectors, text: str) -> None:
    added = sum(value for _, value in space.spoken(text, klass))
    assert added - SHARE * float(space.mean @ klass) == pytest.approx(float(space.place(text) @ klass), abs=1e-4)


def test_the_strongest_word_is_named_first(space: WordSpace, klass: Vectors) -> None:
    values = [value for _, value in space.spoken("電車に書類を置き忘れた", klass)]
    assert values == sorted(values, reverse=True)
    assert len(values) > 1


def test_the_space_is_kept_small(space: WordSpace) -> None:
    assert space.rarity.dtype == space.axes.dtype == space.mean.dtype == np.float32
