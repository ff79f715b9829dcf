"""An entry as staff name it in one line: its title, a part of it, or its ID."""

import re
from dataclasses import dataclass

from knowledge.domain.kind_names import kind_name
from knowledge.domain.schema import Kind
from knowledge.domain.text import fold
from knowledge.models import Draft

SHOWN = 20
_WITH_ID = re.compile(r"[(（]([a-z_]+\.[a-z0-9_]+)[)）]$")


@dataclass(frozen=True)
class Option:
    """`line` names the entry, and only this one."""

    entry_id: str
    title: str
    kind: str
    line: str


@dataclass(frozen=True)
class Several:
    """The first of the entries that may be meant, and how many more there are."""

    options: list[Option]
    more: int


def entry_called(line: str) -> Draft | Several | None:
    """The one entry of this ID or title; several when more are called so or hold its words; None for none."""
    line = line.strip()
    entry_id = found[1] if (found := _WITH_ID.search(line)) else line
    if draft := Draft.objects.filter(entry_id=entry_id).first():
        return draft
    options = _holding(line)
    exact = [option for option in options if fold(option.title) == fold(line)]
    meant = exact or options
    if len(meant) == 1:
        return Draft.objects.filter(entry_id=meant[0].entry_id).first()
    return Several(meant[:SHOWN], max(len(meant) - SHOWN, 0)) if meant else None


def options_for(line: str) -> list[Option]:
    """The entries whose titles hold every word of the line, those nearest to the line first; none for nothing."""
    start = fold(line)
    near = sorted(_holding(line), key=lambda o: (not fold(o.title).startswith(start), len(o.title)))
    return near[:SHOWN]


def titles_of(kind: Kind) -> list[tuple[str, str]]:
    """(id, title) of every entry of the kind, by title."""
    return list(Draft.objects.filter(kind=kind.value).order_by("title").values_list("entry_id", "title"))


def _holding(line: str) -> list[Option]:
    words = fold(line).split()
    if not words:
        return []
    rows = Draft.objects.order_by("kind", "entry_id").values_list("entry_id", "title", "kind")
    titles = [fold(title) for _, title, _ in rows]
    return [
        Option(entry_id, title, kind_name(kind), title if titles.count(folded) == 1 else f"{title}({entry_id})")
        for (entry_id, title, kind), folded in zip(rows, titles, strict=True)
        if all(word in folded for word in words)
    ]
