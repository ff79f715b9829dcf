"""Nothing a visitor can type stops the real encoders."""

import numpy as np
import pytest

from knowledge.domain.encoding.encoder import Encoder, Usem3

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def usem3() -> Encoder:
    return Usem3()


ODD = {
    "nothing": "",
    "spaces": "　 \n",
    "NUL": "\0",
    "NUL within": "情報\0漏えい",
    "emoji": "😱😢",
    "family emoji": "👨‍👩‍👧🇯🇵",
    "lone surrogate": "\ud83d",
    "zero width": "\u200b\ufeff",
    "punctuation": "？！…",
    "half-width katakana": "ｼﾞｮｳﾎｳﾛｳｴｲ",
    "right to left": "تأمين",
    "combining marks": "か\u3099" * 30,
    "unknown kanji": "𠮷野家𩸽",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_an_odd_text_has_a_finite_row_of_length_one(real_encoder: Encoder, text: str) -> None:
    [row] = real_encoder.encode([text])
    assert np.isfinite(row).all()
    assert np.linalg.norm(row) == pytest.approx(1, abs=1e-5)


def test_a_thousand_characters_have_a_finite_row(real_encoder: Encoder) -> None:
    [row] = real_encoder.encode(["委託先から名簿が漏れました。" * 72])
    assert np.isfinite(row).all()


def test_of_a_long_text_the_beginning_and_the_end_are_read(usem3: Encoder) -> None:
    sentence = "{}番目の書類が倉庫から見つからず、担当の者に尋ねています。".format
    beginning, middle, end = ("".join(map(sentence, range(first, first + 15))) for first in (10, 30, 50))
    short, long = beginning + end, beginning + middle + end
    assert (usem3.encode([short])[0] == usem3.encode([long])[0]).all()


def test_a_letter_repeated_without_end_is_read_as_a_few(real_encoder: Encoder) -> None:
    assert (real_encoder.encode(["あ" * 1000])[0] == real_encoder.encode(["あああ"])[0]).all()


@pytest.mark.parametrize("piece", ["委託先に預けたデータが漏えい", "。、!?…", "漏えい、привет、한국어、"], ids=ascii)
def test_a_piece_repeated_without_end_is_read_once(usem3: Encoder, piece: str) -> None:
    assert (usem3.encode([piece * 50])[0] == usem3.encode([piece])[0]).all()


def test_what_is_said_twice_is_read_twice(usem3: Encoder) -> None:
    assert (usem3.encode(["もしもし、もしもし、"])[0] != usem3.encode(["もしもし、"])[0]).any()


@pytest.mark.parametrize(("one", "other"), [("ｼﾞｮｳﾎｳﾛｳｴｲ", "ジョウホウロウエイ"), ("ＦＡＸ　誤送信", "fax 誤送信")])
def test_width_and_case_do_not_change_the_row(real_encoder: Encoder, one: str, other: str) -> None:
    assert (real_encoder.encode([one])[0] == real_encoder.encode([other])[0]).all()
