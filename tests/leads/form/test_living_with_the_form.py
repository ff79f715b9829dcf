"""Why, back, skip, correct, ask something else, give up: at any time."""

import pytest

from leads.domain.fields import SPECS, Field
from leads.domain.lead import Kind
from leads.domain.outcome import End
from tests.leads.form.talk import QUOTE, Talk, quote_until

pytestmark = pytest.mark.slow

ASKED = [field for field in Field if field not in {Field.INCIDENT_DETAILS, Field.CONSENT}]


@pytest.mark.parametrize("field", ASKED)
@pytest.mark.parametrize("text", ["なぜ聞くのですか", "なんで必要なの?", "理由を教えてください"])
def test_every_field_has_its_reason(field: Field, text: str) -> None:
    talk = quote_until(field)
    assert SPECS[field].reason in talk.say(text)
    assert talk.asks is field


@pytest.mark.parametrize("field", [f for f in ASKED if f not in {Field.REVIEW, Field.PHONE}])
def test_a_question_in_the_middle_is_answered_and_the_form_goes_on(field: Field) -> None:
    talk = quote_until(field)
    before = dict(talk.form.answers)
    talk.say("委託先から漏えいした場合は補償されますか", asks_something=True)
    assert talk.outcome is not None
    assert talk.outcome.digression
    assert talk.asks is field
    assert talk.form.answers == before
    assert SPECS[field].question.split("。")[0] in talk.reply


@pytest.mark.parametrize("field", [Field.FISCAL_PERIOD, Field.PREFERRED_TIME])
@pytest.mark.parametrize("text", ["スキップ", "スキップします", "飛ばしてください", "パスで", "答えたくないです"])
def test_what_is_optional_may_be_skipped(field: Field, text: str) -> None:
    talk = quote_until(field)
    talk.say(text)
    assert field in talk.form.skipped
    assert talk.asks is not field


@pytest.mark.parametrize("field", [Field.COMPANY, Field.INDUSTRY, Field.ANNUAL_SALES, Field.CONTACT_NAME])
def test_what_is_needed_is_asked_again_with_a_word_why(field: Field) -> None:
    talk = quote_until(field)
    assert "必要です" in talk.say("スキップ")
    assert talk.asks is field


def test_mail_or_telephone_suffices_and_one_is_needed() -> None:
    talk = quote_until(Field.EMAIL)
    talk.say("スキップ")
    assert talk.asks is Field.PHONE
    assert "どちらか一つ" in talk.say("スキップ")
    talk.say("03-1234-5678")
    assert talk.asks is Field.PREFERRED_TIME


@pytest.mark.parametrize("text", ["戻る", "一つ前に戻りたいです", "前の質問に戻って", "戻ってください"])
def test_going_back_asks_the_field_before(text: str) -> None:
    talk = quote_until(Field.PAST_INCIDENTS)
    talk.say(text)
    assert talk.asks is Field.FISCAL_PERIOD
    talk.say("そのまま")
    assert talk.shown(Field.FISCAL_PERIOD) == "2026年3月期"
    assert talk.asks is Field.PAST_INCIDENTS


def test_before_the_first_field_there_is_nothing() -> None:
    talk = quote_until(Field.COMPANY)
    assert "前の項目はありません" in talk.say("戻る")


def test_sales_are_corrected_at_any_time_and_confirmed() -> None:
    talk = quote_until(Field.CONTACT_NAME)
    assert "500,000,000円" in talk.say("売上は5億に訂正")
    assert "訂正しました" in talk.say("はい")
    assert talk.form.value(Field.ANNUAL_SALES)["yen"] == 500_000_000
    assert talk.asks is Field.CONTACT_NAME


def test_a_correction_without_a_value_asks_for_it_and_returns() -> None:
    talk = quote_until(Field.REVIEW)
    talk.say("さっきの電話番号違います")
    assert talk.asks is Field.PHONE
    assert "訂正しました" in talk.say("06-6543-2100")
    assert talk.asks is Field.REVIEW


def test_an_invalid_correction_keeps_the_old_value() -> None:
    talk = quote_until(Field.REVIEW)
    talk.say("電話番号を12345に変更")
    talk.say("12345")
    assert talk.shown(Field.PHONE) == "03-1234-5678"
    talk.say("そのまま")
    assert talk.asks is Field.REVIEW
    assert "03-1234-5678" in talk.reply


def test_an_amount_denied_is_asked_again() -> None:
    talk = quote_until(Field.ANNUAL_SALES)
    talk.say("3億", "いいえ")
    assert Field.ANNUAL_SALES not in talk.form.answers
    assert talk.asks is Field.ANNUAL_SALES
    assert "80,000,000円" in talk.say("8000万円")


def test_an_amount_said_anew_instead_of_yes_is_echoed_anew() -> None:
    talk = quote_until(Field.ANNUAL_SALES)
    assert "50,000,000円" in talk.say("3億", "5000万円です")


@pytest.mark.parametrize(
    "text", ["売上は¥35,000,000です", "売上は35,000,000円、製造業です", "年商３５，０００，０００円"]
)
def test_a_comma_within_a_number_ends_no_clause(text: str) -> None:
    talk = quote_until(Field.ANNUAL_SALES)
    assert "35,000,000円(" in talk.say(text)


def test_a_bare_number_asks_its_unit() -> None:
    talk = quote_until(Field.ANNUAL_SALES)
    assert "単位" in talk.say("500")
    assert "百万円" in talk.buttons
    assert "500,000,000円" in talk.say("百万円")


