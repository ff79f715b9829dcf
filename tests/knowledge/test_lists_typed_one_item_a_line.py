import pytest

from knowledge.domain.lines import as_lines, lines_of


@pytest.mark.parametrize(
    ("typed", "items"),
    [
        ("委託先から漏れた\r\n\r\n 　 \n外注先の漏えい\n", ["委託先から漏れた", "外注先の漏えい"]),
        (
            "・委託先から漏れた\n･ 外注先\n● 業者\n- 下請け\n–　孫請け\n* 再委託",
            ["委託先から漏れた", "外注先", "業者", "下請け", "孫請け", "再委託"],
        ),
        ("・・二重の点", ["二重の点"]),
        ("-5度の倉庫で壊れた", ["-5度の倉庫で壊れた"]),
        ("ーから始まる", ["ーから始まる"]),
        ("100-200人の会社", ["100-200人の会社"]),
        ("・\n-\n", []),
        ("", []),
        ("\0制御\x07文字", ["制御文字"]),
    ],
)
def test_a_line_is_an_item_without_its_bullet(typed: str, items: list[str]) -> None:
    assert lines_of(typed) == items


def test_an_item_with_a_line_break_stays_one() -> None:
    assert lines_of(as_lines(["一行目\n二行目", "別"])) == ["一行目 二行目", "別"]
