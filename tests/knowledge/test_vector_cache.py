import numpy as np
import pytest
from pytest_django import DjangoAssertNumQueries

from knowledge import vectors
from knowledge.models import Vector
from knowledge.vectors import encode_cached
from tests.knowledge.fakes import FakeEncoder

pytestmark = pytest.mark.django_db
QUESTIONS = ["PCを忘れた", "FAXの誤送信", "賠償金"]


def test_the_rows_are_those_of_the_encoder_in_the_order_asked() -> None:
    encoder = FakeEncoder()
    assert (encode_cached(encoder, QUESTIONS) == FakeEncoder().encode(QUESTIONS)).all()
    assert (encode_cached(encoder, QUESTIONS[::-1]) == FakeEncoder().encode(QUESTIONS[::-1])).all()


def test_a_second_call_encodes_nothing() -> None:
    encoder = FakeEncoder()
    encode_cached(encoder, QUESTIONS)
    encode_cached(encoder, QUESTIONS)
    assert encoder.encoded == QUESTIONS


def test_only_what_is_new_is_encoded() -> None:
    encoder = FakeEncoder()
    encode_cached(encoder, QUESTIONS[:2])
    encoder.encoded.clear()
    encode_cached(encoder, QUESTIONS)
    assert encoder.encoded == ["賠償金"]


def test_a_text_that_stands_twice_is_encoded_once() -> None:
    encoder = FakeEncoder()
    rows = encode_cached(encoder, ["賠償金", "賠償金"])
    assert encoder.encoded == ["賠償金"]
    assert (rows[0] == rows[1]).all()


def test_another_version_of_the_encoder_does_not_read_the_old_rows() -> None:
    encode_cached(FakeEncoder("1"), QUESTIONS)
    newer = FakeEncoder("2")
    encode_cached(newer, QUESTIONS)
    assert newer.encoded == QUESTIONS


def test_rows_are_float32() -> None:
    encoder = FakeEncoder()
    assert encode_cached(encoder, QUESTIONS).dtype == np.float32
    assert encode_cached(encoder, QUESTIONS).dtype == np.float32


def test_texts_are_told_apart_exactly_even_by_a_nul_or_a_space() -> None:
    encode_cached(FakeEncoder(), ["賠償 金", "賠償金", "賠償\0金"])
    assert Vector.objects.count() == 3


def test_known_texts_are_read_in_chunks_and_not_one_by_one(
    django_assert_num_queries: DjangoAssertNumQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "CHUNK", 2)
    encoder = FakeEncoder()
    encode_cached(encoder, QUESTIONS)
    with django_assert_num_queries(2):
        rows = encode_cached(encoder, QUESTIONS)
    assert (rows == FakeEncoder().encode(QUESTIONS)).all()


def test_no_texts_give_no_rows() -> None:
    assert len(encode_cached(FakeEncoder(), [])) == 0