def test_a_range_is_asked_again_with_bands() -> None:
    talk = quote_until(Field.ANNUAL_SALES)
    talk.say("2~3億")
    assert "1億円以上5億円未満" in talk.buttons
    talk.say("1億円以上5億円未満")
    assert talk.form.value(Field.ANNUAL_SALES) == {"yen": None, "said": "1億円以上5億円未満"}


def test_no_accident_after_all_drops_its_details() -> None:
    talk = quote_until(Field.PAST_INCIDENTS)
    talk.say("ある", "去年ウイルスに感染しました", "過去の事故を訂正します", "ない")
    assert Field.INCIDENT_DETAILS not in talk.form.answers


def test_three_answers_that_cannot_be_read_offer_a_person() -> None:
    talk = quote_until(Field.PHONE)
    talk.say("ほげほげ", "ほげほげ")
    assert "担当者に相談する" not in talk.buttons
    talk.say("ほげほげ")
    assert "担当者に相談する" in talk.buttons
    talk.say("担当者に相談する")
    assert talk.form.kind is Kind.CALLBACK
    assert talk.shown(Field.COMPANY) == "株式会社山田製作所"


@pytest.mark.parametrize("text", ["やめます", "キャンセル", "入力をやめる", "もうやめたい", "中止してください"])
def test_giving_up_is_confirmed_first(text: str) -> None:
    talk = quote_until(Field.INDUSTRY)
    assert "やめますか" in talk.say(text)
    talk.say("いいえ")
    assert talk.asks is Field.INDUSTRY
    talk.say(text, "はい")
    assert talk.outcome is not None
    assert talk.outcome.end is End.CANCELLED


def test_sending_too_early_goes_on_with_what_is_missing() -> None:
    talk = quote_until(Field.EMAIL)
    assert "まだ" in talk.say("送信")
    assert talk.asks is Field.EMAIL


def test_a_quote_may_become_a_mere_callback_and_back() -> None:
    talk = quote_until(Field.INDUSTRY)
    talk.switch(Kind.CALLBACK)
    assert talk.asks is Field.CONTACT_NAME
    talk.switch(Kind.QUOTE)
    assert talk.asks is Field.INDUSTRY


def test_each_line_of_the_review_has_its_button() -> None:
    talk = quote_until(Field.REVIEW)
    for field in ASKED[:-1]:
        talk = quote_until(Field.REVIEW)
        assert f"{SPECS[field].label}を直す" in talk.buttons
        talk.say(f"{SPECS[field].label}を直す")
        assert talk.asks is field, field


def test_an_accident_told_at_once_needs_no_second_question() -> None:
    talk = quote_until(Field.PAST_INCIDENTS)
    talk.say("3年前に一度、社員のパソコンがウイルスに感染しました")
    assert talk.asks is Field.CERTIFICATIONS
    assert "3年前" in (talk.shown(Field.INCIDENT_DETAILS) or "")


def test_a_telephone_number_in_place_of_the_address_is_taken() -> None:
    talk = quote_until(Field.EMAIL)
    assert "03-1234-5678" in talk.say("03-1234-5678")
    assert talk.asks is Field.PREFERRED_TIME


@pytest.mark.parametrize("text", ["はい", "OKです", "お願いします", "これで送信してください", "送ります"])
def test_the_review_is_sent_at_a_yes(text: str) -> None:
    talk = quote_until(Field.REVIEW)
    talk.say(text)
    assert talk.outcome is not None
    assert talk.outcome.end is End.SENT


def test_a_story_that_names_a_reason_does_not_ask_why() -> None:
    talk = quote_until(Field.PAST_INCIDENTS)
    talk.say("ある", "去年、理由は不明ですが名簿が外に出ました")
    assert talk.asks is Field.CERTIFICATIONS


def test_what_is_held_is_not_taken_for_a_why() -> None:
    talk = quote_until(Field.CERTIFICATIONS)
    talk.say("ISMSを取得しているので大丈夫です")
    assert talk.asks is Field.CONTACT_NAME


@pytest.mark.parametrize("text", ["わからないのでスキップで", "とくにないです", "不明です", "特にありません"])
@pytest.mark.parametrize("field", [Field.FISCAL_PERIOD, Field.PREFERRED_TIME])
def test_nothing_to_say_to_an_optional_field_skips_it(field: Field, text: str) -> None:
    talk = quote_until(field)
    talk.say(text)
    assert talk.asks is not field


@pytest.mark.parametrize("text", ["メールは苦手なので電話で", "電話でお願いします", "メールはないです。電話がいいです"])
def test_who_prefers_the_telephone_is_asked_its_number(text: str) -> None:
    talk = quote_until(Field.EMAIL)
    talk.say(text)
    assert talk.asks is Field.PHONE


def test_an_answer_to_a_later_field_is_taken_there() -> None:
    talk = quote_until(Field.FISCAL_PERIOD)
    assert "田中" in talk.say("田中と申します")
    assert talk.shown(Field.CONTACT_NAME) == "田中"
    assert talk.asks is Field.FISCAL_PERIOD


def test_the_number_that_is_asked_is_taken_however_it_is_led_in() -> None:
    talk = Talk(Kind.QUOTE, *QUOTE[:10], "やっぱり電話がいいです 03-1234-5678")
    assert talk.form.answers[Field.PHONE].shown == "03-1234-5678"
    assert talk.form.asks is Field.PREFERRED_TIME
