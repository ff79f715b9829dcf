"""A message that could answer the field asked or correct another one: which of them it counts for."""

import pytest

from leads.domain import words
from leads.domain.fields import Field
from leads.domain.lead import Kind
from tests.leads.form.talk import Talk, quote_until


def test_the_field_asked_is_answered_where_another_is_named_only_to_be_set_aside() -> None:
    talk = quote_until(Field.PHONE)
    talk.say("メールより03-1234-5678です")
    assert talk.shown(Field.PHONE) == "03-1234-5678"
    assert talk.shown(Field.EMAIL) == "sato@example.co.jp"


def test_the_field_asked_is_answered_where_both_are_named() -> None:
    talk = quote_until(Field.CERTIFICATIONS)
    talk.say("業種は関係なくISMSです")
    assert (talk.shown(Field.CERTIFICATIONS), talk.shown(Field.INDUSTRY)) == ("ISMS(ISO/IEC 27001)", "製造業")


def test_a_value_named_by_its_field_corrects_it_though_it_could_answer() -> None:
    talk = quote_until(Field.FISCAL_PERIOD)
    assert "300,000,000円" in talk.say("やっぱり売上は2025年度の3億円に訂正")
    assert (talk.asks, talk.shown(Field.FISCAL_PERIOD)) == (Field.ANNUAL_SALES, None)


@pytest.mark.parametrize(
    ("field", "said", "shown"),
    [
        (Field.EMAIL, "間違えました、sato@example.co.jpです", "sato@example.co.jp"),
        (Field.PHONE, "違う、03-1234-5678です", "03-1234-5678"),
    ],
)
def test_a_value_that_says_what_it_is_answers_beside_a_mistake(field: Field, said: str, shown: str) -> None:
    talk = quote_until(field)
    talk.say(said)
    assert talk.shown(field) == shown


def test_an_amount_alone_corrects_the_sales_at_the_review() -> None:
    talk = quote_until(Field.REVIEW)
    assert "500,000,000円" in talk.say("5億円")
    talk.say("はい")
    assert (talk.shown(Field.ANNUAL_SALES), talk.asks) == ("500,000,000円(5億円)", Field.REVIEW)


def test_a_correction_that_leaves_two_readings_is_asked_about_and_changes_nothing_yet() -> None:
    talk = quote_until(Field.REVIEW)
    talk.say("業種は情報通信業か製造業に変更")
    assert talk.buttons == ["情報通信業", "製造業"]
    talk.say("情報通信業")
    assert (talk.shown(Field.INDUSTRY), talk.asks) == ("情報通信業", Field.REVIEW)


def test_where_nothing_is_known_yet_there_is_nothing_to_correct() -> None:
    talk = Talk(Kind.QUOTE, "同意します")
    assert words.NOTHING_TO_CORRECT in talk.say("違います")
    assert talk.asks is Field.COMPANY


def test_something_else_that_is_to_be_changed_is_asked_for() -> None:
    talk = quote_until(Field.REVIEW)
    assert words.WHICH_TO_CORRECT in talk.say("所在地を変更したい")


def test_several_things_that_name_no_field_change_nothing_at_the_review() -> None:
    talk = quote_until(Field.REVIEW)
    before = talk.form.answers
    talk.say("山田商事です。東京です。")
    assert (talk.form.answers, talk.asks) == (before, Field.REVIEW)
