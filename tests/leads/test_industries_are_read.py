"""What people call their trade leads to one major group, or to the few to choose from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.industries import INDUSTRIES, Industry, read_industry
from leads.domain.industry_words import BETWEEN, TRADES

SAID = {
    "YouTuberです": "G",
    "占い師": "N",
    "農家です": "A",
    "野菜を作っています": "A",
    "酪農": "A",
    "林業": "A",
    "漁師": "B",
    "牡蠣養殖をしています": "B",
    "砂利採取": "C",
    "採石": "C",
    "建設業": "D",
    "工務店です": "D",
    "住宅のリフォーム": "D",
    "電気工事": "D",
    "水道工事をやっています": "D",
    "太陽光パネルの設置": "D",
    "製造業": "E",
    "金属加工の町工場です": "E",
    "食品メーカー": "E",
    "山田製作所": "E",
    "印刷会社です": "E",
    "自動車部品の製造": "E",
    "農業用機械の製造": "E",
    "ものづくり": "E",
    "発電": "F",
    "太陽光発電": "F",
    "都市ガス": "F",
    "IT": "G",
    "ＩＴ": "G",
    "ITです": "G",
    "IT企業です": "G",
    "SIer": "G",
    "受託ではなくSaaSです": "G",
    "ソフトウェア開発": "G",
    "ｿﾌﾄｳｪｱ開発": "G",
    "ソフトウエアの開発をしています": "G",
    "システム開発": "G",
    "基幹システムの受託開発をしております": "G",
    "Web制作": "G",
    "ホームページ制作会社": "G",
    "病院向けのソフトを作っています": "G",
    "飲食店向けのアプリを開発しています": "G",
    "不動産会社向けのシステム開発": "G",
    "医療系のIT企業です": "G",
    "テレビ局": "G",
    "ゲーム会社": "G",
    "出版社": "G",
    "運送": "H",
    "運送会社です": "H",
    "倉庫業": "H",
    "物流": "H",
    "タクシー": "H",
    "バス会社": "H",
    "引っ越し": "H",
    "通販": "I",
    "EC": "I",
    "ECサイトをやっています": "I",
    "ネットショップ": "I",
    "ネットショップを運営しています": "I",
    "小売": "I",
    "小売業です": "I",
    "卸": "I",
    "卸売業": "I",
    "飲食店に食材を卸しています": "I",
    "商社": "I",
    "調剤薬局": "I",
    "中古車の販売": "I",
    "医療機器の販売": "I",
    "介護用品の販売": "I",
    "製造業ではなく卸売です": "I",
    "コンビニ": "I",
    "花屋": "I",
    "保険代理店": "J",
    "損保代理店です": "J",
    "銀行": "J",
    "信用金庫": "J",
    "証券会社": "J",
    "不動産仲介": "K",
    "不動産屋です": "K",
    "賃貸管理": "K",
    "駐車場経営": "K",
    "リース": "K",
    "レンタカー": "K",
    "税理士": "L",
    "会計事務所": "L",
    "社労士です": "L",
    "弁護士": "L",
    "弁護士法人": "L",
    "コンサル": "L",
    "経営コンサルタント": "L",
    "広告代理店": "L",
    "デザイン事務所": "L",
    "設計事務所": "L",
    "動物病院": "L",
    "研究所": "L",
    "飲食店": "M",
    "居酒屋": "M",
    "居酒屋を3店舗経営しています": "M",
    "ラーメン屋": "M",
    "ホテル": "M",
    "旅館業": "M",
    "ﾎﾃﾙ": "M",
    "カフェ": "M",
    "美容室": "N",
    "美容室を経営": "N",
    "エステ": "N",
    "クリーニング店": "N",
    "旅行代理店": "N",
    "葬儀社": "N",
    "フィットネスクラブ": "N",
    "学習塾": "O",
    "塾": "O",
    "学校法人": "O",
    "学校法人です": "O",
    "幼稚園": "O",
    "英会話スクール": "O",
    "自動車学校": "O",
    "病院": "P",
    "クリニック": "P",
    "歯科": "P",
    "歯医者です": "P",
    "介護施設": "P",
    "デイサービスを運営": "P",
    "保育園": "P",
    "接骨院": "P",
    "医療法人": "P",
    "農協": "Q",
    "漁協": "Q",
    "JA": "Q",
    "事業協同組合": "Q",
    "人材派遣": "R",
    "人材派遣会社です": "R",
    "エンジニア派遣": "R",
    "警備": "R",
    "ビルメンテナンス": "R",
    "産廃": "R",
    "自動車整備工場": "R",
    "コールセンター": "R",
    "寺院": "R",
    "NPO法人": "R",
    "その他のサービス業": "R",
    "市役所": "S",
    "消防署": "S",
    "自治体": "S",
    "その他": "T",
    "分類不能": "T",
    "自動車の部品を作っている会社です": "E",
    "うちは金属の加工をやってます": "E",
    "トラックで荷物を運んでいます": "H",
    "クリニック向け医療機器の販売": "I",
    "電子カルテの開発": "G",
    "大学病院": "P",
    "建築資材の卸": "I",
    "介護タクシー": "PH",
    "整骨院と美容室": "PN",
    "サービス業": "MNR",
    "建設会社のホームページ制作": "DG",
    "自社製品の製造と販売": "EI",
    "ソフトウェアの販売": "GI",
    "不動産と飲食": "KM",
    "ホテルと学習塾をやっています": "MO",
    "食品": "EI",
    "認定こども園": "OP",
    "アパレル": "EI",
    "病院です、介護施設もあります": "P",
    "運送と倉庫": "H",
    "建設、不動産、飲食、ITをやっています": "DKM",
    "G": "G",
    "g 情報通信業": "G",
    "E 製造業": "E",
    "情報通信": "G",
    "卸売業・小売業": "I",
    "医療・福祉": "P",
    "医療福祉": "P",
    "宿泊業、飲食サービス業": "M",
}
NOT_SAID = [
    "",
    "御社は何業ですか",
    "何業と書けばいいですか",
    "製造業も対象ですか？",
    "業種とは",
    "はい",
    "いいえ",
    "わかりません",
    "スキップ",
    "佐藤です",
    "株式会社みどり",
    "3億円",
    "sato@example.co.jp",
    "03-1234-5678",
    "デジタル",
    "サーバー",
    "データバスライン",
    "スパム",
    "リリース",
    "itemとlimit",
    "😀",
    "z",
]


def codes(text: str) -> str:
    return "".join(industry.code for industry in read_industry(text))


@pytest.mark.parametrize(("text", "expected"), SAID.items())
def test_a_trade_leads_to_its_group_or_to_the_few_to_choose_from(text: str, expected: str) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_names_no_trade_is_not_understood(text: str) -> None:
    assert codes(text) == ""


@pytest.mark.parametrize("industry", INDUSTRIES, ids=lambda industry: industry.code)
def test_the_official_title_is_its_own_group_with_or_without_its_code_and_commas(industry: Industry) -> None:
    plain = industry.title.replace("，", "・")
    for text in (industry.title, plain, f"{industry.title}です", f"{industry.code} {industry.title}"):
        assert read_industry(text) == [industry]


def test_every_listed_word_is_understood_on_its_own() -> None:
    missed = {word for code, words in TRADES.items() for word in words.split() if codes(word) != code}
    assert missed == set()
    assert {word for word, expected in BETWEEN.items() if codes(word) != expected} == set()


def test_there_are_many_words_and_none_is_listed_twice() -> None:
    words = [word for words in TRADES.values() for word in words.split()] + list(BETWEEN)
    assert len(words) > 900
    assert len(words) == len(set(words))


def test_the_groups_are_those_of_the_classification() -> None:
    assert "".join(industry.code for industry in INDUSTRIES) == "ABCDEFGHIJKLMNOPQRST"


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert len(read_industry(text)) <= 3
