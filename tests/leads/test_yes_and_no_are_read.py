"""Yes and no in the usual words; whatever says more is neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.yes_no import read_yes_no

YES = [
    "はい",
    "はい。",
    "はい！",
    "ハイ",
    "ﾊｲ",
    "はいはい",
    "はーい",
    "うん",
    "うん、そう",
    "ええ",
    "ええ、そうです",
    "そうです",
    "そうですね",
    "そうだよ",
    "はい、そうです",
    "はいそうです",
    "その通りです",
    "そのとおり",
    "おっしゃる通りです",
    "OK",
    "ＯＫ",
    "ok です",
    "OKです！",
    "オーケーです",
    "合ってます",
    "合っています",
    "あってます",
    "はい、合っています",
    "金額は合っています",
    "間違いない",
    "間違いないです",
    "間違いありません",
    "はい、間違いございません",
    "相違ありません",
    "問題ないです",
    "問題ありません",
    "大丈夫です",
    "それでいいです",
    "それで大丈夫です",
    "これでお願いします",
    "その金額で合っています",
    "はい、お願いします",
    "よろしくお願いします",
    "正しいです",
    "もちろんです",
    "了解です",
    "承知しました",
    "同意します",
    "はい、同意します",
    "yes",
    "Yes.",
    "y",
    "👍",
    "👍🏻",
    "○",
]
NO = [
    "いいえ",
    "いいえ。",
    "いえ",
    "いえいえ",
    "いや、違います",
    "いやです",
    "違います",
    "違う",
    "ちがう",
    "ちがいます",
    "違いますよ",
    "いいえ、違います",
    "いいえちがいます",
    "ううん",
    "NO",
    "Ｎｏ",
    "no!",
    "n",
    "ノー",
    "だめです",
    "合っていません",
    "合ってない",
    "間違いです",
    "間違っています",
    "間違ってます",
    "間違えました",
    "正しくないです",
    "そうではありません",
    "そうじゃない",
    "同意しません",
    "同意できません",
    "訂正します",
    "修正したいです",
    "×",
    "👎",
]
NEITHER = [
    "",
    "。",
    "はい、でも売上は5億です",
    "はい、ただし税抜です",
    "はいですが、3億です",
    "いいえ、5億です",
    "いえ、3億5千万円です",
    "違います、佐藤ではなく田中です",
    "はい、違います",
    "いいえ、合っています",
    "はいいいえ",
    "結構です",
    "いいです",
    "たぶん",
    "わかりません",
    "どちらでもない",
    "3億円です",
    "株式会社はい",
    "はいばら商店",
    "そう思います",
    "ノーコードです",
    "はい？",
    "合ってますか",
    "違いますか？",
    "OKですか",
    "間違いないですか",
    "補償されますか",
    "はいと言えば補償されますか",
    "いいえと言ったらどうなりますか",
    "はい" * 40,
    "そうそうそうそうそうそうそうそうそうそうそうそうそうなんですか",
]


@pytest.mark.parametrize("text", YES)
def test_a_yes_is_read(text: str) -> None:
    assert read_yes_no(text) is True


@pytest.mark.parametrize("text", NO)
def test_a_no_is_read(text: str) -> None:
    assert read_yes_no(text) is False


@pytest.mark.parametrize("text", NEITHER)
def test_what_says_more_or_something_else_is_neither(text: str) -> None:
    assert read_yes_no(text) is None


@given(st.text(max_size=200) | st.text(alphabet="はいえうんそです、。yno", max_size=30))
def test_any_text_can_be_read(text: str) -> None:
    assert read_yes_no(text) in {True, False, None}
