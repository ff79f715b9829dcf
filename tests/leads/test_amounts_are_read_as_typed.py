import csv
from pathlib import Path

import pytest

from leads.domain.amounts import Amount, NoUnit, Vague, read_amount

WRITTEN = Path(__file__).with_name("amounts.tsv")
FEWEST = 320


def cases() -> list[tuple[str, str]]:
    with WRITTEN.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["text"], row["expected"]) for row in rows]


def reading(text: str) -> str:
    """As in the table: yen | vague | unit:<number> | none."""
    match read_amount(text):
        case Amount(yen, _):
            return str(yen)
        case NoUnit(number, _):
            return f"unit:{number}"
        case Vague():
            return "vague"
        case None:
            return "none"


@pytest.mark.parametrize(("text", "expected"), cases(), ids=lambda value: value)
def test_an_amount_is_read_as_typed_or_asked_again(text: str, expected: str) -> None:
    assert reading(text) == expected


def test_there_are_many_ways_of_writing() -> None:
    texts = [text for text, _ in cases()]
    assert len(set(texts)) == len(texts) >= FEWEST


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("年商は約３億５千万円くらいです", "約３億５千万円くらい"),
        ("１０億ｸﾗｲかな", "１０億ｸﾗｲ"),
        ("㈱みどり、売上高 ￥３，０００，０００（税別）です", "￥３，０００，０００（税別）"),
        ("弐千萬円", "弐千萬円"),
        ("だいたい２～３億です", "だいたい２～３億"),
        ("売上は500です", "500"),
        (" 売上はまだない ", "売上はまだない"),
    ],
)
def test_what_was_said_is_kept_as_it_was_typed(text: str, said: str) -> None:
    amount = read_amount(text)
    assert amount is not None
    assert amount.said == said


@pytest.mark.parametrize("text", ["3億\n5000万", "売上3億円\n利益5000万円"])
def test_amounts_on_two_lines_are_two_amounts(text: str) -> None:
    assert isinstance(read_amount(text), Vague)
