"""Which certifications are held, which are under way, and none at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.domain.certifications import ISMS, PREPARING, PRIVACY_MARK
from leads.domain.choices import read_certifications

SAID: dict[str, list[str]] = {
    "ISMS": [ISMS],
    "ＩＳＭＳ": [ISMS],
    "isms": [ISMS],
    "ISMSです": [ISMS],
    "ISMSだけ": [ISMS],
    "ISMSのみです": [ISMS],
    "ISMSを持っています": [ISMS],
    "ISMSを取得しています": [ISMS],
    "ISMS取得済み": [ISMS],
    "ISMSあり": [ISMS],
    "ISMS認証を取得済みです": [ISMS],
    "ISO27001": [ISMS],
    "ISO 27001": [ISMS],
    "ISO/IEC 27001": [ISMS],
    "ISO/IEC27001:2022": [ISMS],
    "ISO-27001です": [ISMS],
    "27001を取っています": [ISMS],
    "JIS Q 27001": [ISMS],
    "アイエスエムエス": [ISMS],
    "ISMS(ISO/IEC 27001)": [ISMS],
    "ISMS（ISO27001）を取得しています": [ISMS],
    "Pマーク": [PRIVACY_MARK],
    "Ｐマーク": [PRIVACY_MARK],
    "Pマークだけ": [PRIVACY_MARK],
    "Pマークのみあります": [PRIVACY_MARK],
    "プライバシーマーク": [PRIVACY_MARK],
    "ﾌﾟﾗｲﾊﾞｼｰﾏｰｸ": [PRIVACY_MARK],
    "ピーマークを持っています": [PRIVACY_MARK],
    "プライバシーマークを取得しております": [PRIVACY_MARK],
    "取得済みのPマークがあります": [PRIVACY_MARK],
    "ISMSとPマーク両方": [ISMS, PRIVACY_MARK],
    "ISMSとPマーク": [ISMS, PRIVACY_MARK],
    "PマークとISMSの両方を持っています": [ISMS, PRIVACY_MARK],
    "ISMS、プライバシーマーク": [ISMS, PRIVACY_MARK],
    "両方": [ISMS, PRIVACY_MARK],
    "両方あります": [ISMS, PRIVACY_MARK],
    "どちらも持っています": [ISMS, PRIVACY_MARK],
    "どっちも": [ISMS, PRIVACY_MARK],
    "どちらもない": [],
    "どちらもないです": [],
    "どちらも取得していません": [],
    "両方ともありません": [],
    "ISMSもPマークもありません": [],
    "ISMSもPマークも持っていません": [],
    "ISMSは持っていない": [],
    "ない": [],
    "ないです": [],
    "なし": [],
    "ありません": [],
    "特にありません": [],
    "特になし": [],
    "持っていません": [],
    "取得していません": [],
    "認証はありません": [],
    "認証は特に取得しておりません": [],
    "未取得です": [],
    "まだです": [],
    "いいえ": [],
    "プライバシーマークは更新しませんでした": [],
    "取得の予定はありません": [],
    "以前ISMSを持っていましたが失効しました": [],
    "ISMSを準備中": [PREPARING],
    "ISMSを準備中です": [PREPARING],
    "ISMSの取得準備中です": [PREPARING],
    "取得準備中": [PREPARING],
    "取得準備中のISMSがあります": [PREPARING],
    "準備中です": [PREPARING],
    "Pマークを申請中です": [PREPARING],
    "ISMSは来年取得予定です": [PREPARING],
    "ISMSとPマークを準備中": [PREPARING],
    "ISMSの取得を目指しています": [PREPARING],
    "PマークはありISMSは準備中": [PRIVACY_MARK, PREPARING],
    "Pマーク取得済み、ISMSは準備中です": [PRIVACY_MARK, PREPARING],
    "Pマークはあるけどisms準備中": [PRIVACY_MARK, PREPARING],
    "ISMSは準備中ですがPマークはあります": [PRIVACY_MARK, PREPARING],
    "ISMSはないがPマークはある": [PRIVACY_MARK],
    "ISMSは取得していませんが、Pマークは取得しています": [PRIVACY_MARK],
    "PマークはありますがISMSはありません": [PRIVACY_MARK],
    "ISMSではなくPマークです": [PRIVACY_MARK],
    "PマークはあるけどISMSはわかりません": [PRIVACY_MARK],
    "ISO9001だけ": ["ISO9001"],
    "ISO9001とISMS": [ISMS, "ISO9001"],
    "ISO 14001 を取得しています": ["ISO 14001"],
    "ISO27017もISMSもあります": [ISMS, "ISO27017"],
    "PCI DSS": ["PCI DSS"],
    "SOC2 Type 2": ["SOC2 Type 2"],
    "セキュリティアクション二つ星": ["セキュリティアクション二つ星"],
    "健康経営優良法人の認定です": ["健康経営優良法人の認定"],
    "その他": ["その他"],
}
NOT_SAID = [
    "",
    "はい",
    "あります",
    "ISO",
    "わかりません",
    "ISMSかどうかわからない",
    "不明です",
    "ISMSは把握していません",
    "確認します",
    "ISMSがあるかもしれません",
    "ないわけではない",
    "なくはないです",
    "ISMSを検討しています",
    "ISMSを取ろうか迷っています",
    "親会社がISMSを持っています",
    "ISMSに興味があります",
    "ISMSとは",
    "ISMSとは何ですか",
    "Pマークだと割引はありますか",
    "ISMSがあると安くなる？",
    "3億円",
    "佐藤です",
    "スキップ",
    "株式会社山田製作所",
    "😀",
]


@pytest.mark.parametrize(("text", "certifications"), SAID.items())
def test_what_is_held_or_under_way_is_read(text: str, certifications: list[str]) -> None:
    assert read_certifications(text) == certifications


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_says_nothing_certain_is_asked_again(text: str) -> None:
    assert read_certifications(text) is None


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    read_certifications(text)
