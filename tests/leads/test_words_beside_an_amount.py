"""Each word that changes what a figure means does so, and only where it stands in its own sense."""

import pytest

from leads.domain.amounts import Amount, Vague, read_amount, why_vague
from tests.leads.test_amounts_are_read_as_typed import reading

OKU3 = "300000000"
IN_YEN, A_YEAR = "日本円に直した金額でうかがっております。", "1年間の売上高でうかがっております。"


def all_read(texts: list[str], expected: str) -> None:
    assert {text: reading(text) for text in texts} == dict.fromkeys(texts, expected)


def around(words: str, text: str) -> list[str]:
    """`text` with each of the words in place of its *."""
    return [text.replace("*", word) for word in words.split()]


ABOUT = (
    "くらい ぐらい クライ グライ 位 ほど 程度 程 前後 内外 弱 強 超 余り 余 あまり ちょっと ちょい ちょうど 丁度 "
    "足らず "
    "そこそこ 規模 ジャスト ぴったり ピッタリ 近く 近い 税込 税込み 税抜 税抜き 税別 (税込) （税抜き）"
)
ABOUT_BEFORE = "約 およそ おおよそ 凡そ 大体 だいたい ざっと ほぼ 概ね おおむね 推定"


@pytest.mark.parametrize(
    "text", [*around(ABOUT, "3億円*"), *around(ABOUT_BEFORE, "*3億円"), "約 3億円 ほど", "¥300,000,000-"]
)
def test_what_makes_it_approximate_is_part_of_what_was_said(text: str) -> None:
    assert read_amount(f"年商は{text}") == Amount(300_000_000, text)


OPEN_BEFORE = "- ▲ マイナス 最低 最低でも 最低限 少なくとも 最大 最高でも 多くて 多くても せいぜい よくて 良くて a . ー"


def test_a_sign_or_a_bound_before_it_leaves_it_open() -> None:
    all_read([*around(OPEN_BEFORE, "*3億円"), "売上 ー3億円です"], "vague")
    all_read(["売上は...3億円です", "売上..3億円"], OKU3)


OPEN_AFTER = (
    "以上 未満 未達 前半 後半 半 手前 少々 を超える を少し越える 超え 越え こえ 超過 を上回る 上回る 下回る を切る "
    "切り を割る 割れ "
    "オーバー 突破 まで から より上 には近い にも近い に届きそう に達しそう に満たず にいかず に行かず に乗りそう 台 "
    "代 単位 か "
    "いくら なんぼ いかず 行かず 増 減 アップ ダウン の半分 の約半分 のおよそ半分 の2倍 の二倍 の1.5倍 の3割 の30% "
    "の30パーセント "
    "の1/3 の200/365 分の1 /月 /半期 /2 と少し とちょっと と数百 と何百 といくらか ~ x2 や or または 又は もしくは "
    "ないし"
)


@pytest.mark.parametrize("text", around(OPEN_AFTER, "3億円*"))
def test_a_bound_a_change_or_a_share_after_it_leaves_it_open(text: str) -> None:
    assert isinstance(read_amount(text), Vague)


def test_what_was_said_has_the_bound() -> None:
    said = {text: read_amount(f"年商は{text}です") for text in around("以上 を超え まで から 未満", "3億円*")}
    assert said == {text: Vague(text) for text in said}


def test_words_that_only_look_like_a_bound_leave_the_amount() -> None:
    softened = "かな かと思います かね かも かもしれない かしら やで やねん やと思います"
    all_read(around(softened, "3億円*"), OKU3)


DENIED = (
    "ない もない ではない じゃない はない 無い とは程遠い あるかどうか あれば いけば だったら ほしい 欲しい "
    "くらい欲しい ありません ではありません "
    "もなく じゃなく"
)
MEANT = (
    "に違いないです で間違いない かもしれない で問題ない で差し支えない しかない じゃないかな ではないかと "
    "かもしれません ですみません "
    "ですいません で間違いありません に違いございません しかありません じゃないかと"
)
ENDED = "ですが でしたが になりますが だけど だけれど と思うが 。 ! 、 , \n"


def test_what_is_denied_or_wished_is_no_statement() -> None:
    all_read(around(DENIED, "売上は3億円*"), "vague")
    all_read(around(MEANT, "売上は3億円*"), OKU3)


def test_a_denial_reaches_no_further_than_its_clause() -> None:
    all_read([f"売上は3億円{end}正確ではない" for end in ENDED.split(" ")], OKU3)


