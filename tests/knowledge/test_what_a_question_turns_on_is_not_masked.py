"""Amounts, counts, dates, terms and what everybody knows stay: a question may turn on them."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.domain.masking.entities import mask_all
from knowledge.domain.masking.text import mask

pytestmark = pytest.mark.slow

KEPT = [
    "身代金は払われますか",
    "見舞金・見舞い品購入費用は対象ですか",
    "サイバープロテクターとは何ですか",
    "PwCコンサルティング合同会社のサービスですか",
    "ISMS(ISO/IEC 27001:2022)を取っています。割引はありますか",
    "ISO27001とPマークの両方が要りますか",
    "JIS Q 15001に沿っています",
    "IPAやJPCERTに届け出る費用は出ますか",
    "個人情報保護委員会への報告にかかる費用",
    "委託先の会社から漏れた場合は",
    "再委託先の社員が持ち出した",
    "株式会社でも有限会社でも入れますか",
    "合同会社ですが加入できますか",
    "NPO法人は対象ですか",
    "取引先の株式会社に誤送信した",
    "お客様の情報が3000件漏れた",
    "1,000,000人分のデータです",
    "賠償金500万円は出ますか",
    "12,345,678円の請求が来た",
    "10000000円を超えたら",
    "年商は120,000,000です",
    "5000万〜1億円の見込みです",
    "1件500円×3000件=150万円の見舞金",
    "2026年4月1日から入りたい",
    "2026/04/01 12:30に気づいた",
    "令和8年4月に契約しました",
    "従業員は300名、PCは1200台です",
    "マイナンバーが12000件漏れた",
    "電話が2件、FAXが3枚",
    "電話は9時から使えますか",
    "24時間365日の窓口はありますか",
    "CVE-2024-21412が悪用された",
    "NIST SP 800-171に対応しています",
    "3-2-1バックアップをしています",
    "Windows10とOffice365のPCです",
    "ASP.NETとNode.jsのサイトです",
    "患者さんや業者さんの情報",
    "皆様、奥様、お医者様の仕様と模様",
    "税理士さんに送った書類",
    "A社さんのデータをB社に送った",
    "東京都内の支店と横浜市の工場",
    "総合病院と地方銀行と市立小学校です",
    "原因は停電です",
    "ランサムウェアと言います",
    "予約システムと管理システムが止まった",
    "単価は3台@500円です",
    "😱😱どうすれば",
]
WELL_KNOWN = [
    "AWSの障害で止まった",
    "損保ジャパンとどちらがいい",
    "ISMSとPマーク",
    "元請けがランサムにやられた",
    "農協です",
]


@pytest.mark.parametrize("text", KEPT)
def test_it_stays_when_the_question_is_kept(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize("text", [*KEPT, *WELL_KNOWN])
def test_it_stays_when_staff_see_it(text: str) -> None:
    assert mask_all(text) == text


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from([*KEPT, "佐藤と申します", "03-1234-5678", "㈱みどり", "\ud83d", "\0", "ー", "〔", " "])
    ).map("".join)
)
def test_masking_again_changes_nothing_and_no_text_is_too_strange(text: str) -> None:
    once = mask(text)
    assert mask(once) == once
    assert len(once) <= 1000


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_can_be_masked(text: str) -> None:
    assert mask(mask(text)) == mask(text)


def test_a_turn_does_not_wait_for_it() -> None:
    mask("暖機")
    started = time.process_time()
    for text in KEPT:
        mask(text)
    assert (time.process_time() - started) / len(KEPT) < 0.002
