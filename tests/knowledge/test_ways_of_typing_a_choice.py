"""Every way that people write a place among the choices, or that none of them fits."""

import pytest

from knowledge.domain.choosing import chosen, is_none
from tests.knowledge.samples import a_corpus

OFFERED = a_corpus()[:3]
FIRST, SECOND, THIRD = (entry.id for entry in OFFERED)


@pytest.mark.parametrize(
    ("texts", "entry_id"),
    [
        (["1", "一", "ひとつ", "ひとつめ", "1番", "1つ目", "1の方", "1です", "1で", "1かな", "１。"], FIRST),
        (["2", "二", "ふたつ", "二番目", "2個目", "2め", "2目", "2のほう", "2つめです", "2番目のやつ"], SECOND),
        (["3", "三", "みっつ", "みっつ目", "3番の方です", "三つめの", "3!", "３、"], THIRD),
    ],
)
def test_a_place_is_written_in_many_ways(texts: list[str], entry_id: str) -> None:
    assert {text: chosen(text, OFFERED) for text in texts} == dict.fromkeys(texts, entry_id)


@pytest.mark.parametrize(
    "text", ["1、2", "12", "1回", "第1", "1年", "一つの会社", "三社です", "2番線", "n", "0", "4番"]
)
def test_a_number_of_something_else_is_no_place(text: str) -> None:
    assert chosen(text, OFFERED) is None


def test_the_last_place_offered_can_be_chosen_and_none_after_it() -> None:
    assert [chosen(text, OFFERED[:1]) for text in ("1", "2", "3")] == [FIRST, None, None]


def test_an_entry_without_an_alias_is_named_by_its_title() -> None:
    assert [chosen(entry.title, OFFERED) for entry in OFFERED] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "text",
    [
        "どれでもない",
        "どれもない",
        "どちらでもありません",
        "どちらも違う",
        "どれも違います",
        "どれもちがう",
        "いずれもちがいます",
        "どれも当てはまらない",
        "いずれも当てはまりません",
        "どれでもないです",
        "どれでもないな。",
        "どれでもないよ!",
        "どれでもないかな?",
        "わからない",
        "分からない",
        "わからん",
        "よく分かりません",
        "どれかわからないです",
        "どれかよく分からないな",
        "わからないよ",
        "わからないですけど",
        "わかりません",
    ],
)
def test_that_none_fits_is_said_in_many_ways(text: str) -> None:
    assert is_none(text)


@pytest.mark.parametrize(
    "text", ["どれでもいいです", "どれもない場合は", "原因がわからない", "違います", "ない", "どれ"]
)
def test_another_sentence_does_not_say_that_none_fits(text: str) -> None:
    assert not is_none(text)
