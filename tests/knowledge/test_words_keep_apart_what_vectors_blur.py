from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from knowledge.domain.words import NormalForms

WORDS = NormalForms()


def likeness(one: str, other: str) -> float:
    first, second = WORDS.encode([one, other])
    return float(first @ second)


def test_spellings_of_one_word_are_one() -> None:
    assert likeness("引っ越しの費用", "引越しの費用") == pytest.approx(1)


def test_half_width_katakana_is_the_same_word() -> None:
    assert likeness("ﾒｰﾙの誤送信", "メールの誤送信") == pytest.approx(1)


def test_theft_is_not_loss() -> None:
    assert likeness("パソコンを盗まれた", "パソコンを紛失した") < 0.8


def test_other_words_share_little() -> None:
    assert abs(likeness("保険料はいくらですか", "委託先から漏えいした")) < 0.3


@pytest.mark.parametrize("text", ["", "\x00", "😱", "。", "あ" * 1000, "\ud800"])
def test_any_text_gives_a_row_of_length_one(text: str) -> None:
    (row,) = WORDS.encode([text])
    assert np.linalg.norm(row) == pytest.approx(1)


def test_threads_may_share_it() -> None:
    texts = [f"委託先{number}社から情報が漏えいした" for number in range(40)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: WORDS.encode([text])[0], texts))
    assert np.array_equal(np.array(together), WORDS.encode(texts))