def test_foreign_units_and_letters_are_asked_again() -> None:
    all_read(around("元 ドン フラン 弗", "3億*です"), "vague")
    all_read(around("元 ドン フラン 弗", "300*です"), "vague")
    all_read(["売上3億円元請企業です"], OKU3)
    all_read(["300ドンキ", "300フランス"], "none")
    letters = "k m b t mm bn mil mio million billion thousand oku man ミリオン ビリオン"
    all_read(around(letters, "売上は300*です"), "vague")


def test_an_amount_without_yen_may_stand_before_some_words_only() -> None:
    known = (
        "売上 売り上げ 年商 見込み 予定 予想 達成 企業 クラス ライン レベル ベース 今期 前期 昨年 去年 直近 税引後 "
        "程 ナリ です"
    )
    all_read(around(known, "3億*"), OKU3)
    all_read(["3億石", "3億カンパニー", "3億々", "3億abc"], "vague")


COUNTED = (
    "社 者 名 人 にん 件 個 つ ヶ所 ヶ月 か国 カ年 拠点 店 支店 営業所 工場 施設 回 % パーセント 秒 年 月 日 期 時 "
    "才 歳 さい 倍 番 号 本 枚 級 種 "
    "ページ 項目 丁目 階 坪 世代 世帯 戸 床 席 棟 室 車 機 週 桁 事業 部門 都 県 市 区 校 園 便 隻 頭 匹 品 商品 "
    "品目 銘柄 国 言語 株 口 泊 歩 "
    "ユーザー アカウント サイト ブランド ライセンス チーム gb tb mb kb kg km"
)


def test_what_is_counted_is_no_money() -> None:
    all_read(around(COUNTED, "3万*あります"), "none")
    all_read(["3億5千万人"], "vague")
    all_read(["3億年商です"], OKU3)


def test_without_a_large_unit_more_is_counted() -> None:
    all_read(around("台 代 分 部 割 課 点", "1,2*です"), "none")
    all_read(around("台 代", "300*です"), "none")
    all_read(around("分の 点3", "1,2*です"), "vague")


LABELS = (
    "従業員数は 従業員 社員 職員約 スタッフ 人数は 店舗数は 拠点 創業 設立 西暦 電話番号は 電話: TEL "
    "FAX 内線 〒 郵便番号 番地は no. No 第"
)


def test_a_number_behind_its_label_is_no_money() -> None:
    all_read(around(LABELS, "*　3000です"), "none")


def test_two_numerals_joined_are_not_the_second_alone() -> None:
    all_read(around("、 ・ ~ / か から ないし 乃至 または 又は もしくは や 点 と or", "二*三億円"), "vague")


HIDDEN = [
    "3000@example.co.jp", "http://example.jp/?y=,3000", "www.example.jp/,3000",
    "03-1234-5678", "(03) 1234-5678", "03 1234 5678", "+81-3-1234-5678", "09012345678", "+819012345678",
    "〒100-0001", "100-0001", "2025/3/31", "2025.3", "2025-03", "3/31", "24/3期", "2024/03月期", "10:30",
    "100円ショップ", "100円均一", "ISO27001", "ISO/IEC 27001", "iso-9001:2015", "abc123", "AB12CD34",
]  # fmt: skip


def test_addresses_dates_and_codes_are_no_money() -> None:
    all_read(HIDDEN, "none")
    all_read([f"年商3億円、{text}" for text in HIDDEN if " " not in text], OKU3)


def test_digits_that_only_look_like_a_code_are_money() -> None:
    all_read(["jpy300000000", "yen 300,000,000"], OKU3)
    all_read(["0300000000円", "売上は3.5.2億円"], "vague")


def test_a_large_unit_without_its_number_is_a_blank_to_fill() -> None:
    all_read(["億です", "億単位", "○億円", "◯ 千万円", "●百万円", "兆です"], "vague")
    all_read(["予兆です", "前兆です", "吉兆です", "億劫です", "兆候です", "兆しです", "億ション"], "none")


CURRENCIES = (
    "ドル ユーロ ウォン ポンド バーツ ルピー ペソ ルーブル カナダドル シンガポールドル オーストラリアドル 人民元 "
    "usd EUR krw cny rmb gbp hkd twd sgd aud btc dollar dollars euro euros won $ € £ ₩ ¢ ฿ ₫ ₹"
)
PERIODS = (
    "月商* 日商* 週商* 毎月* 毎日* 毎週* 月間* 月額* 月々* 月平* 月次* 月の売上* 月の平均売上* 先月は* 今月は* 来月は* "
    "1店あたり* 1店当たり* 平均* 半年* "
    "半期* 上期* 下期* 累計* 累積* 通算* 月* 月に* 月で* 月約* 月大体* 月だいたい* 1日* 一日に* 1日で約* 3ヶ月* "
    "三か月* ひと月は* MRR* q3* Q* "
    "3年で* 三年間で* 10年の合計* 数年の累計* 2ヵ年の総売上* 海外売上* 海外売り上げ* 東京だけで* それぞれ* 2社ずつ* "
    "各社*"
)


