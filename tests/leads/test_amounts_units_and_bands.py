from decimal import Decimal

import pytest

from leads.domain.amounts import BANDS, Band, in_yen, read_band, read_unit, with_unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("円", "円"),
        ("千円", "千円"),
        ("万円", "万円"),
        ("百万円", "百万円"),
        ("億円", "億円"),
        ("万円です", "万円"),
        ("「万円」", None),
        ("千円です。", "千円"),
        ("百万", "百万円"),
        ("億", "億円"),
        ("単位は千円です", "千円"),
        ("万円単位です", "万円"),
        (" 億円 ", "億円"),
        ("500万円", None),
        ("万が一", None),
        ("ドル", None),
        ("はい", None),
        ("百円", None),
    ],
)
def test_a_unit_is_read_only_when_it_is_the_whole_text(text: str, unit: str | None) -> None:
    assert read_unit(text) == unit


@pytest.mark.parametrize(
    ("number", "unit", "yen"),
    [
        (500, "円", 500),
        (500, "千円", 500_000),
        (500, "万円", 5_000_000),
        (500, "百万円", 500_000_000),
        (5, "億円", 500_000_000),
        (Decimal("3.5"), "億円", 350_000_000),
        ("3.5", "百万円", 3_500_000),
    ],
)
def test_a_number_and_its_unit_make_yen(number: Decimal | int | str, unit: str, yen: int) -> None:
    assert with_unit(number, unit) == yen


@pytest.mark.parametrize(
    ("yen", "shown"),
    [
        (0, "0円"),
        (5_000, "5,000円"),
        (10_000, "10,000円(1万円)"),
        (350_000_000, "350,000,000円(3億5,000万円)"),
        (12_345_678, "12,345,678円(1,234万5,678円)"),
        (1_200_000_000_000, "1,200,000,000,000円(1兆2,000億円)"),
    ],
)
def test_an_amount_is_shown_in_digits_and_in_words(yen: int, shown: str) -> None:
    assert in_yen(yen) == shown


@pytest.mark.parametrize("band", BANDS, ids=lambda band: band.label)
def test_a_band_is_read_from_its_own_label(band: Band) -> None:
    assert read_band(band.label) is band


def test_the_bands_follow_each_other_without_a_gap() -> None:
    assert [band.high for band in BANDS[:-1]] == [band.low for band in BANDS[1:]]
    assert (BANDS[0].low, BANDS[-1].high) == (0, None)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("1億未満", "1億円未満"),
        ("１億円未満です", "1億円未満"),
        ("一億円未満", "1億円未満"),
        ("1億円以上、5億円未満", "1億円以上5億円未満"),
        ("1億〜5億", "1億円以上5億円未満"),
        ("1〜5億円", "1億円以上5億円未満"),
        ("5〜10億円", "5億円以上10億円未満"),
        ("５億～１０億円です", "5億円以上10億円未満"),
        ("5億から10億", "5億円以上10億円未満"),
        ("年商10億円以上50億円未満です", "10億円以上50億円未満"),
        ("50億~100億円未満", "50億円以上100億円未満"),
        ("五十億から百億", "50億円以上100億円未満"),
        ("100億以上", "100億円以上"),
        ("百億円以上です", "100億円以上"),
    ],
)
def test_a_band_is_read_in_other_writing(text: str, label: str) -> None:
    band = read_band(text)
    assert band is not None
    assert band.label == label


@pytest.mark.parametrize(
    "text",
    [
        "1億円",
        "1億以下",
        "1億超",
        "2億以上",
        "1億〜3億",
        "10億未満",
        "100億以上200億未満",
        "100億以下",
        "100億〜1,2億",
        "5億〜10億ドル",
        "1億円未満でも入れますか",
        "1億以上5社未満",
        "5〜10",
        "未満",
        "",
    ],
)
def test_what_is_not_exactly_a_band_is_none(text: str) -> None:
    assert read_band(text) is None
