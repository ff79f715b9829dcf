"""The figures as the page shows them: each table has its numbers and, before them, a bar that says the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any

from django.urls import reverse

from chat.staff.charts import Columns, Part, bars, columns, percent, shown
from chat.staff.numbers import CONCLUDED, OPEN, Entry, Judged, Numbers
from leads.staff.numbers import Forms, Leads

WEEKDAYS = "月火水木金土日"
GOOD, DOUBT, OTHER = "good", "doubt", "other"
"""What the colours mean: answered, left to a person, neither."""


@dataclass(frozen=True)
class Row:
    """bar: (tone, piece) from left to right. cells: the numbers, as shown. link: where the label leads, or nowhere."""

    label: str
    bar: list[tuple[str, Part]]
    cells: list[str]
    link: str = ""


@dataclass(frozen=True)
class Table:
    """heads: of the label, then of each cell. tones: of the bars that belong to the cells, where there are several."""

    heads: tuple[str, ...]
    rows: list[Row]
    title: str = ""
    note: str = ""
    tones: tuple[str, ...] = ()

    @property
    def columns(self) -> list[tuple[str, str]]:
        """(head, tone) of each cell."""
        return list(zip_longest(self.heads[1:], self.tones, fillvalue=""))


def page(found: Numbers, may_edit_entries: bool) -> dict[str, Any]:
    """The template's variables. may_edit_entries: entries lead to their pages."""
    return {
        "figures": [
            ("質問", shown(found.questions), "件"),
            ("会話", shown(found.conversations), "件"),
            ("役に立った", shown(found.helpful), "件"),
            ("役に立たなかった", shown(found.unhelpful), "件"),
            ("送信されたフォーム", shown(found.sent), "件"),
            ("見込み客", shown(found.leads.total), "件"),
        ],
        "days": days(found.days),
        "verdicts": verdicts(found.verdicts, found.questions),
        "entries": entries(found.entries, may_edit_entries),
        "unanswered": unanswered(found.unanswered),
        "forms": [of_forms(form) for form in found.forms if form.begun],
        "grades": grades(found.leads),
        "statuses": plain(("状況", "件数"), found.leads.by_status),
    }


def days(counted: Sequence[tuple[date, int]]) -> Columns:
    """11/29(日), below its column 11/29"""
    named = [(f"{day.month}/{day.day}", WEEKDAYS[day.weekday()], questions) for day, questions in counted]
    return columns([(f"{name}({weekday})", name, questions) for name, weekday, questions in named])


def verdicts(judged: Sequence[Judged], questions: int) -> Table:
    tones = dict.fromkeys(CONCLUDED, GOOD) | dict.fromkeys(OPEN, DOUBT)
    drawn = bars([[one.questions] for one in judged])
    rows = [
        Row(
            one.label,
            [(tones.get(one.verdict, OTHER), part)],
            [shown(one.questions), f"{percent(one.questions, questions)}%"],
        )
        for one, (part,) in zip(judged, drawn, strict=True)
    ]
    return Table(("判定", "件数", "割合"), rows)


def entries(found: Sequence[Entry], may_edit: bool) -> Table:
    drawn = bars([[entry.answered, entry.undetermined] for entry in found])
    rows = [
        Row(
            entry.title,
            list(zip((GOOD, DOUBT), parts, strict=True)),
            [shown(entry.answered), shown(entry.undetermined)],
            reverse("admin:knowledge_draft_change", args=[entry.draft]) if may_edit and entry.draft else "",
        )
        for entry, parts in zip(found, drawn, strict=True)
    ]
    return Table(("項目", "答えた", "判断できない"), rows, tones=(GOOD, DOUBT))


def unanswered(found: Sequence[tuple[str, int]]) -> Table:
    return plain(("質問", "回数"), found, DOUBT)


def of_forms(form: Forms) -> Table:
    lines = [(step.label, [shown(step.reached), shown(step.cancelled), shown(step.left)]) for step in form.steps]
    drawn = bars([[reached] for reached in (*(step.reached for step in form.steps), form.sent)], longest=form.begun)
    rows = [
        Row(label, [(GOOD, part)], cells)
        for (label, cells), (part,) in zip([*lines, ("送信", [shown(form.sent), "", ""])], drawn, strict=True)
    ]
    ended = f"送信 {shown(form.sent)}件({percent(form.sent, form.begun)}%)、中止 {shown(form.cancelled)}件"
    note = f"開始 {shown(form.begun)}件のうち、{ended}、途中 {shown(form.left)}件"
    return Table(("項目", "進んだ", "中止", "途中"), rows, form.label, note)


def grades(found: Leads) -> Table:
    drawn = bars([[total] for _, total, _ in found.by_grade])
    rows = [
        Row(f"ランク{grade}", [(GOOD, part)], [shown(cell) for cell in (total, *each)])
        for (grade, total, each), (part,) in zip(found.by_grade, drawn, strict=True)
    ]
    return Table(("ランク", "計", *found.kinds), rows)


def plain(heads: tuple[str, ...], counted: Iterable[tuple[str, int]], tone: str = GOOD) -> Table:
    """A line for each (label, count)."""
    lines = list(counted)
    drawn = bars([[value] for _, value in lines])
    rows = [Row(label, [(tone, part)], [shown(value)]) for (label, value), (part,) in zip(lines, drawn, strict=True)]
    return Table(heads, rows)
