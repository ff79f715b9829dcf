"""What a process has encoded lately it does not encode again."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import numpy as np
import pytest

from knowledge.domain.encoding.encoder import Encoder, Vectors
from knowledge.domain.encoding.remembering import Remembering
from tests.knowledge.fakes import FakeEncoder

PATIENCE = 10
"""Seconds after which a test has failed."""
ASKED = ["委託先から漏えいした", "FAXを誤送信した", "PCを置き忘れた"]


@pytest.fixture
def within() -> FakeEncoder:
    return FakeEncoder()


def test_a_text_asked_for_again_is_not_encoded_again(within: FakeEncoder) -> None:
    encoder = Remembering(within)
    first = encoder.encode(ASKED[:1])
    assert (encoder.encode(ASKED[:1]) == first).all()
    assert within.encoded == ASKED[:1]


def test_rows_come_in_the_order_of_the_texts_whatever_is_remembered(within: FakeEncoder) -> None:
    encoder = Remembering(within)
    encoder.encode([ASKED[1]])
    assert (encoder.encode([*ASKED, ASKED[0]]) == FakeEncoder().encode([*ASKED, ASKED[0]])).all()
    assert within.encoded == [ASKED[1], ASKED[0], ASKED[2]]


def test_what_was_asked_for_longest_ago_is_forgotten_first(within: FakeEncoder) -> None:
    encoder = Remembering(within, kept=2)
    for text in (ASKED[0], ASKED[1], ASKED[0], ASKED[2], ASKED[0], ASKED[1]):
        encoder.encode([text])
    assert within.encoded == [*ASKED, ASKED[1]]


def test_more_texts_than_it_keeps_are_encoded_without_being_kept(within: FakeEncoder) -> None:
    encoder = Remembering(within, kept=2)
    assert encoder.encode(ASKED).shape == (3, within.dimensions)
    encoder.encode(ASKED[:1])
    assert within.encoded == [*ASKED, ASKED[0]]


def test_no_texts_have_no_rows(within: FakeEncoder) -> None:
    assert Remembering(within).encode([]).shape == (0, within.dimensions)


def test_a_lone_half_of_a_letter_is_remembered_too(within: FakeEncoder) -> None:
    encoder = Remembering(within)
    assert (encoder.encode(["\ud83d"]) == encoder.encode(["\ud83d"])).all()


def test_it_is_the_same_encoder_to_whoever_reads_its_version(real_encoder: Encoder) -> None:
    remembering = Remembering(real_encoder)
    assert (remembering.version, remembering.dimensions) == (real_encoder.version, real_encoder.dimensions)
    assert np.array_equal(remembering.encode(ASKED), real_encoder.encode(ASKED))


class Halting(FakeEncoder):
    """Waits in the middle until it is let go, and may fail then."""

    def __init__(self, fails: bool = False) -> None:
        super().__init__()
        self.at_it, self.go_on, self.fails = Event(), Event(), fails

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.at_it.set()
        assert self.go_on.wait(PATIENCE)
        if self.fails:
            raise MemoryError
        return super().encode(texts)


def test_a_row_that_is_just_being_made_is_waited_for() -> None:
    within = Halting()
    encoder = Remembering(within)
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(encoder.encode, ASKED[:1])
        assert within.at_it.wait(PATIENCE)
        second = threads.submit(encoder.encode, ASKED[:1])
        within.go_on.set()
        assert (first.result(PATIENCE) == second.result(PATIENCE)).all()
    assert within.encoded == ASKED[:1]


def test_who_waits_for_a_row_that_cannot_be_made_hears_why_and_the_next_tries_again() -> None:
    within = Halting(fails=True)
    encoder = Remembering(within)
    within.go_on.set()
    with pytest.raises(MemoryError):
        encoder.encode(ASKED[:1])
    within.fails = False
    assert encoder.encode(ASKED[:1]).shape == (1, within.dimensions)
