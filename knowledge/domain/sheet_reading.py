"""The two tables as entries; every fault at once, each with its cell."""

from knowledge.domain import sheet_cells as cells
from knowledge.domain.faults import Fault
from knowledge.domain.incoming import Incoming
from knowledge.domain.schema import Entry
from knowledge.domain.sheet_columns import ENTRY_SHEET
from knowledge.domain.sheet_entries import RowRead
from knowledge.domain.sheet_grid import reading_order
from knowledge.domain.sheet_questions import Asked, asked_in
from knowledge.domain.sheet_table import Line, Table

DRAFTS = "下書き"
"""The place of what is in no row of the file."""


def read_tables(
    name: str,
    entry_table: Table | None,
    question_table: Table | None,
    faults: list[Fault],
    passed_over: tuple[str, ...],
) -> Incoming:
    """The entries of the two tables (None: there is no such sheet). faults: those found on the way to the tables."""
    rows = list(entry_table.lines()) if entry_table else []
    all_ids = entry_table is not None and "id" in entry_table.columns and not entry_table.grid.left_off
    ids = {_id_in(line) for line in rows} if all_ids else None
    asked = asked_in(question_table.lines(), ids) if question_table else Asked()
    all_asked = question_table is not None and question_table.is_whole and all_ids
    found = [*faults, *asked.faults]
    if entry_table and not rows:
        found.append(Fault(name, 0, f"{ENTRY_SHEET}が1件もありません。書き出したファイルの形で書いてください"))
    entries: list[Entry] = []
    stand_ins: list[Entry] = []
    places: dict[tuple[str, str], str] = {}
    seen: dict[str, str] = {}
    for line in rows:
        entry_id = _id_in(line)
        unread = set() if all_asked and entry_id not in asked.doubtful else {"questions"}
        row = RowRead(line, asked.texts.get(entry_id, {}), unread)
        entry = row.entry()
        found += row.faults
        if entry_id and entry_id in seen:
            found.append(Fault(line.place("id"), 0, f"ID: {seen[entry_id]} と同じです。どちらか一方にしてください"))
            continue
        seen[entry_id] = line.place("id")
        places |= {(entry_id, value): place for value, place in row.places().items()}
        if entry:
            entries.append(entry)
        elif half := row.stand_in():
            stand_ins.append(half)

    def locate(entry_id: str, value: str) -> tuple[str, int]:
        return places.get((entry_id, value)) or places.get((entry_id, entry_id)) or f"{DRAFTS}の{entry_id}", 0

    known = {entry.id for entry in (*entries, *stand_ins)}
    return Incoming(
        name=name,
        entries=entries,
        faults=sorted(dict.fromkeys(found), key=reading_order),
        stand_ins=stand_ins,
        broken=frozenset(seen.keys() - known),
        locate=locate,
        passed_over=passed_over,
    )


def _id_in(line: Line) -> str:
    try:
        return cells.text(line.value("id"))
    except cells.Unsuitable:
        return ""
