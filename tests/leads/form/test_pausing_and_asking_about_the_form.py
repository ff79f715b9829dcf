"""Pause, start over, withhold, ask how long it takes: nothing is lost and nobody is stuck."""

import pytest

from leads.domain.commands import Command, read_command
from leads.domain.fields import Field
from leads.domain.outcome import End
from tests.leads.form.talk import quote_until

pytestmark = pytest.mark.slow

PAUSES = [
    "中断します",
    "ちょっと席外します",
    "席を外します",
    "後で戻ります",
    "会議が始まるので後で戻ります",
    "後にして",
    "あとにします",
    "一旦保留で",
    "休憩",
    "また明日",
    "また後で来ます",
    "ちょっと待って",
    "後で続きをやります",
]
STARTS_OVER = [
    "最初から",
    "全部消して",
    "最初からやり直したい",
    "はじめからやり直します",
    "リセット",
    "入力を全部消してください",
]
NONE_OF_THESE = [
    "後藤",
    "保留商事株式会社",
    "席田",
    "中断熱材工業",
    "最初の会社",
    "待鳥",
    "去年、作業を中断しました",
    "リセット株式会社",
]
QUESTIONS = [
    (Field.ANNUAL_SALES, "おおよそでいいの?", "おおよそで結構"),
    (Field.ANNUAL_SALES, "ざっくりでいい?", "おおよそで結構"),
    (Field.ANNUAL_SALES, "直近っていつ?", "決算"),
    (Field.INDUSTRY, "途中でやめたらどうなる?", "続きから"),
    (Field.EMAIL, "やめると今までのは消える？", "続きから"),
    (Field.COMPANY, "これって途中でやめられますか", "続きから"),
    (Field.PHONE, "途中で中断することはできますか", "続きから"),
    (Field.CERTIFICATIONS, "どこまで進んだ？ あと何問？", "番目"),
    (Field.COMPANY, "あと何問?", "番目"),
    (Field.CONTACT_NAME, "下の名前も？", "名字だけ"),
    (Field.PHONE, "個人情報どうなるの", "お預かり"),
]
COVERAGE = [
    "従業員がやめたらどうなりますか",
    "契約を途中でやめたらどうなる?",
    "契約は途中でやめられますか",
    "個人情報が漏れたらどうなる?",
    "情報漏えいは大丈夫ですか",
]
WITHHELD = [
    "売上は秘密",
    "秘密です",
    "言えません",
    "経理に聞かないとわからない",
    "わかりません",
    "赤字です",
    "スキップ",
    "公表していません",
]


@pytest.mark.parametrize("text", PAUSES)
@pytest.mark.parametrize("field", [Field.COMPANY, Field.INDUSTRY, Field.CONTACT_NAME, Field.REVIEW])
def test_a_pause_keeps_everything_and_says_how_to_go_on(field: Field, text: str) -> None:
    talk = quote_until(field)
    before = talk.form
    assert "続きから" in talk.say(text)
    assert talk.form == before
    assert talk.buttons == ["続きから"]
    talk.say("続きから")
    assert talk.asks is field


@pytest.mark.parametrize("text", STARTS_OVER)
def test_starting_over_is_confirmed_first(text: str) -> None:
    talk = quote_until(Field.REVIEW)
    assert "やめますか" in talk.say(text)
    talk.say("いいえ")
    assert talk.asks is Field.REVIEW
    talk.say(text, "はい")
    assert talk.outcome is not None
    assert talk.outcome.end is End.CANCELLED


@pytest.mark.parametrize("text", ["ありがとうございました", "どうもありがとう", "お世話になりました"])
def test_thanks_neither_stop_the_form_nor_are_an_answer(text: str) -> None:
    talk = quote_until(Field.FISCAL_PERIOD)
    talk.say("やめます")
    assert "やめますか" in talk.say(text)
    assert talk.form.leaving
    talk.say("いいえ")
    assert talk.asks is Field.FISCAL_PERIOD


@pytest.mark.parametrize("text", ["送信を取り消したい", "もういいです", "やめたくなってきた", "全部やめたい"])
def test_who_loses_interest_is_asked_whether_to_stop(text: str) -> None:
    assert read_command(text) is Command.CANCEL


@pytest.mark.parametrize("text", NONE_OF_THESE)
def test_a_name_neither_pauses_nor_starts_over(text: str) -> None:
    assert read_command(text) is None


@pytest.mark.parametrize(("field", "text", "told"), QUESTIONS)
def test_a_question_about_the_form_is_answered_by_the_form(field: Field, text: str, told: str) -> None:
    talk = quote_until(field)
    before = talk.form
    assert told in talk.say(text, asks_something=True)
    assert talk.form == before
    assert talk.outcome is not None
    assert not talk.outcome.digression


@pytest.mark.parametrize("text", COVERAGE)
def test_a_question_about_coverage_is_left_to_the_knowledge_base(text: str) -> None:
    talk = quote_until(Field.ANNUAL_SALES)
    talk.say(text)
    assert talk.outcome is not None
    assert talk.outcome.digression


@pytest.mark.parametrize("text", WITHHELD)
def test_sales_that_are_not_told_offer_bands_and_a_person(text: str) -> None:
    talk = quote_until(Field.ANNUAL_SALES)
    talk.say(text)
    assert {"1億円未満", "100億円以上", "担当者に相談する"} <= set(talk.buttons)
    talk.say("1億円以上5億円未満")
    assert talk.shown(Field.ANNUAL_SALES) == "1億円以上5億円未満"


def test_the_bands_stay_after_a_miss() -> None:
    talk = quote_until(Field.ANNUAL_SALES)
    talk.say("2~3億")
    for text in ("ほげ", "ほげほげ", "ふが", "ふがふが"):
        talk.say(text)
        assert "1億円未満" in talk.buttons


@pytest.mark.parametrize("text", ["わからない", "知りません", "不明", "たぶん持ってる"])
def test_unknown_certifications_lead_on(text: str) -> None:
    talk = quote_until(Field.CERTIFICATIONS)
    talk.say(text)
    if talk.asks is Field.CERTIFICATIONS:
        assert {"ISMS(ISO/IEC 27001)", "ない", "担当者に相談する"} <= set(talk.buttons)
        talk.say("ない")
    assert talk.asks is Field.CONTACT_NAME


@pytest.mark.parametrize("text", ["会社名は山田商事でした、ISMSです", "ISMSです。会社名は山田商事でした"])
def test_a_certification_beside_a_company_is_nobodys_name(text: str) -> None:
    talk = quote_until(Field.CERTIFICATIONS)
    talk.say(text)
    assert talk.shown(Field.CONTACT_NAME) is None
    assert talk.shown(Field.CERTIFICATIONS) == "ISMS(ISO/IEC 27001)"
