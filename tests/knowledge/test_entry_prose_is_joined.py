from tests.knowledge.samples import an_entry


def test_japanese_lines_are_joined_without_a_space() -> None:
    assert an_entry(answer="調べるお金が、\n  この費用です。").answer == "調べるお金が、この費用です。"


def test_the_space_around_a_latin_word_is_kept() -> None:
    assert an_entry(answer="PC や server の代金").answer == "PC や server の代金"


def test_the_note_on_boundaries_is_joined_too() -> None:
    assert (
        an_entry(boundary_note="盗難の場合は、\n書かれていません。").boundary_note == "盗難の場合は、書かれていません。"
    )


def test_control_characters_do_not_reach_the_visitor() -> None:
    assert an_entry(answer="調査の\0費用です。").answer == "調査の費用です。"
