"""A whole set of entries: what must hold across them, whoever wrote them and wherever they are kept."""

from collections.abc import Callable, Iterable, Iterator

from knowledge.domain.faults import Fault
from knowledge.domain.matching.boundary_words import boundary_word
from knowledge.domain.schema import PAGE_KINDS, PAYABLE_KINDS, Entry, Kind
from knowledge.domain.text import key

Locate = Callable[[str, str, str], tuple[str, int]]
"""(entry id, field, a value in it) -> (file or entry, line), so that a fault can name its place."""
MAY_NAME = {"conditions": frozenset({Kind.CONDITION}), "pays_for": PAYABLE_KINDS, "see_also": PAGE_KINDS}
"""The fields that name other entries, and of which kinds these must be."""
_MUST_BE = {
    "conditions": "条件(condition)",
    "pays_for": "損害賠償・費用(liability、cost)",
    "see_also": "掲載ページの項目",
}


def nowhere(entry_id: str, _field: str, _value: str) -> tuple[str, int]:
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
        for field, target in named(entry):
            if target in broken:
                continue
            place = locate(entry.id, field, target)
            if target not in kinds:
                yield Fault(*place, f"{field}: 「{target}」という項目はありません。綴りを確かめてください")
            elif kinds[target] not in MAY_NAME[field]:
                yield Fault(*place, f"{field}: 「{target}」は{_MUST_BE[field]}ではありません")


def named(entry: Entry) -> Iterator[tuple[str, str]]:
    """(field, id) of each entry that this one names."""
    return ((field, target) for field in MAY_NAME for target in getattr(entry, field))


def _bounded(entries: list[Entry], locate: Locate) -> Iterator[Fault]:
    for entry in entries:
        for question, word in bounded_questions(entry):
            yield Fault(
                *locate(entry.id, "questions", question),
                f"質問「{question}」に境界の言葉「{word}」があります。boundaryへ移すか、言葉を改めてください",
            )


def bounded_questions(entry: Entry) -> Iterator[tuple[str, str]]:
    """(question, boundary word): questions which the entry settles and one of its own words takes back."""
    return ((question, word) for question in entry.questions if (word := boundary_word(question, entry)))


def _duplicate_ids(entries: list[Entry], locate: Locate) -> Iterator[Fault]:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            yield Fault(*locate(entry.id, "id", entry.id), f"id「{entry.id}」が二度使われています")
        seen.add(entry.id)


def _duplicate_questions(entries: list[Entry], locate: Locate) -> Iterator[Fault]:
    for entry, question, other in shared_questions(entries):
        yield Fault(
            *locate(entry.id, "questions", question),
            f"質問「{question}」は {other} にもあります。どちらか一方にしてください",
        )


def shared_questions(entries: Iterable[Entry]) -> Iterator[tuple[Entry, str, str]]:
    """(entry, question, id of the entry before it that has the question, too); may be the entry itself."""
    seen: dict[str, str] = {}
    for entry in entries:
        for question in (*entry.questions, *entry.boundary):
            folded = key(question) or question
            if folded in seen:
                yield entry, question, seen[folded]
            seen.setdefault(folded, entry.id)
