"""A company name is kept as typed; what is around it is dropped, what is no name is not taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.company import SOLE_TRADER, company_key, read_company

NAMES = {
    "株式会社山田製作所": "株式会社山田製作所",
    "会社名は株式会社山田製作所です": "株式会社山田製作所",
    "㈱みどり と申します": "㈱みどり",
    "㈱みどり": "㈱みどり",
    "(株)みどり": "(株)みどり",
    "（株）みどりです。": "（株）みどり",
    "㈲田中商店です": "㈲田中商店",
    "有限会社佐藤工務店でございます": "有限会社佐藤工務店",
    "弊社は合同会社ネコの手といいます": "合同会社ネコの手",
    "合同会社ネコの手です": "合同会社ネコの手",
    "トヨタ商事": "トヨタ商事",
    "山田製作所": "山田製作所",
    "山田製作所です": "山田製作所",
    "山田製作所と申します。よろしくお願いいたします。": "山田製作所",
    "お世話になっております。株式会社みどりです。": "株式会社みどり",
    "こんにちは、株式会社みどりと申します": "株式会社みどり",
    "はい、株式会社みどりです": "株式会社みどり",
    "株式会社山田製作所の佐藤です": "株式会社山田製作所",
    "株式会社山田製作所の佐藤花子と申します": "株式会社山田製作所",
    "株式会社緑の森です": "株式会社緑の森",
    "森の家株式会社": "森の家株式会社",
    "社名：株式会社東京フーズ": "株式会社東京フーズ",
    "会社名: 株式会社東京フーズ": "株式会社東京フーズ",
    "会社名　株式会社東京フーズ": "株式会社東京フーズ",
    "「株式会社東京フーズ」です": "株式会社東京フーズ",
    "株式会社東京フーズという会社です": "株式会社東京フーズ",
    "株式会社東京フーズになります": "株式会社東京フーズ",
    "株式会社はるか": "株式会社はるか",
    "株式会社なら": "株式会社なら",
    "株式会社さやか": "株式会社さやか",
    "株式会社はなまる": "株式会社はなまる",
    "株式会社モーニング": "株式会社モーニング",
    "21世紀不動産株式会社": "21世紀不動産株式会社",
    "1-2-3株式会社": "1-2-3株式会社",
    "ABC Corporation": "ABC Corporation",
    "Sato Trading Co., Ltd.": "Sato Trading Co., Ltd.",
    "ＡＢＣ株式会社です": "ＡＢＣ株式会社",
    "ｶﾌﾞｼｷｶﾞｲｼｬﾐﾄﾞﾘ": "ｶﾌﾞｼｷｶﾞｲｼｬﾐﾄﾞﾘ",
    "医療法人社団みどり会": "医療法人社団みどり会",
    "医療法人社団みどり会 佐藤クリニックです": "医療法人社団みどり会 佐藤クリニック",
    "社会福祉法人あおぞら": "社会福祉法人あおぞら",
    "学校法人青葉学園と申します": "学校法人青葉学園",
    "税理士法人さくら": "税理士法人さくら",
    "佐藤会計事務所です": "佐藤会計事務所",
    "NPO法人まちづくりの会": "NPO法人まちづくりの会",
    "一般社団法人日本なんとか協会": "一般社団法人日本なんとか協会",
    "うちは山田工業です": "山田工業",
    "当社は山田工業と申します": "山田工業",
    "三菱重工業": "三菱重工業",
    "百万石商店": "百万石商店",
    "旅館みかさ": "旅館みかさ",
    "まつだ": "まつだ",
    "株式会社みどりで働いています": "株式会社みどり",
    "株式会社みどりを経営しています": "株式会社みどり",
    "株式会社みどり御中": "株式会社みどり",
    "会社名：株式会社みどり\n担当：佐藤": "株式会社みどり",
    "屋号はやまだ商店": "やまだ商店",
    "個人事業主で、屋号はやまだ商店です": "やまだ商店",
    "個人でやっています。屋号はやまだ商店です": "やまだ商店",
    "屋号：カフェひだまり": "カフェひだまり",
    "株" + "あ" * 90 + "株式会社": "株" + "あ" * 90 + "株式会社",
}
SOLE = [
    "個人事業です",
    "個人事業主です",
    "個人事業主",
    "個人です",
    "個人でやっています",
    "フリーランスです",
    "フリーランスでやっております",
    "自営業です",
    "一人親方です",
    "会社ではなく個人です",
    "屋号はありません",
    "屋号はないです",
    "法人ではありません",
]
NO_NAMES = [
    "",
    "   ",
    "。。。",
    "😀",
    "御社は何業ですか",
    "会社名はなぜ必要なのですか？",
    "何に使うんですか",
    "株式会社でも入れますか",
    "補償の範囲を教えてください",
    "保険料はいくらですか",
    "こんにちは",
    "お世話になっております",
    "よろしくお願いします",
    "はい",
    "いいえ",
    "はい、そうです",
    "わかりません",
    "秘密です",
    "言いたくないです",
    "同意します",
    "スキップ",
    "なし",
    "株式会社",
    "会社です",
    "製造業です",
    "IT企業です",
    "会社名",
    "sato@example.co.jp",
    "メールは sato@example.co.jp です",
    "https://example.co.jp/",
    "03-1234-5678",
    "電話は03-1234-5678です",
    "3億円",
    "３億５千万円です",
    "五百万円くらい",
    "年商は10億です",
    "350,000,000",
    "12345",
    "ランサムウェアに感染したら",
    "身代金は補償される",
    "見積りがほしいです",
    "製造業をやっています",
    "先日取引先の株式会社みどりから情報漏えいがあったので備えたいです",
    "よくわからないので後で連絡します",
    "あ" * 50,
    "株式会社" + "あ" * 100,
]


@pytest.mark.parametrize(("text", "name"), NAMES.items())
def test_a_company_name_is_kept_as_typed(text: str, name: str) -> None:
    assert read_company(text) == name


@pytest.mark.parametrize("text", SOLE)
def test_a_sole_trader_needs_no_company_name(text: str) -> None:
    assert read_company(text) == SOLE_TRADER


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_is_no_company_name_is_not_taken_for_one(text: str) -> None:
    assert read_company(text) is None


@pytest.mark.parametrize(
    "other",
    [
        "㈱山田製作所",
        "(株)山田製作所",
        "（株） 山田製作所",
        "山田製作所",
        "山田製作所株式会社",
        "山田　製作所",
        "㍿山田製作所",
        "株式会社山田製作所御中",
    ],
)
def test_a_company_has_one_key_in_every_spelling(other: str) -> None:
    assert company_key(other) == company_key("株式会社山田製作所") == "山田製作所"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＡＢＣ株式会社", "abc Co., Ltd."),
        ("ABC Inc.", "Abc, inc"),
        ("ｶﾌﾞｼｷｶﾞｲｼｬﾐﾄﾞﾘ", "ミドリ"),
        ("医療法人社団みどり会", "みどり会"),
        ("合同会社ネコの手", "ネコの手合同会社"),
        ("㈲ネコの手", "有限会社ネコの手"),
        ("東京-大阪運輸", "東京―大阪運輸"),
    ],
)
def test_width_case_and_legal_form_do_not_count(one: str, other: str) -> None:
    assert company_key(one) == company_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("渡邊商店", "渡辺商店"), ("株式会社みどり", "株式会社みどりや"), ("サーバー社", "サバ社")]
)
def test_other_companies_have_other_keys(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)


@pytest.mark.parametrize("text", ["", SOLE_TRADER, "個人事業", "フリーランス", "株式会社"])
def test_no_name_has_no_key_lest_all_sole_traders_look_like_one(text: str) -> None:
    assert company_key(text) == ""


def test_a_key_fits_its_column() -> None:
    assert len(company_key("ﷺ" * 100)) == 200


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    name = read_company(text)
    assert name is None or 0 < len(name) <= 100
    assert len(company_key(text)) <= 200
