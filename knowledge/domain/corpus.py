"""A whole set of entries: what must hold across them, whoever wrote them and wherever they are kept."""

from collections.abc import Callable, Iterator

from knowledge.domain.boundary_words import boundary_word
from knowledge.domain.faults import Fault
from knowledge.domain.schema import PAGE_KINDS, PAYABLE_KINDS, Entry, Kind
from knowledge.domain.text import key

Locate = Callable[[str, str], tuple[str, int]]
"""(entry id, a value in it) -> (file or entry, line), so that a fault can name its place."""


def nowhere(entry_id: str, _value: str) -> tuple[str, int]:
    """The place of something that was never in a file."""
    return entry_id, 0


def check(
    entries: list[Entry], locate: Locate = nowhere, broken: frozenset[str] = frozenset(), whole: bool = True
) -> list[Fault]:
    """Everything wrong across the entries: dangling ids, wrong kinds of reference, duplicate ids and questions.

    broken: ids that exist but could not be read. whole: False when other entries exist beyond these."""
    found = [*_duplicate_ids(entries, locate), *_duplicate_questions(entries, locate), *_bounded(entries, locate)]
    return [*found, *_references(entries, locate, broken)] if whole else found


def _references(entries: list[Entry], locate: Locate, broken: frozenset[str]) -> Iterator[Fault]:
    kinds = {entry.id: entry.kind for entry in entries}
    for entry in entries:
        named = [(field, t) for field in ("conditions", "pays_for", "see_also") for t in getattr(entry, field)]
        for field, target in named:
            place = locate(entry.id, target)
            if target in broken:
                continue
            if target not in kinds:
                yield Fault(*place, f"{field}: 「{target}」という項目はありません。綴りを確かめてください")
            elif field == "conditions" and kinds[target] is not Kind.CONDITION:
                yield Fault(*place, f"conditions: 「{target}」は条件(condition)ではありません")
            elif field == "pays_for" and kinds[target] not in PAYABLE_KINDS:
                yield Fault(*place, f"pays_for: 「{target}」は損害賠償・費用(liability、cost)ではありません")
            elif field == "see_also" and kinds[target] not in PAGE_KINDS:
                yield Fault(*place, f"see_also: 「{target}」は掲載ページの項目ではありません")


def _bounded(entries: list[Entry], locate: Locate) -> Iterator[Fault]:
    for entry in entries:
        for question in entry.questions:
            if word := boundary_word(question, entry):
                yield Fault(
                    *locate(entry.id, question),
                    f"質問「{question}」に境界の言葉「{word}」があります。boundaryへ移すか、言葉を改めてください",
                )


def _duplicate_ids(entries: list[Entry], locate: Locate) -> Iterator[Fault]:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            yield Fault(*locate(entry.id, entry.id), f"id「{entry.id}」が二度使われています")
        seen.add(entry.id)


def _duplicate_questions(entries: list[Entry], locate: Locate) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for entry in entries:
        for question in (*entry.questions, *entry.boundary):
            folded = key(question) or question
            if folded in seen:
                yield Fault(
                    *locate(entry.id, question),
                    f"質問「{question}」は {seen[folded]} にもあります。どちらか一方にしてください",
                )
            seen.setdefault(folded, entry.id)
