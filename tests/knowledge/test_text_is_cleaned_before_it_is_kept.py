import pytest

from knowledge.domain.text import clean


def test_the_wording_is_left_as_it_was_written() -> None:
    assert clean("ＦＡＸを誤送信、ﾒｰﾙも❗ 大丈夫？") == "ＦＡＸを誤送信、ﾒｰﾙも❗ 大丈夫？"


def test_nul_is_removed() -> None:
    assert clean("情報\0漏えい") == "情報漏えい"


def test_a_lone_surrogate_is_removed() -> None:
    assert clean("漏えい\ud83d") == "漏えい"


def test_a_whole_emoji_is_kept() -> None:
    assert clean("漏えい😱") == "漏えい😱"


@pytest.mark.parametrize("control", ["\x07", "\x1b", "\x7f", "\r"])
def test_control_characters_are_removed(control: str) -> None:
    assert clean(f"賠償{control}金") == "賠償金"


def test_line_breaks_inside_are_kept() -> None:
    assert clean("一行目\n二行目") == "一行目\n二行目"


def test_space_around_is_removed_even_japanese_space() -> None:
    assert clean("　 保険料 \n") == "保険料"


def test_nothing_is_left_of_nothing_but_controls() -> None:
    assert clean("\0\ud800\x1b") == ""
