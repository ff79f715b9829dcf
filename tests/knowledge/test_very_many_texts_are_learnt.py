"""More texts than are encoded or weighed together are learnt in parts, as if they were learnt at once."""

import numpy as np
import pytest

from knowledge.domain.matching import lesson, word_space
from knowledge.domain.matching.lesson import Lesson, learn
from knowledge.domain.matching.word_space import learn_word_space
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import a_corpus

TEXTS = [question for entry in a_corpus() for question in entry.questions]


def learnt() -> Lesson:
    return learn(a_corpus(), FakeEncoder().encode)


def test_texts_encoded_in_parts_have_the_same_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = learnt()
    monkeypatch.setattr(lesson, "AT_ONCE", 4)
    assert np.array_equal(learnt().rows, at_once.rows)


def test_texts_that_the_space_was_not_learnt_from_have_a_place_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_space, "LEARNT", len(TEXTS) // 2)
    space, places = learn_word_space(TEXTS)
    assert len(places) == len(TEXTS)
    assert np.array_equal(places, space.places(TEXTS))
    assert not np.array_equal(places[1], places[3])
