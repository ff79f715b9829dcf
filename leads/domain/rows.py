"""A lead as one row of a table: the columns of its contract, in Japanese, safe to open in Excel."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from knowledge.domain.sheets.spreadsheet import neutral
from leads.domain.fields import SPECS, Field
from leads.domain.lead import Lead, Question
from leads.domain.plain_text import JAPAN, VERDICTS, WANTS
from leads.domain.told import ANSWERED, told

Cell = str | int | None
Titles = Mapping[str, str]
"""Of entries, by id; an entry that is not there is named by its id."""

IN_TWO_COLUMNS = {Field.ANNUAL_SALES: ("年間売上高(円)", "年間売上高(お客さまの表現)")}
HEADINGS = (
    "受付番号",
    "受付日時",
    "種別",
    "ランク",
    "ランクの理由",
    *(heading for field in ANSWERED for heading in IN_TWO_COLUMNS.get(field, (SPECS[field].label,))),
    "同意文の版",
    "同意日時",
    "同意した文",
    "ご質問とお答え",
    "お答えできていないご質問",
    "会話ID",
)


def row(lead: Lead, titles: Titles, agreed_to: str | None) -> list[Cell]:
    """The cells under HEADINGS; only the sales in yen are a number. agreed_to: the words of consent."""
    cells: list[Cell] = [
        lead.reference,
        in_japan(lead.created_at),
        WANTS[lead.kind],
        lead.grade.value,
        "\n".join(lead.reasons),
        *_answers(lead),
        lead.consent.version,
        in_japan(lead.consent.at),
        agreed_to,
        "\n".join(f"{question.text} → {reply(question, titles)}" for question in lead.questions),
        "\n".join(lead.unanswered),
        lead.session,
    ]
    return [neutral(cell) if isinstance(cell, str) else cell for cell in cells]


def _answers(lead: Lead) -> Iterator[Cell]:
    for field, said in told(lead).items():
        if field is Field.ANNUAL_SALES:
            yield lead.annual_sales_yen
        yield said


def reply(question: Question, titles: Titles) -> str:
    """How the bot answered: 掲載あり(メールの誤送信)"""
    verdict = VERDICTS.get(question.verdict, question.verdict)
    shown = "、".join(titles.get(entry, entry) for entry in question.entries)
    return f"{verdict}({shown})" if shown else verdict


def in_japan(at: datetime) -> str:
    return f"{at.astimezone(JAPAN):%Y/%m/%d %H:%M}"
