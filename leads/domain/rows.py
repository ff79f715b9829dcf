"""A lead as one row of a table: the columns of its contract, in Japanese, safe to open in Excel."""

from collections.abc import Mapping
from datetime import datetime

from knowledge.domain.spreadsheet import neutral
from leads.domain.dialling import shown_phone
from leads.domain.lead import Kind, Lead, Question
from leads.domain.plain_text import JAPAN, KINDS, PAST_INCIDENTS, VERDICTS

Cell = str | int | None
Titles = Mapping[str, str]
"""Of entries, by id; an entry that is not there is named by its id."""

HEADINGS = (
    "受付番号",
    "受付日時",
    "種別",
    "ランク",
    "ランクの理由",
    "会社名",
    "業種",
    "年間売上高(円)",
    "年間売上高(お客さまの表現)",
    "売上高の対象年度",
    "過去5年の事故",
    "事故の内容",
    "認証",
    "ご担当者",
    "メールアドレス",
    "電話番号",
    "ご連絡の希望時間",
    "同意文の版",
    "同意日時",
    "同意した文",
    "ご質問とお答え",
    "お答えできていないご質問",
    "会話ID",
)


def row(lead: Lead, titles: Titles, agreed_to: str | None) -> list[Cell]:
    """The cells under HEADINGS; only the sales in yen are a number. agreed_to: the words of consent."""
    contact = lead.contact
    cells: list[Cell] = [
        lead.reference,
        in_japan(lead.created_at),
        KINDS[lead.kind],
        lead.grade.value,
        "\n".join(lead.reasons),
        lead.company,
        lead.industry,
        lead.annual_sales_yen,
        lead.annual_sales_as_said,
        lead.fiscal_period,
        incidents(lead),
        lead.incident_details,
        certifications(lead),
        contact.name,
        contact.email,
        contact.phone and shown_phone(contact.phone),
        contact.preferred_time,
        lead.consent.version,
        in_japan(lead.consent.at),
        agreed_to,
        "\n".join(f"{question.text} → {reply(question, titles)}" for question in lead.questions),
        "\n".join(lead.unanswered),
        lead.session,
    ]
    return [neutral(cell) if isinstance(cell, str) else cell for cell in cells]


def reply(question: Question, titles: Titles) -> str:
    """How the bot answered: 掲載あり(メールの誤送信)"""
    verdict = VERDICTS.get(question.verdict, question.verdict)
    shown = "、".join(titles.get(entry, entry) for entry in question.entries)
    return f"{verdict}({shown})" if shown else verdict


def incidents(lead: Lead) -> str | None:
    return PAST_INCIDENTS[lead.past_incidents] if lead.past_incidents else None


def certifications(lead: Lead) -> str | None:
    """None when they were not asked: only the form of a quote asks."""
    return "、".join(lead.certifications) or ("なし" if lead.kind is Kind.QUOTE else None)


def in_japan(at: datetime) -> str:
    return f"{at.astimezone(JAPAN):%Y/%m/%d %H:%M}"
