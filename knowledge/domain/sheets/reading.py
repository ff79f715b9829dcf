"""The two tables as entries; every fault at once, each with its cell."""

from knowledge.domain.faults import Fault
from knowledge.domain.incoming import Incoming
from knowledge.domain.schema import Entry
from knowledge.domain.sheets import cells
from knowledge.domain.sheets.columns import ENTRY_SHEET
from knowledge.domain.sheets.entries import RowRead
from knowledge.domain.sheets.grid import reading_order
from knowledge.domain.sheets.questions import Asked, asked_in
from knowledge.domain.sheets.table import Line, Table

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
    read: list[Entry] = []
    seen: dict[str, RowRead] = {}
    for line in rows:
        entry_id = _id_in(line)
        unread = set() if all_asked and entry_id not in asked.doubtful else {"questions"}
        row = RowRead(line, asked.texts.get(entry_id, {}), unread)
        entry = row.entry()
        found += row.faults
        if entry_id and entry_id in seen:
            other = seen[entry_id].line.place("id")
            found.append(Fault(line.place("id"), 0, f"ID: {other} と同じです。どちらか一方にしてください"))
            continue
        seen[entry_id] = row
        entries += [entry] if entry else []
        read += filter(None, [entry or row.stand_in()])

    def locate(entry_id: str, field: str, value: str) -> tuple[str, int]:
        return (seen[entry_id].place(field, value) if entry_id in seen else f"{DRAFTS}の{entry_id}"), 0

    return Incoming(
        name=name,
        entries=entries,
        read=read,
        faults=sorted(dict.fromkeys(found), key=reading_order),
        broken=frozenset(seen.keys() - {entry.id for entry in read}),
        locate=locate,
        passed_over=passed_over,
    )


def _id_in(line: Line) -> str:
    try:
        return cells.text(line.value("id"))
    except cells.Unsuitable:
        return ""
