"""The questions of the sheets, by the entry to which each belongs."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from knowledge.domain.faults import Fault
from knowledge.domain.sheets import cells
from knowledge.domain.sheets.cells import Unsuitable
from knowledge.domain.sheets.columns import HEADINGS, ROLE, TEXT
from knowledge.domain.sheets.grid import Value
from knowledge.domain.sheets.table import QUOTED, Line

Placed = tuple[str, str]
"""A text and its place."""

FOUND_BY = ("questions", "boundary")
"""What may stand only once in an entry."""

_READERS: dict[str, Callable[[Value | None], str]] = {"id": cells.text, ROLE: cells.role, TEXT: cells.text}


@dataclass
class Asked:
    """Texts by entry id and field of the entry. `doubtful`: entries with a row that could not be read."""

    texts: dict[str, dict[str, list[Placed]]] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    _places: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, entry_id: str, role: str, text: str, place: str) -> None:
        """Keep the text, unless it stands in the entry already."""
        if role in FOUND_BY and (entry_id, text) in self._places:
            other = self._places[entry_id, text]
            self.faults.append(Fault(place, 0, f"{other} と同じ文です。行を一つ削除してください"))
            return
        if role in FOUND_BY:
            self._places[entry_id, text] = place
        self.texts.setdefault(entry_id, {}).setdefault(role, []).append((text, place))


def asked_in(lines: Iterable[Line], ids: Collection[str] | None) -> Asked:
    """Read the rows of questions. ids: of the entries, as written; None where they could not be read."""
    asked = Asked()
    for line in lines:
        read, found = _read(line)
        entry_id = read.get("id", "")
        if entry_id and ids is not None and entry_id not in ids:
            message = f"ID: 「{entry_id[:QUOTED]}」という項目の行がありません。綴りを確かめてください"
            found.append(Fault(line.place("id"), 0, message))
        if found:
            asked.faults += found
            asked.doubtful.add(entry_id)
        elif len(read) == len(_READERS):
            asked.add(entry_id, read[ROLE], read[TEXT], line.place(TEXT))
    return asked


def _read(line: Line) -> tuple[dict[str, str], list[Fault]]:
    """The cells that could be read, and faults for the others of the columns that are there."""
    read: dict[str, str] = {}
    found = []
    for name in _READERS.keys() & line.table.columns.keys():
        try:
            read[name] = _READERS[name](line.value(name))
            if not read[name]:
                raise Unsuitable("空にはできません。書くか、行を削除してください")
        except Unsuitable as error:
            found.append(Fault(line.place(name), 0, f"{HEADINGS[name]}: {error}"))
    return read, found
