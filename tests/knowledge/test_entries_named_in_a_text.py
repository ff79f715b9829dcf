"""Titles and aliases found in what a visitor writes, in any spelling of their words."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from knowledge.domain.names import Named, Names
from knowledge.domain.text import fold
from tests.knowledge.samples import a_corpus, an_entry

NAMES = Names([*a_corpus(), an_entry(aliases=["見舞金"]), an_entry(id="cost.damages", title="損害賠償金")])


def named(text: str) -> list[str]:
    return [found.entry_id for found in NAMES.find(text)]


def test_an_entry_is_named_by_its_title() -> None:
    assert named("原因・被害範囲調査費用は出ますか") == ["cost.investigation"]


def test_an_entry_is_named_by_an_alias() -> None:
    assert named("見舞金は出ますか") == ["cost.condolence"]


@pytest.mark.parametrize("text", ["お問い合わせ", "お問合せ", "お問い合せ", "お問合わせはどこですか"])
def test_the_spelling_of_a_name_does_not_matter(text: str) -> None:
    assert named(text) == ["flow.inquiry"]


@pytest.mark.xfail(strict=True, reason="before a comma the noun is read as a verb (問い合わせる), another normal form")
def test_a_name_is_found_before_a_comma_too() -> None:
    assert named("お問い合わせ、見舞金について知りたい") == ["flow.inquiry", "cost.condolence"]


@pytest.mark.parametrize("text", ["ﾒｰﾙやＦＡＸの誤送信とは", "メールやfaxの誤送信"])
def test_width_and_case_do_not_matter(text: str) -> None:
    assert named(text) == ["scenario.missent_mail"]


def test_names_are_found_in_the_order_of_the_text() -> None:
    assert named("お問い合わせの前に、見舞金と保険料を知りたい") == [
        "flow.inquiry",
        "cost.condolence",
        "silent.premium",
    ]


def test_an_entry_named_twice_is_found_twice() -> None:
    assert named("見舞金と見舞金") == ["cost.condolence", "cost.condolence"]


def test_where_names_overlap_the_longest_counts() -> None:
    assert named("法律上の損害賠償金") == ["liability.legal_damages"]
    assert named("損害賠償金") == ["cost.damages"]


def test_the_characters_found_are_those_of_the_folded_text() -> None:
    text = "　ＡＢＣ社への\n\n見舞金は?"
    [found] = NAMES.find(text)
    assert found == Named(7, 10, "cost.condolence")
    assert fold(text)[found.start : found.end] == "見舞金"


@pytest.mark.parametrize("text", ["", "  ", "😱", "\0\ud83d", "PCをなくしました", "損害賠償金額"])
def test_a_text_that_names_nothing_finds_nothing(text: str) -> None:
    assert NAMES.find(text) == []


def test_a_name_of_nothing_but_control_characters_does_no_harm() -> None:
    entry = an_entry(aliases=["見舞金"]).model_copy(update={"aliases": ("\0", "見舞金")})
    assert [found.entry_id for found in Names([entry]).find("見舞金")] == ["cost.condolence"]


def test_a_very_long_text_is_read_as_far_as_any_message_goes() -> None:
    assert named("見舞金。" + "あ" * 100_000 + "お問い合わせ") == ["cost.condolence"]


def test_without_entries_nothing_is_named() -> None:
    assert Names([]).find("見舞金") == []


def test_several_threads_find_what_one_finds() -> None:
    texts = ["見舞金とお問い合わせ", "法律上の損害賠償金", "PCをなくしました", "保険料は"] * 25
    alone = [named(text) for text in texts]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(named, texts)) == alone
