"""The text of the e-mail, as a salesperson reads it."""

from leads.domain.lead import Contact, Kind
from leads.domain.plain_text import as_text
from tests.leads.delivery.samples import a_content


def test_everything_that_was_said_stands_in_it_under_its_japanese_name() -> None:
    lines = as_text(a_content(reference="H-0001", session="s-1")).splitlines()
    for line in (
        "見積りのご希望 ランクA",
        "受付番号: H-0001",
        "受付日時: 2026-11-24 10:30",
        "・見積りのご希望",
        "・売上高の回答あり",
        "会社名: 株式会社山田製作所",
        "ご担当者: 佐藤花子",
        "電話番号: 03-0000-1234",
        "メールアドレス: sato@yamada.example.co.jp",
        "ご連絡の希望時間: 平日の午前",
        "業種: 製造業",
        "年間売上高: 350,000,000円(「3億5千万」)",
        "売上高の対象年度: 2026年3月期",
        "過去5年の事故: あり",
        "事故の内容: 2024年にメールを誤送信",
        "認証: ISMS(ISO/IEC 27001)、プライバシーマーク",
        "同意: 2026-11-24 10:30(2026-11版)",
        "2026-11-24 10:30 「メールの誤送信は補償されますか」 → 掲載あり",
        "・身代金は払ってもらえますか",
        "会話ID: s-1",
    ):
        assert line in lines


def test_questions_come_after_the_answers_and_the_unanswered_ones_last() -> None:
    text = as_text(a_content())
    headings = ["■ ご連絡先", "■ うかがった内容", "■ ご質問とお答え", "■ お答えできていないご質問"]
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)


def test_what_was_not_said_is_told_to_be_unsaid() -> None:
    text = as_text(
        a_content(
            kind=Kind.URGENT,
            industry=None,
            annual_sales_yen=None,
            annual_sales_as_said=None,
            past_incidents=None,
            certifications=[],
            contact=Contact(name="佐藤花子", phone="+81312345678"),
            questions=[],
            unanswered=[],
        )
    )
    assert text.startswith("【緊急】")
    assert "業種: (回答なし)" in text
    assert "年間売上高: (回答なし)" in text
    assert "メールアドレス: (回答なし)" in text
    assert "認証: (回答なし)" in text
    assert "None" not in text
    assert "お答えできていない" not in text


def test_who_has_no_certification_is_not_taken_for_one_who_did_not_say() -> None:
    assert "認証: なし" in as_text(a_content(certifications=[]))


def test_a_phone_number_is_written_as_it_is_dialled_in_japan() -> None:
    assert "電話番号: 03-1234-5678" in as_text(a_content(contact=Contact(name="佐藤", phone="+81312345678")))


def test_sales_that_were_only_described_are_quoted() -> None:
    lead = a_content(annual_sales_yen=None, annual_sales_as_said="5億円以上10億円未満")
    assert "年間売上高: 5億円以上10億円未満" in as_text(lead)
