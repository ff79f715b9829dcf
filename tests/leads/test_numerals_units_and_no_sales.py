"""Numerals and units at the edges of what is surely one number; and every way to say that there are no sales."""

from decimal import Decimal

import pytest

from leads.domain.amounts import in_yen, read_unit, with_unit
from leads.domain.amounts_text import folded
from leads.domain.amounts_zero import LONGEST
from tests.leads.test_amounts_are_read_as_typed import reading

WRITTEN = {
    "100兆円": "100000000000000",
    "100兆1億円": "vague",
    "101兆円": "vague",
    "100000000000000円": "100000000000000",
    "5センマン円": "50000000",
    "5センマン": "50000000",
    "5センエン": "5000",
    "5セン円": "5000",
    "5セン万円": "50000000",
    "5せんまん": "50000000",
    "5せんえん": "5000",
    "5せん円": "5000",
    "5せん万円": "50000000",
    "5センです": "none",
    "5せんです": "unit:5",
    "3マンション": "none",
    "3オクターブ": "none",
    "500マンエン": "5000000",
    "3オクエン": "300000000",
    "3オク": "300000000",
    "3おくえん": "300000000",
    "3000エン": "3000",
    "3000エンジン": "none",
    "3000えん": "3000",
    "3000円": "3000",
    "3000日本円": "3000",
    "3000yen": "3000",
    "3000¥": "3000",
    "3000¥5000": "vague",
    "総数300です": "unit:300",
    "3億10000万円": "vague",
    "3億9999万円": "399990000",
    "3億1万円": "300010000",
    "3億0万円": "vague",
    "3億0500万円": "305000000",
    "3万5円": "30005",
    "3億とんで5万円": "300050000",
    "3億飛んで5万円": "300050000",
    "1.234万円": "vague",
    "3.500億円": "vague",
    "3.505億円": "350500000",
    "1.250百億円": "vague",
    "9千万円": "90000000",
    "10千万円": "vague",
    "10百億円": "vague",
    "0千5百円": "vague",
    "10千5百円": "vague",
    "12千5百円": "vague",
    "1.5千5百円": "vague",
    "一二千五百円": "vague",
    "九千九百九十九円": "9999",
    "千百十一円": "1111",
    "2千12円": "2012",
    "2千100円": "2100",
    "2千1000円": "vague",
    "2百十五円": "215",
    "0.00000001億": "1",
    "0.000000005億": "vague",
    "0.5円": "vague",
    "百円": "vague",
    "千円": "vague",
    "千万円": "10000000",
    "120百万円": "120000000",
    "35百円": "vague",
    "12千円": "12000",
    "二三億円": "vague",
    "二五億円": "2500000000",
    "〇億円": "vague",
    "二〇億円": "2000000000",
    "二零億円": "2000000000",
    "一〇〇万円": "1000000",
    "1,2億円": "vague",
    "1,234億円": "123400000000",
    "12,34億円": "vague",
    "01億円": "vague",
    "3億5千": "vague",
    "1兆2億3万4円": "1000200030004",
    "3京円": "vague",
    "零です": "0",
}


@pytest.mark.parametrize(("text", "expected"), WRITTEN.items())
def test_a_numeral_is_one_number_or_is_asked_again(text: str, expected: str) -> None:
    assert reading(text) == expected


NO_SALES = (
    "なし 無し 無い がない はない はありません はございません が立っていない が立ってない は立っていません "
    "は立ってません がたっていない "
    "が発生していない が発生してない は発生していません は発生してません が上がっていない が上がってない "
    "は上がっていません は上がってません "
    "が出ていない が出てない は出ていません は出てません ゼロ ぜろ 零 0 0円 0えん はゼロ円 もなし のない となし "
    "、なし :0 自体がない 計上はない"
)
OF = "年商 売上 売り上げ 売上げ 売上高 売り上げ高 売上実績 実績 収入 年間売上"
FOUNDED = (
    "創業したばかりで これからなので 創業前なもので 創業前、 1年目ですので 初年度のため 第1期で 第一期目なので 1期で "
    "準備中です。 設立直後だから "
    "起業したばかりから 開業したばかりなの 開業の準備中ため 創業中, 休業中ので"
)
YET = (
    "まだ いまだ 現在 現時点では 今期は 今のところ 今は 昨年 昨年度の 去年は 前期 直近で "
    "全く まったく 一切 特に 当社は 弊社、 うちの"
)
END = (
    "なので なんです の状態 状態です です でした だ ので ため ね ですよ 、創業したばかり です、設立したばかりで ,"
    "起業したばかり 開業したばかりなので "
    "で 。 です."
)


