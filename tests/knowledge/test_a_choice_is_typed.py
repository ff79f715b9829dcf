"""What was offered as buttons is chosen by typing as well: by its place, its title or an alias; or nothing of it is."""

import pytest

from knowledge.domain.choosing import chosen, is_none
from tests.knowledge.samples import a_corpus, an_entry

OFFERED = [
    *a_corpus()[:2],
    an_entry(id="cost.advertising", title="広告宣伝活動費用", aliases=["お詫び広告"], questions=["お詫びの広告は"]),
]
FIRST, SECOND, THIRD = (entry.id for entry in OFFERED)


@pytest.mark.parametrize(
    ("text", "entry_id"),
    [
        ("1", FIRST),
        ("２", SECOND),
        ("一番目です", FIRST),
        ("二つ目の方で", SECOND),
        ("ふたつめ", SECOND),
        ("2番の方でお願いします", SECOND),
        ("みっつめのやつ。", THIRD),
        ("メールやFAXの誤送信", SECOND),
        ("メールやＦＡＸの誤送信", SECOND),
        ("お詫び広告", THIRD),
    ],
)
def test_an_offered_entry_is_named_by_its_place_or_its_title(text: str, entry_id: str) -> None:
    assert chosen(text, OFFERED) == entry_id


@pytest.mark.parametrize("text", ["4", "10", "メール", "見舞金", "二人で行きました", ""])
def test_what_names_none_of_them_chooses_nothing(text: str) -> None:
    assert chosen(text, OFFERED) is None


def test_a_place_that_was_not_offered_chooses_nothing() -> None:
    assert chosen("三番目", OFFERED[:2]) is None


@pytest.mark.parametrize(
    "text", ["どれでもない", "どちらも違います", "いずれも当てはまりません。", "よくわからないです"]
)
def test_none_of_them_can_be_said(text: str) -> None:
    assert is_none(text)


@pytest.mark.parametrize("text", ["どれですか", "2", "わからない書類がある", ""])
def test_what_says_something_else_is_not_none_of_them(text: str) -> None:
    assert not is_none(text)
