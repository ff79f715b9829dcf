"""E-mail or telephone: added, taken off, preferred over the other; one of them always stays."""

import pytest

from leads.domain.fields import Field
from leads.domain.lead import Kind
from tests.leads.form.talk import Talk, quote_until

pytestmark = pytest.mark.slow


def callback_by_telephone() -> Talk:
    talk = Talk(Kind.CALLBACK, "同意します", "みどり商事", "田中", "03-1234-5678")
    assert talk.asks is Field.REVIEW
    return talk


@pytest.mark.parametrize(
    "text",
    [
        "メールアドレスも追加したい",
        "メールアドレスを直す",
        "やっぱ電話じゃなくてメールで",
        "メールアドレスを登録したいです",
    ],
)
def test_the_way_not_given_yet_can_be_added(text: str) -> None:
    talk = callback_by_telephone()
    talk.say(text)
    assert talk.asks is Field.EMAIL
    talk.say("sato@example.jp")
    assert talk.shown(Field.EMAIL) == "sato@example.jp"
    assert talk.asks is Field.REVIEW


@pytest.mark.parametrize(
    "text", ["sato@example.jp", "メールはsato@example.jpです", "メールアドレスはsato@example.jpを追加で"]
)
def test_an_address_at_the_review_is_added(text: str) -> None:
    talk = callback_by_telephone()
    talk.say(text)
    assert talk.shown(Field.EMAIL) == "sato@example.jp"


@pytest.mark.parametrize(
    "text", ["メールなしで", "メールアドレスは消してください", "メールは不要です", "メールは削除してください"]
)
def test_one_of_two_ways_can_be_taken_off(text: str) -> None:
    for before in ([], ["メールアドレスを直す"]):
        talk = quote_until(Field.REVIEW)
        talk.say(*before, text) if before else talk.say(text)
        assert talk.shown(Field.EMAIL) is None
        assert talk.asks is Field.REVIEW


def test_a_way_taken_off_can_be_added_again() -> None:
    talk = quote_until(Field.REVIEW)
    talk.say("電話番号は消してください")
    assert talk.shown(Field.PHONE) is None
    talk.say("電話番号を追加したい")
    assert talk.asks is Field.PHONE
    talk.say("06-6543-2100")
    assert talk.shown(Field.PHONE) == "06-6543-2100"


def test_the_only_way_stays() -> None:
    talk = callback_by_telephone()
    assert "どちらか一つ" in talk.say("電話番号は消してください")
    assert talk.shown(Field.PHONE) == "03-1234-5678"


@pytest.mark.parametrize(
    "text", ["メールはやってない", "メールはありません", "電話だけでお願いします", "メールじゃなくて電話で"]
)
def test_who_has_no_mail_is_asked_the_telephone(text: str) -> None:
    talk = quote_until(Field.EMAIL)
    talk.say(text)
    assert talk.asks is Field.PHONE
    assert talk.form.kind is Kind.QUOTE


@pytest.mark.parametrize(
    "text", ["電話はいりません", "電話はNG", "やっぱりメールで", "電話は困るのでメールでお願いします"]
)
def test_who_gave_an_address_needs_no_telephone(text: str) -> None:
    talk = quote_until(Field.PHONE)
    talk.say(text)
    assert talk.asks is Field.PREFERRED_TIME
    assert talk.shown(Field.PHONE) is None


@pytest.mark.parametrize("asked", [Field.COMPANY, Field.CONTACT_NAME])
def test_whoever_waits_for_a_person_already_is_told_what_is_missing(asked: Field) -> None:
    talk = Talk(Kind.CALLBACK, "同意します", *(["みどり商事"] if asked is Field.CONTACT_NAME else []))
    assert "あと少しだけ" in talk.say("担当者に相談する")
    assert talk.asks is asked
    assert asked not in talk.form.answers


def test_a_number_instead_of_the_address_is_taken() -> None:
    talk = quote_until(Field.EMAIL)
    talk.say("メールじゃなくて電話 03-1111-2222")
    assert talk.shown(Field.PHONE) == "03-1111-2222"
