"""The grade follows from what the visitor said, and says why."""

from datetime import UTC, datetime

import pytest

from leads.domain.fields import Field
from leads.domain.form import Answer, Form
from leads.domain.lead import Grade, Kind, PastIncidents, Question
from leads.domain.qualification import grade

NOW = datetime(2026, 11, 23, tzinfo=UTC)
SALES = Answer(said="3億", shown="3億円", value={"yen": 300_000_000, "said": "3億"})
BAND = Answer(said="1億円未満", shown="1億円未満", value={"yen": None, "said": "1億円未満"})
MAIL = Answer(said="", shown="", value="sato@example.co.jp")
PHONE = Answer(said="", shown="", value="03-1234-5678")
ACCIDENT, NO_ACCIDENT = (
    Answer(said="", shown="", value=value) for value in (PastIncidents.YES, PastIncidents.NOT_SURE)
)
BOTH = {Field.EMAIL: MAIL, Field.PHONE: PHONE}
NEED = "更新や取引先の求めなど、必要な事情を話している"


def asked(text: str, verdict: str = "listed") -> list[Question]:
    return [Question(text=text, verdict=verdict, entries=[], at=NOW)]


@pytest.mark.parametrize(
    ("kind", "answers", "questions", "expected"),
    [
        (Kind.URGENT, {Field.PHONE: PHONE}, [], Grade.A),
        (Kind.QUOTE, {Field.ANNUAL_SALES: SALES, Field.PHONE: PHONE}, [], Grade.A),
        (Kind.QUOTE, {Field.ANNUAL_SALES: SALES, Field.EMAIL: MAIL}, asked("誤送信は?"), Grade.A),
        (Kind.QUOTE, {Field.ANNUAL_SALES: SALES, Field.EMAIL: MAIL}, [], Grade.B),
        (Kind.QUOTE, {Field.ANNUAL_SALES: BAND, Field.EMAIL: MAIL}, [], Grade.B),
        (Kind.CALLBACK, {Field.PHONE: PHONE}, asked("来月が更新です。補償は?"), Grade.B),
        (Kind.CALLBACK, {Field.EMAIL: MAIL}, asked("取引先から加入するよう求められました"), Grade.B),
        (Kind.CALLBACK, {Field.EMAIL: MAIL}, asked("誤送信は?"), Grade.C),
        (Kind.CALLBACK, {Field.EMAIL: MAIL}, [], Grade.C),
        (Kind.CALLBACK, {Field.ANNUAL_SALES: SALES, **BOTH}, [], Grade.B),
        (Kind.CALLBACK, {Field.ANNUAL_SALES: BAND, **BOTH}, [], Grade.C),
        (Kind.CALLBACK, {Field.ANNUAL_SALES: SALES, Field.EMAIL: MAIL}, [], Grade.C),
        (Kind.CALLBACK, {**BOTH, Field.PAST_INCIDENTS: ACCIDENT}, asked("誤送信は?"), Grade.B),
        (Kind.CALLBACK, {**BOTH, Field.PAST_INCIDENTS: ACCIDENT}, asked("手続きは?", "info"), Grade.C),
        (Kind.QUOTE, {Field.ANNUAL_SALES: BAND, Field.PAST_INCIDENTS: ACCIDENT, **BOTH}, [], Grade.A),
        (Kind.QUOTE, {Field.ANNUAL_SALES: BAND, Field.PAST_INCIDENTS: NO_ACCIDENT, **BOTH}, [], Grade.B),
        (Kind.QUOTE, {Field.ANNUAL_SALES: BAND, Field.PHONE: PHONE}, asked("誤送信は?"), Grade.A),
        (Kind.QUOTE, {Field.ANNUAL_SALES: BAND, Field.EMAIL: MAIL}, asked("誤送信は?"), Grade.B),
    ],
)
def test_a_lead_is_graded_by_what_was_said(
    kind: Kind, answers: dict[Field, Answer], questions: list[Question], expected: Grade
) -> None:
    assert grade(Form(kind=kind, answers=answers), questions)[0] is expected


@pytest.mark.parametrize(
    "text",
    [
        "今の保険の更新を考えています",
        "来年の3月で満期になります",
        "他社からの切替はできますか",
        "他社からの切り替えはできますか",
        "乗換えを検討中です",
        "乗換も考えています",
        "乗り換えを検討中です",
        "取引先に求められています",
        "取引先との契約の条件になりました",
        "取引先の要求で入ることになりました",
        "取引先から入るように言われました",
        "取引先との契約に必要です",
        "取引先からの指示です",
        "元請から話がありました",
        "入札に参加したいのですが",
        "至急お願いします",
        "お急ぎでお願いします",
        "急いでいます",
        "今月中に入れますか",
        "来月までに入れますか",
    ],
)
def test_whoever_has_to_be_insured_soon_says_so_in_many_words(text: str) -> None:
    assert grade(Form(kind=Kind.CALLBACK), asked(text, "info")) == (Grade.C, [NEED])


@pytest.mark.parametrize(
    "text", ["取引先に誤送信したら", "取引先の名簿をなくしたが、報告は求められていますか", "費用は"]
)
def test_another_question_tells_of_no_need(text: str) -> None:
    assert grade(Form(kind=Kind.CALLBACK), asked(text, "info")) == (Grade.C, [])


def test_each_reason_is_said_in_words_the_most_weighty_first() -> None:
    answers = {Field.ANNUAL_SALES: SALES, Field.PAST_INCIDENTS: ACCIDENT, **BOTH}
    assert grade(Form(kind=Kind.QUOTE, answers=answers), [*asked("更新が近いです"), *asked("誤送信は?")]) == (
        Grade.A,
        [
            "見積りを希望している",
            NEED,
            "年間売上高を答えている",
            "補償について質問している(2件)",
            "電話でもメールでも連絡できる",
            "過去5年に事故があった",
        ],
    )


def test_a_range_of_sales_and_a_telephone_alone_are_said_otherwise() -> None:
    answers = {Field.ANNUAL_SALES: BAND, Field.PHONE: PHONE}
    reasons = ["年間売上高のおおよその範囲を答えている", "電話で連絡できる"]
    assert grade(Form(kind=Kind.CALLBACK, answers=answers), []) == (Grade.C, reasons)


def test_one_need_among_other_questions_counts() -> None:
    questions = [*asked("費用は", "info"), *asked("更新が近いです", "info"), *asked("流れは", "info")]
    assert grade(Form(kind=Kind.CALLBACK), questions)[1] == [NEED]


def test_an_accident_in_progress_says_so() -> None:
    urgent = grade(Form(kind=Kind.URGENT), asked("誤送信は?"))
    assert urgent == (Grade.A, ["事故が起きている、またはそのおそれがある"])
