"""How soon sales should call: grade A, B or C, with the reasons in words."""

import re
from collections.abc import Sequence

from leads.domain.fields import Field
from leads.domain.form import Form
from leads.domain.lead import Grade, Kind, PastIncidents, Question

A_FROM, B_FROM = 5, 3
"""Points."""
_NEED = re.compile(
    r"更新|満期|切り?替え?|乗り?換え?|取引先.{0,12}(?:求め|条件|要求|言われ|必要|指示)|元請|入札|至急|急ぎ|急い|今月中|来月"
)


def grade(form: Form, questions: Sequence[Question]) -> tuple[Grade, list[str]]:
    """The grade and what speaks for it, most weighty first."""
    if form.kind is Kind.URGENT:
        return Grade.A, ["事故が起きている、またはそのおそれがある"]
    points, reasons = 0, list[str]()
    for found, weight, reason in _signs(form, questions):
        if found:
            points, reasons = points + weight, [*reasons, reason]
    return (Grade.A if points >= A_FROM else Grade.B if points >= B_FROM else Grade.C), reasons


def _signs(form: Form, questions: Sequence[Question]) -> list[tuple[bool, int, str]]:
    """(whether it holds, points, the reason in words)."""
    sales = form.value(Field.ANNUAL_SALES)
    figure = bool(sales) and sales["yen"] is not None
    need = any(_NEED.search(question.text) for question in questions)
    about_cover = [question for question in questions if question.verdict != "info"]
    said_details = form.value(Field.PAST_INCIDENTS) == PastIncidents.YES
    reachable = Field.EMAIL in form.answers and Field.PHONE in form.answers
    return [
        (form.kind is Kind.QUOTE, 2, "見積りを希望している"),
        (need, 2, "更新や取引先の求めなど、必要な事情を話している"),
        (figure, 2, "年間売上高を答えている"),
        (bool(sales) and not figure, 1, "年間売上高のおおよその範囲を答えている"),
        (bool(about_cover), 1, f"補償について質問している({len(about_cover)}件)"),
        (reachable, 1, "電話でもメールでも連絡できる"),
        (Field.PHONE in form.answers and not reachable, 1, "電話で連絡できる"),
        (said_details, 1, "過去5年に事故があった"),
    ]
