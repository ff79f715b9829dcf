"""The form from its first question to the end, for each kind of lead."""

import pytest

from leads.domain.fields import Field
from leads.domain.lead import Kind
from leads.domain.outcome import End
from tests.leads.form.talk import QUOTE, Talk, quote_until

pytestmark = pytest.mark.slow


def test_a_quote_asks_the_fields_in_their_order() -> None:
    talk, asked = Talk(), [Field.CONSENT]
    for text in QUOTE:
        talk.say(text)
        if talk.asks is not asked[-1]:
            asked.append(talk.asks)
    assert asked == [field for field in Field if field is not Field.INCIDENT_DETAILS]


def test_the_review_shows_every_answer_and_sends_at_a_word() -> None:
    talk = quote_until(Field.REVIEW)
    for shown in ("株式会社山田製作所", "製造業", "350,000,000円", "なし", "ISMS", "佐藤花子", "sato@example.co.jp"):
        assert shown in talk.reply
    assert talk.buttons[0] == "送信"
    talk.say("送信")
    assert talk.outcome is not None
    assert talk.outcome.end is End.SENT


def test_an_accident_in_the_past_is_asked_about() -> None:
    talk = quote_until(Field.PAST_INCIDENTS)
    talk.say("ある")
    assert talk.asks is Field.INCIDENT_DETAILS
    talk.say("2年前に顧客リストをメールで間違って送信しました。対応は終わっています")
    assert talk.asks is Field.CERTIFICATIONS
    assert "間違って送信" in (talk.shown(Field.INCIDENT_DETAILS) or "")


def test_a_callback_asks_company_name_and_one_way_to_reach() -> None:
    talk = Talk(Kind.CALLBACK, "同意します", "みどり商事", "田中", "tanaka@example.co.jp")
    assert talk.asks is Field.REVIEW
    assert "みどり商事" in talk.reply


def test_an_urgent_lead_is_sent_as_soon_as_somebody_can_be_reached() -> None:
    talk = Talk(Kind.URGENT, "同意します", "株式会社みどりの鈴木です", "090-1234-5678")
    assert talk.outcome is not None
    assert talk.outcome.end is End.SENT
    assert talk.shown(Field.COMPANY) == "株式会社みどり"
    assert talk.shown(Field.CONTACT_NAME) == "鈴木"


def test_an_urgent_visitor_without_a_telephone_gives_an_address() -> None:
    talk = Talk(Kind.URGENT, "同意します", "鈴木", "スキップ")
    assert talk.asks is Field.EMAIL
    talk.say("suzuki@example.co.jp")
    assert talk.outcome is not None
    assert talk.outcome.end is End.SENT


def test_one_sentence_fills_three_fields() -> None:
    talk = quote_until(Field.COMPANY)
    reply = talk.say("株式会社山田製作所の佐藤です、年商は3億です")
    assert talk.shown(Field.COMPANY) == "株式会社山田製作所"
    assert talk.shown(Field.CONTACT_NAME) == "佐藤"
    assert "300,000,000円" in reply
    talk.say("はい")
    assert talk.form.value(Field.ANNUAL_SALES)["yen"] == 300_000_000
    assert talk.asks is Field.INDUSTRY


def test_what_is_known_already_is_not_asked_again() -> None:
    talk = quote_until(Field.COMPANY)
    talk.say("株式会社山田製作所の佐藤です、年商は3億です", "はい", "製造業", "スキップ", "ない", "ない")
    assert talk.asks is Field.EMAIL


@pytest.mark.parametrize("text", ["同意します", "はい", "同意する", "はい、同意します", "OK"])
def test_consent_may_be_typed(text: str) -> None:
    assert Talk(Kind.QUOTE, text).asks is Field.COMPANY


@pytest.mark.parametrize("text", ["同意しません", "いいえ", "同意できません", "同意しない"])
def test_without_consent_nothing_is_asked_and_nothing_kept(text: str) -> None:
    talk = Talk(Kind.QUOTE, text)
    assert talk.outcome is not None
    assert talk.outcome.end is End.CANCELLED
    assert not talk.form.answers


def test_before_consent_nothing_personal_is_taken() -> None:
    talk = Talk(Kind.QUOTE, "株式会社山田製作所の佐藤です")
    assert talk.asks is Field.CONSENT
    assert not talk.form.answers
    assert "同意" in talk.reply


@pytest.mark.parametrize(
    "text",
    [
        "同意したくないかも",
        "まだ同意していません",
        "同意するつもりはありません",
        "同意するかどうか迷っています",
        "同意していいのか分からない",
        "同意した覚えはない",
        "同意するとどうなりますか",
        "同意しなくていいですか",
    ],
)
def test_doubt_and_questions_are_no_consent(text: str) -> None:
    talk = Talk(Kind.QUOTE, text)
    assert talk.asks is Field.CONSENT
    assert not talk.form.answers


@pytest.mark.parametrize("text", ["同意しかねます", "同意したくないです", "不同意です", "同意はできません"])
def test_a_refusal_ends_the_form(text: str) -> None:
    talk = Talk(Kind.QUOTE, text)
    assert talk.outcome is not None
    assert talk.outcome.end is End.CANCELLED
