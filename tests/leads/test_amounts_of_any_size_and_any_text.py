from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from leads.domain.amounts import Amount, NoUnit, in_yen, read_amount, read_band, read_unit

MOST = 10**13
MYRIAD, THOUSAND, MILLION, OKU = 10**4, 10**3, 10**6, 10**8
WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)} | {" ": "\u3000"})
KANJI = "〇一二三四五六七八九"


def multiples(of: int) -> st.SearchStrategy[int]:
    return st.integers(1, MOST // of).map(lambda number: number * of)


def in_kanji(number: int) -> str:
    """三億五千万 for a multiple of 10,000."""
    written = ""
    for unit, size in (("兆", 10**12), ("億", OKU), ("万", MYRIAD)):
        part = number // size % MYRIAD
        digits = zip("千百十", (1000, 100, 10), strict=True)
        section = "".join(
            (KANJI[part // power % 10] if part // power % 10 > 1 else "") + name
            for name, power in digits
            if part // power % 10
        ) + (KANJI[part % 10] if part % 10 else "")
        written += section + unit if part else ""
    return written


def yen_of(text: str) -> int | None:
    amount = read_amount(text)
    return amount.yen if isinstance(amount, Amount) else None


@settings(deadline=None)
@given(st.integers(1, MOST))
def test_any_number_of_yen_is_read_in_every_plain_writing(yen: int) -> None:
    grouped = f"{yen:,}"
    styles = (f"{yen}円", f"{grouped}円", f"¥{grouped}", f"約{grouped}円くらいです", f"年商は{grouped}円（税抜）です")
    assert {style: yen_of(style) for style in styles} == dict.fromkeys(styles, yen)


@settings(deadline=None)
@given(multiples(MYRIAD))
def test_any_multiple_of_ten_thousand_is_read_in_arabic_and_in_kanji_numerals(yen: int) -> None:
    short = in_yen(yen).partition("(")[2].rstrip("円)")
    kanji = in_kanji(yen)
    exact = f"{Decimal(yen) / OKU:f}億円"
    styles = (
        exact,
        short,
        f"{short}円",
        f"売上は{short.replace(',', '')}ほどです",
        kanji,
        f"{kanji}円",
        f"{yen // MYRIAD:,}万円",
    )
    assert {style: yen_of(style) for style in styles} == dict.fromkeys(styles, yen)


@settings(deadline=None)
@given(multiples(THOUSAND))
def test_any_number_of_thousands_is_read(yen: int) -> None:
    assert yen_of(f"{yen // THOUSAND:,}千円") == yen_of(f"{yen // THOUSAND}千円") == yen


@settings(deadline=None)
@given(multiples(MILLION))
def test_any_number_of_millions_is_read(yen: int) -> None:
    assert yen_of(f"{yen // MILLION:,}百万円") == yen_of(f"{yen // MILLION}百万") == yen


@settings(deadline=None)
@given(multiples(MYRIAD))
def test_an_echoed_amount_reads_the_same(yen: int) -> None:
    assert yen_of(in_yen(yen)) == yen


@settings(deadline=None)
@given(st.integers(1, 10**12))
def test_a_bare_number_of_any_size_stays_without_a_unit(number: int) -> None:
    said = read_amount(f"{number}です")
    assert isinstance(said, NoUnit)
    assert said.number == number


@settings(deadline=None)
@given(st.text(max_size=1000))
@example("\ud800３億")
@example("0" * 1000)
@example("3億5," * 200)
def test_no_text_raises(text: str) -> None:
    read_amount(text)
    read_band(text)
    read_unit(text)


@settings(deadline=None)
@given(st.text(alphabet="0123456789,.千百十万億兆円約年商売上~-、 くらい以上", max_size=20))
def test_full_width_reads_like_half_width(text: str) -> None:
    plain, wide = read_amount(text), read_amount(text.translate(WIDE))
    assert type(plain) is type(wide)
    assert (yen_of(text), getattr(plain, "number", None)) == (
        yen_of(text.translate(WIDE)),
        getattr(wide, "number", None),
    )


@settings(deadline=None)
@given(st.text(alphabet="0123456789,.千百十万億兆円約二三〇年商売上~-、 くらい以上", max_size=20))
def test_what_is_said_is_part_of_the_text(text: str) -> None:
    amount = read_amount(text)
    assert amount is None or amount.said in text


@settings(deadline=None)
@given(st.text(alphabet="年商売上は約万億兆円です。くらいまだないなしABCkm¥$~-・、 保険会社数", max_size=30))
def test_no_amount_comes_from_a_text_without_numerals(text: str) -> None:
    assert not yen_of(text)
    assert not isinstance(read_amount(text), NoUnit)


@settings(deadline=None)
@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from("〜～~-ー・、,/ "))
def test_two_numbers_before_one_unit_are_never_one_amount(low: int, high: int, between: str) -> None:
    assert yen_of(f"{low}{between}{high}億円") is None


@settings(deadline=None)
@given(st.integers(1, 999), st.integers(1, 9999))
def test_a_rest_without_its_unit_is_never_taken(oku: int, rest: int) -> None:
    assert yen_of(f"{oku}億{rest}") is None
    assert yen_of(f"{oku}億{rest}円") is None


@pytest.mark.parametrize("piece", ["1", "1 ", "0-", "三の", "億", "3億は", "です、", "売上", "a@", "年目で"])
def test_a_thousand_characters_of_junk_are_read_at_once(piece: str) -> None:
    assert yen_of((piece * 1000)[:1000]) is None
