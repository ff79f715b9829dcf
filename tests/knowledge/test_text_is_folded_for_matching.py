import pytest

from knowledge.domain.text import fold, has_words, key


def test_half_width_katakana_folds_with_its_voiced_marks_to_full_width() -> None:
    assert fold("ｻｲﾊﾞｰﾎｹﾝ") == "サイバーホケン"


def test_full_width_letters_and_digits_fold_to_half_width_lower_case() -> None:
    assert fold("ＩＳＭＳ ２７００１") == "isms 27001"


def test_any_run_of_spaces_folds_to_one() -> None:
    assert fold("保険料　 は\n\tいくら") == "保険料 は いくら"


def test_nul_and_lone_surrogates_fold_to_nothing() -> None:
    assert fold("\0\ud800") == ""


def test_folding_twice_changes_nothing_more() -> None:
    once = fold("　㈱ＡＢＣのｼｽﾃﾑ、①番　")
    assert fold(once) == once


@pytest.mark.parametrize(
    "other",
    ["身代金は払われますか", "身代金は払われますか?", "「身代金」は、払われますか!", " 身代金 は　払われますか😢"],
)
def test_questions_that_differ_only_in_punctuation_spaces_or_emoji_have_one_key(other: str) -> None:
    assert key(other) == key("身代金は払われますか？")


def test_questions_that_differ_only_in_width_and_case_have_one_key() -> None:
    assert key("ＰＣをﾅｸｼﾀ") == key("pcをナクシタ")


def test_the_long_vowel_mark_belongs_to_the_word() -> None:
    assert key("サーバー") != key("サバ")


def test_a_question_in_other_words_has_another_key() -> None:
    assert key("身代金は出ますか") != key("賠償金は出ますか")


@pytest.mark.parametrize("text", ["", "  ", "？！", "😢😢", "\0", "。。。"])
def test_a_text_without_letters_or_digits_has_no_words(text: str) -> None:
    assert not has_words(text)


@pytest.mark.parametrize("text", ["は？", "ＯＫ", "1", "ｱ"])
def test_a_single_letter_or_digit_is_a_word(text: str) -> None:
    assert has_words(text)
