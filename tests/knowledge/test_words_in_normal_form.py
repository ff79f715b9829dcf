"""Spelling variants are one word; any text at all can be read, by several threads at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from knowledge.domain.text import LONGEST
from knowledge.domain.words import ends_in_noun, terms, words
from tests.knowledge.samples import a_corpus


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("取引き", "取引"),
        ("引越し", "引っ越し"),
        ("問い合わせ", "問合せ"),
        ("サーバー", "サーバ"),
        ("ｻｲﾊﾞｰ保険", "サイバー保険"),
        ("ＰＣを紛失", "pcを紛失"),
    ],
)
def test_spelling_variants_are_the_same_words(one: str, other: str) -> None:
    assert words(one) == words(other) != []


def test_words_stand_in_the_order_of_the_text_with_its_punctuation() -> None:
    assert words("保険金は出ますか?") == ["保険", "金", "は", "出る", "ます", "か", "?"]


def test_spaces_are_no_words() -> None:
    assert words("ＰＣを　紛失\n") == words("PCを紛失") == ["PC", "を", "紛失"]


@pytest.mark.parametrize("text", ["", "   ", "\0", "\ud83d"])
def test_a_text_of_nothing_has_no_words(text: str) -> None:
    assert words(text) == terms(text) == []
    assert not ends_in_noun(text)


@pytest.mark.parametrize("text", ["😱", "😱\ud83d🙏", "あ" * 100_000, "𠮷野家", "ﷺ" * 3000])
def test_any_text_can_be_read(text: str) -> None:
    assert words(text)


def test_no_more_is_read_of_a_text_than_a_visitor_may_send() -> None:
    assert "".join(words("漢" * (LONGEST + 50))) == "漢" * LONGEST


def test_terms_are_the_words_and_each_pair_of_neighbours() -> None:
    assert terms("PCを紛失") == ["PC", "を", "紛失", "PC_を", "を_紛失"]


def test_a_single_word_has_no_neighbour() -> None:
    assert terms("パソコン") == ["パソコン"]


@pytest.mark.parametrize("text", ["海外", "委託先の社員", "社長さん", "これ", "3台", "業務中", "海外 ", "ＰＣ"])
def test_a_noun_or_its_ending_may_stand_last(text: str) -> None:
    assert ends_in_noun(text)


@pytest.mark.parametrize("text", ["盗まれた", "海外で", "きれい", "海外。", "補償されますか"])
def test_a_verb_a_particle_or_a_mark_is_no_noun(text: str) -> None:
    assert not ends_in_noun(text)


def test_several_threads_read_what_one_reads() -> None:
    texts = [question for entry in a_corpus() for question in entry.questions] * 10
    alone = [(words(text), ends_in_noun(text)) for text in texts]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda text: (words(text), ends_in_noun(text)), texts))
    assert together == alone