@pytest.mark.parametrize("text", around(CURRENCIES, "売上は300万*です"))
def test_another_currency_is_told_so(text: str) -> None:
    assert (reading(text), why_vague(text)) == ("vague", IN_YEN)


@pytest.mark.parametrize("text", [text.replace("*", "300万円") for text in PERIODS.split()])
def test_another_period_is_told_so(text: str) -> None:
    assert (reading(text), why_vague(text)) == ("vague", A_YEAR)


@pytest.mark.parametrize(
    "text",
    ["売上は3億円です", "年商3億円以上", "アイドルが300万円", "3月期で300万円", "売上期待300万円", "1年で300万円"],
)
def test_nothing_is_said_of_currency_or_period_where_they_are_as_asked(text: str) -> None:
    assert why_vague(text) == ""


def test_a_plan_or_a_change_is_no_amount_of_sales() -> None:
    told = (
        "目標*,*を目指しています,赤字*,*の赤字,来期*,来年は*,客が増え*,売上が増加して*,増収で*,減って*,減り*,"
        "減少して*,減収で*,"
        "伸びて*,単位は不明ですが*"
    )
    all_read([text.replace("*", "3億円") for text in told.split(",")], "vague")


OTHERS = (
    "利益 粗利 経常 資本金 損失 損害 被害 賠償 保険料 保険金 掛金 掛け金 補償 免責 身代金 予算 費用 経費 社員の保険 "
    "原価 借入 負債 債務 融資 "
    "調達 資産 時価 流通総額 流通額 取扱高 取扱い高 GMV 補助金 助成金 プラン 年収 月収 人件費 上限 限度"
)
TRADES = "損害保険代理店 地元の保険代理店 町の保険会社 地域の保険業 資産運用会社 資産管理会社 プランニング会社"


def test_what_is_not_sales_is_no_answer() -> None:
    all_read(around(OTHERS, "*は3億円です"), "none")
    all_read(around("売上 売り上げ うりあげ 年商", "*とは別に利益は3億円です"), "vague")
    all_read(around(TRADES, "*で3億円です"), OKU3)


ASKED = (
    "大丈夫ですか 入れますか 出るでしょうか よかったでしたか 入れませんか 入れないか 入れるか 高かったか 高いのか "
    "買うか 入れますか」 は? "
    "を教えて を知りたい はどうなり はどうすれば はいくら はどれくらい はどれぐらい はどれほど は何です 何が 何を "
    "何で 何の なぜ"
)


def test_an_amount_in_a_question_is_no_answer() -> None:
    all_read(around(ASKED, "売上3億円の会社の場合*"), "none")
    all_read(["売上は3億円、これで入れるかどうか", "売上は3億円、いくらか余裕あり"], OKU3)


def test_a_statement_before_a_question_counts() -> None:
    said = "です、 ですが、 ですけど、 でした、 でしたが、 になります、 になりますけど, です。 です! です\n"
    all_read([f"売上は3億円{end}この保険に入れますか" for end in said.split(" ")], OKU3)
    all_read(["売上は3億円くらいでしょうか?", "3億円でしょうか"], OKU3)
    all_read(["3億円ですか", "3億円になりますか?", "3億円ですか?」", "3億円ですかね", "3億円になりますかね"], "none")


NOTHING_SAID = (
    "年間* 年商* 売上* 売り上げ* 売上高* 売上げ高* うりあげ* 弊社* 当社* うち* 会社* 今期* 前期* 直近* 昨年* 昨年度* "
    "去年* 今年* 今年度* 前年* 前年度* "
    "おおよそ* およそ* 大体* だいたい* ざっと* ほぼ* 多分* たぶん* おそらく* 約* *くらい *ぐらい *位 *ほど *程度 *程 "
    "*前後 *でしょうか *でしょう "
    "*でした *です *だと *かと *かな *かね *かもしれません *と思います *と思う *となります はい* ええと* えーと* "
    "はい、*です。 「*」"
)


@pytest.mark.parametrize("text", NOTHING_SAID.split())
def test_a_kanji_numeral_is_read_beside_words_that_say_nothing(text: str) -> None:
    assert reading(text.replace("*", "五百")) == "unit:500"


def test_a_kanji_numeral_within_a_name_is_none() -> None:
    all_read(["三菱です", "千葉です", "五百旗頭です", "四国の会社です", "一応です"], "none")
