"""2億3千 and さんおくえん are not taken as they stand: what they most likely mean is asked back."""

import pytest

from leads.domain.amounts import BAND_LABELS, BANDS, Amount, NoUnit, Vague, likely_amount, read_amount, read_band

AFTER = ["", "くらい", "ぐらい", "ほど", "程度", "です", "でしょう", "かな", " です", "。", "、たぶん", "!"]
SPOKEN = {
    "いちおくえん": 100_000_000,
    "におく": 200_000_000,
    "さんぜんまんえん": 30_000_000,
    "よんせんまん": 40_000_000,
    "ごせんまんえんです": 50_000_000,
    "ろっぴゃくまんえん": None,
    "ろくせんまんえんくらいです。": 60_000_000,
    "ななじゅうまんえんぐらい": 700_000,
    "はちひゃくまんえんほど": 8_000_000,
    "きゅうせんまんえん.": 90_000_000,
    "さんびゃくまん": 3_000_000,
    "ろくぴゃくまん": 6_000_000,
    "さんおくえんの保険": None,
    "まん": None,
    "ごえん": 5,
}
NUMERALS = "いち に さん よん ご ろく なな はち きゅう"


@pytest.mark.parametrize("after", AFTER)
@pytest.mark.parametrize("oku", ["2億3千", "2億 3千", "二億三千"])
def test_thousands_after_a_hundred_million_most_likely_are_of_ten_thousand(oku: str, after: str) -> None:
    text = f" {oku}{after} "
    yen = 230_000_000
    assert isinstance(read_amount(text), Vague)
    assert likely_amount(text) == Amount(yen, text.strip())


@pytest.mark.parametrize(
    "text", ["2億3千社", "2億3千万円", "3億", "2億3千から", "はい", "", "2億3千5百", "利益は2億3千です"]
)
def test_nothing_is_supposed_of_what_is_plain_or_means_something_else(text: str) -> None:
    assert likely_amount(text) is None


@pytest.mark.parametrize(("text", "yen"), SPOKEN.items())
def test_an_amount_in_hiragana_is_supposed_to_be_one(text: str, yen: int | None) -> None:
    likely = likely_amount(text)
    assert likely == (None if yen is None else Amount(yen, text))


@pytest.mark.parametrize("spoken", NUMERALS.split())
def test_what_is_half_in_digits_is_asked_again(spoken: str) -> None:
    assert isinstance(read_amount(f"売上は{spoken}せんまん円です"), Vague)
    for unit in ("ひゃくまん", "びゃくえん", "ぴゃく円", "じゅうまん"):
        assert isinstance(read_amount(f"売上は{spoken}{unit}、3億円です"), Vague), unit
    assert isinstance(read_amount("売上はさんぜんまん、3億円です"), Vague)


def test_words_with_a_spoken_numeral_in_them_leave_the_amount() -> None:
    for text in ["社員にせん別を渡す、売上は3億円です", "みんなさんじゅう、3億円です"]:
        assert read_amount(text) == Amount(300_000_000, "3億円"), text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("売上は2億か3億です", "2億か3億"),
        ("だいたい5億ドルです", "だいたい5億"),
        ("売上は 0円に近い ", "売上は 0円に近い"),
        ("売上とは別に利益が3億円ほど", "3億円ほど"),
        ("年商は500で社員は40人、利益は10", "500で社員は40人、利益は10"),
    ],
)
def test_what_is_vague_is_kept_as_it_was_said(text: str, said: str) -> None:
    assert read_amount(text) == Vague(said)


def test_a_number_without_a_unit_is_whole_or_not_and_said_once() -> None:
    assert read_amount("売上は500です") == NoUnit(500, "500")
    whole = read_amount("売上は500.0です")
    assert isinstance(whole, NoUnit)
    assert (type(whole.number), str(whole.number)) == (int, "500")
    assert isinstance(read_amount("売上は500です。500です"), Vague)


def test_every_sentence_counts() -> None:
    assert read_amount("利益は1億円です。年商は3億円です。") == Vague("1億円です。年商は3億円")
    assert read_amount("1億円だと入れますか。2億円だと入れますか。3億円です") == Vague("3億円")
    assert read_amount("年商3億円です。社員は40人です。") == Amount(300_000_000, "3億円")


def test_the_same_amount_twice_is_one_amount() -> None:
    assert read_amount("年商3億円です。はい、3億円です。") == Amount(300_000_000, "3億円")


BAND_BEFORE = "年商 年商は 年商: 年間年商 売上 売上が 売上高は 売り上げ 売上げ高は 年間売上"
BAND_AFTER = "です だと思います だ になります でお願いします の間です のあいだです のです の間 です。 です! 。"


@pytest.mark.parametrize(
    "text",
    [f"{before}1億円以上5億円未満" for before in BAND_BEFORE.split()]
    + [f"1億から5億{after}" for after in BAND_AFTER.split()]
    + [
        f"1億{to}5億"
        for to in ("以上", "から", "以上から", "~", "〜", "-", "−", "–", "—", "ー", "以上、", "から、", "~・")
    ]
    + ["1億 円 以上 5億 円 未満"],
)
def test_a_band_is_said_in_many_words(text: str) -> None:
    assert read_band(text) is BANDS[1]


@pytest.mark.parametrize(
    "text", ["1億5億", "1億、5億", "利益1億から5億", "1億から5億ドル", "1億から5億の間の会社", "1億から5千"]
)
def test_what_only_resembles_a_band_is_none(text: str) -> None:
    assert read_band(text) is None


def test_the_bands_are_offered_by_their_labels() -> None:
    assert BAND_LABELS == (
        "1億円未満",
        "1億円以上5億円未満",
        "5億円以上10億円未満",
        "10億円以上50億円未満",
        "50億円以上100億円未満",
        "100億円以上",
    )
    assert [band.low for band in BANDS] == [0, 10**8, 5 * 10**8, 10**9, 5 * 10**9, 10**10]
