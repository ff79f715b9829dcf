"""Consent is taken when it is clearly given, and never from a question, a refusal or a condition."""

import pytest

from leads.domain.fields import Field
from leads.domain.lead import Kind
from leads.domain.outcome import End
from leads.domain.yes_no import read_consent
from tests.leads.form.talk import Talk

pytestmark = pytest.mark.slow

GIVEN = [
    "同意します",
    "「同意します」",
    "やっぱり同意します",
    "とりあえず同意",
    "上記の内容に同意します。",
    "同意します、山田です",
    "同意します。株式会社Aの森です",
    "はいはい同意同意",
    "わかりました",
    "はい、わかりました",
    "わかりました、同意します",
    "了解です",
    "構いません",
    "はい",
]
NOT_GIVEN = [
    "同意しないとどうなる",
    "同意したら",
    "同意しますか",
    "同意しますが、条件があります",
    "同意します。ただし電話はしないでください",
    "まだ同意しません",
    "同意するとは言っていない",
    "「同意します」と言ったらどうなる",
    "同意は後で",
    "個人情報どうなるの",
    "山田です",
    "よくわからない",
    "わかりましたけど、まだです",
]
REFUSED = ["同意しません", "やっぱり同意しません", "いいえ", "同意できません。", "不同意です"]


@pytest.mark.parametrize("text", GIVEN)
def test_consent_is_taken(text: str) -> None:
    talk = Talk(Kind.QUOTE, text)
    assert talk.form.consented_at is not None
    assert talk.asks is not Field.CONSENT


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_no_consent_is_read_into_doubt(text: str) -> None:
    talk = Talk(Kind.QUOTE, text)
    assert talk.asks is Field.CONSENT
    assert talk.form.consented_at is None
    assert talk.outcome is not None
    assert talk.outcome.end is None
    assert talk.buttons == ["同意します", "同意しません"]


@pytest.mark.parametrize("text", REFUSED)
def test_a_refusal_is_one(text: str) -> None:
    assert read_consent(text) is False
    outcome = Talk(Kind.QUOTE, text).outcome
    assert outcome is not None
    assert outcome.end is End.CANCELLED


def test_what_is_said_beside_the_consent_is_taken() -> None:
    talk = Talk(Kind.QUOTE, "同意します。株式会社Aの森です")
    assert talk.shown(Field.COMPANY) == "株式会社A"
    assert talk.shown(Field.CONTACT_NAME) == "森"
    assert Talk(Kind.QUOTE, "同意します、山田です").shown(Field.COMPANY) is None


def test_the_buttons_stay_after_the_third_miss() -> None:
    talk = Talk()
    talk.say("ほげ", "ほげほげ", "ふが")
    assert {"同意します", "同意しません", "担当者に相談する"} <= set(talk.buttons)


@pytest.mark.parametrize(
    "text", ["同意しないとどうなる", "同意しないとどうなりますか？", "個人情報どうなるの", "同意は必要ですか"]
)
def test_what_the_consent_is_for_is_told(text: str) -> None:
    assert "利用目的" in Talk().say(text)
