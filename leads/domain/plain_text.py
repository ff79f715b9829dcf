"""A lead as plain Japanese text: what a salesperson needs before phoning, the answers, then what was asked."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from leads.domain.dialling import shown_phone
from leads.domain.fields import SPECS, Field
from leads.domain.lead import Kind, Lead, PastIncidents

JAPAN = ZoneInfo("Asia/Tokyo")
KINDS = {Kind.QUOTE: "見積りのご希望", Kind.CALLBACK: "連絡のご希望", Kind.URGENT: "【緊急】事故のご連絡"}
PAST_INCIDENTS = {PastIncidents.NONE: "なし", PastIncidents.YES: "あり", PastIncidents.NOT_SURE: "わからない"}
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
    yield f"{KINDS[lead.kind]} ランク{lead.grade}"
    yield f"受付番号: {lead.reference}"
    yield f"受付日時: {_time(lead.created_at)}"
    yield from (f"・{reason}" for reason in lead.reasons)
    yield "\n■ ご連絡先"
    yield from _answer(Field.COMPANY, lead.company)
    yield from _answer(Field.CONTACT_NAME, lead.contact.name)
    yield from _answer(Field.PHONE, lead.contact.phone and shown_phone(lead.contact.phone))
    yield from _answer(Field.EMAIL, lead.contact.email)
    yield from _answer(Field.PREFERRED_TIME, lead.contact.preferred_time)
    yield "\n■ うかがった内容"
    yield from _answer(Field.INDUSTRY, lead.industry)
    yield from _answer(Field.ANNUAL_SALES, _sales(lead))
    yield from _answer(Field.FISCAL_PERIOD, lead.fiscal_period)
    yield from _answer(Field.PAST_INCIDENTS, lead.past_incidents and PAST_INCIDENTS[lead.past_incidents])
    yield from _answer(Field.INCIDENT_DETAILS, lead.incident_details)
    yield from _answer(Field.CERTIFICATIONS, "、".join(lead.certifications))
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


def _answer(field: Field, value: str | None) -> Iterator[str]:
    yield f"{SPECS[field].label}: {value or UNSAID}"


def _sales(lead: Lead) -> str | None:
    if lead.annual_sales_yen is None:
        return lead.annual_sales_as_said
    said = f"(「{lead.annual_sales_as_said}」)" if lead.annual_sales_as_said else ""
    return f"{lead.annual_sales_yen:,}円{said}"


def _time(at: datetime) -> str:
    return f"{at.astimezone(JAPAN):%Y-%m-%d %H:%M}"
