"""A lead as plain Japanese text: what a salesperson needs before phoning, the answers, then what was asked."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from leads.domain.fields import SPECS, Field
from leads.domain.lead import Kind, Lead
from leads.domain.told import CONTACT, told

JAPAN = ZoneInfo("Asia/Tokyo")
WANTS = {Kind.QUOTE: "見積りのご希望", Kind.CALLBACK: "連絡のご希望", Kind.URGENT: "【緊急】事故のご連絡"}
"""As the visitor put it; `leads.models.KINDS` names the kind in a word."""
VERDICTS = {
    "listed": "掲載あり",
    "undetermined": "掲載の内容だけでは判断できない",
    "clarify": "聞き返した",
    "not_listed": "掲載なし",
    "info": "ご案内",
    "declined": "取り扱いのない内容",
    "none": "回答なし",
}
UNSAID = "(回答なし)"


def as_text(lead: Lead) -> str:
    """Times are Japan's."""
    return "\n".join(_lines(lead)) + "\n"


def _lines(lead: Lead) -> Iterator[str]:
    yield f"{WANTS[lead.kind]} ランク{lead.grade}"
    yield f"受付番号: {lead.reference}"
    yield f"受付日時: {_time(lead.created_at)}"
    yield from (f"・{reason}" for reason in lead.reasons)
    answers = {**told(lead), Field.ANNUAL_SALES: _sales(lead)}
    yield "\n■ ご連絡先"
    yield from (_answer(field, answers.pop(field)) for field in (Field.COMPANY, *CONTACT))
    yield "\n■ うかがった内容"
    yield from (_answer(field, answer) for field, answer in answers.items())
    yield f"{SPECS[Field.CONSENT].label}: {_time(lead.consent.at)}({lead.consent.version}版)"
    yield "\n■ ご質問とお答え"
    for question in lead.questions:
        yield f"{_time(question.at)} 「{question.text}」 → {VERDICTS.get(question.verdict, question.verdict)}"
    if not lead.questions:
        yield "(ありません)"
    if lead.unanswered:
        yield "\n■ お答えできていないご質問"
        yield from (f"・{text}" for text in lead.unanswered)
    yield f"\n会話ID: {lead.session}"


def _answer(field: Field, value: str | None) -> str:
    return f"{SPECS[field].label}: {value or UNSAID}"


def _sales(lead: Lead) -> str | None:
    if lead.annual_sales_yen is None:
        return lead.annual_sales_as_said
    said = f"(「{lead.annual_sales_as_said}」)" if lead.annual_sales_as_said else ""
    return f"{lead.annual_sales_yen:,}円{said}"


def _time(at: datetime) -> str:
    return f"{at.astimezone(JAPAN):%Y-%m-%d %H:%M}"