@pytest.mark.parametrize(
    "text",
    [f"売上{words}" for words in NO_SALES.split()]
    + [f"{sales}なし" for sales in OF.split()]
    + [f"{founded}売上なし" for founded in FOUNDED.split()]
    + [f"{founded}0円" for founded in FOUNDED.split()]
    + [f"{yet}売上なし" for yet in YET.split()]
    + [f"売上は{yet}ゼロ" for yet in YET.split()]
    + [f"売上なし{end}" for end in END.split()]
    + ["0", "ゼロ", "ぜろ", "零円です", " まだ ゼロ です。 ", f"売上なし{'。' * (LONGEST - 4)}"],
)
def test_no_sales_yet_is_said_in_many_ways(text: str) -> None:
    assert reading(text) == "0"


@pytest.mark.parametrize(
    "text",
    [
        "売上なしでも入れますか",
        "利益なし",
        "なし",
        "まだない",
        "売上なしの会社です",
        "創業したばかりです",
        "事故はゼロ",
        "ゼロから始めました",
        f"売上なし{'。' * (LONGEST - 3)}",
    ],
)
def test_what_says_something_else_is_not_zero(text: str) -> None:
    assert reading(text) != "0"


@pytest.mark.parametrize(
    "text",
    [
        "ほぼゼロ",
        "ほとんどゼロです",
        "殆どなし",
        "限りなくゼロ円",
        "0に近いです",
        "ゼロに等しい",
        "今年の売上はほとんどありませんでした、すみません",
    ],
)
def test_nearly_nothing_is_no_number(text: str) -> None:
    assert reading(text) == "vague"


@pytest.mark.parametrize(
    "text", ["事故はこれまでほとんどありませんでした", "うちの情報漏えいの心配はほぼゼロだと思います"]
)
def test_nearly_nothing_of_something_else_is_no_amount(text: str) -> None:
    assert reading(text) == "none"


def test_old_numerals_are_folded_and_circled_ones_hidden() -> None:
    assert folded("壱壹弌弐貳参參肆伍拾佰陌仟阡萬圓ＡＢ").text == "一一一二二三三四五十百百千千万円ab"
    assert folded("①½㊀㋀㈱★").text == "□□□□(株)★"
    assert folded("ｶﾞ㈱５").spans == ((0, 2), (2, 3), (2, 3), (2, 3), (3, 4))


def test_the_part_of_the_original_is_trimmed() -> None:
    form = folded(" ㈱　５億 です")
    assert (form.said(5, 7), form.said(0, 6)) == ("５億", "㈱　５")


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("単位は百万", "百万円"),
        ("単位:千", "千円"),
        ("単位 円です", "円"),
        ("億円だ", "億円"),
        ("万になります", "万円"),
        ("千円でお願いします。", "千円"),
        ("円で!", "円"),
        ("百万円 単位 で", "百万円"),
        ("兆円", None),
        ("単位は", None),
    ],
)
def test_a_unit_is_said_in_many_ways(said: str, unit: str | None) -> None:
    assert read_unit(said) == unit


def test_yen_are_whole_and_shown_in_every_myriad() -> None:
    assert with_unit(Decimal("0.00000001"), "億円") == 1
    assert with_unit("1.6", "円") == 2
    with pytest.raises(KeyError):
        with_unit(1, "ドル")
    assert in_yen(9_999) == "9,999円"
    assert in_yen(12 * 10**20 + 3 * 10**16 + 10**12) == "1,200,030,001,000,000,000,000円(12垓3京1兆円)"
