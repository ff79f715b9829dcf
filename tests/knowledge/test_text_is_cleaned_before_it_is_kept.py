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


@pytest.mark.parametrize("turn", ["\u061c", "\u200e", "\u200f", *map(chr, range(0x202A, 0x202F)), "\u2066", "\u2069"])
def test_what_turns_the_direction_of_writing_is_removed(turn: str) -> None:
    """It would turn what stands after it, too: on the pages of staff, in an e-mail, in a cell."""
    assert clean(f"株式会社{turn}山田gpj.exe") == "株式会社山田gpj.exe"


def test_letters_of_right_to_left_scripts_and_joined_emoji_are_kept() -> None:
    assert clean("مرحبا 👩‍💻") == "مرحبا 👩‍💻"


def test_line_breaks_inside_are_kept() -> None:
    assert clean("一行目\n二行目") == "一行目\n二行目"


def test_space_around_is_removed_even_japanese_space() -> None:
    assert clean("　 保険料 \n") == "保険料"


def test_nothing_is_left_of_nothing_but_controls() -> None:
    assert clean("\0\ud800\x1b") == ""
