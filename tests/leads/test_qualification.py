"""The grade follows from what the visitor said, and says why."""

from datetime import UTC, datetime

import pytest

from leads.domain.fields import Field
from leads.domain.form import Answer, Form
from leads.domain.lead import Grade, Kind, Question
from leads.domain.qualification import grade

NOW = datetime(2026, 11, 23, tzinfo=UTC)
SALES = Answer(said="3億", shown="3億円", value={"yen": 300_000_000, "said": "3億"})
BAND = Answer(said="1億円未満", shown="1億円未満", value={"yen": None, "said": "1億円未満"})
MAIL = Answer(said="", shown="", value="sato@example.co.jp")
PHONE = Answer(said="", shown="", value="03-1234-5678")


def asked(text: str) -> list[Question]:
    return [Question(text=text, verdict="listed", entries=[], at=NOW)]


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
    ],
)
def test_a_lead_is_graded_by_what_was_said(
    kind: Kind, answers: dict[Field, Answer], questions: list[Question], expected: Grade
) -> None:
    assert grade(Form(kind=kind, answers=answers), questions)[0] is expected


def test_the_reasons_are_said_in_words() -> None:
    _, reasons = grade(Form(kind=Kind.QUOTE, answers={Field.ANNUAL_SALES: SALES}), asked("更新が近いです"))
    assert reasons[0] == "見積りを希望している"
    assert "年間売上高を答えている" in reasons
    assert any("更新" in reason for reason in reasons)


def test_an_accident_in_progress_says_so() -> None:
    assert "事故" in grade(Form(kind=Kind.URGENT), [])[1][0]
