"""A sheet by its headings: which column holds which field, whatever their order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from knowledge.domain.faults import Fault
from knowledge.domain.sheets.columns import HEADINGS
from knowledge.domain.sheets.grid import Grid, Value, address
from knowledge.domain.text import fold

QUOTED = 40
"""Characters quoted of what is wrong."""


@dataclass(frozen=True)
class Table:
    """Rows below the headings. `columns`: the number of each field's column; `wanted`: the fields it should have."""

    grid: Grid
    columns: dict[str, int]
    wanted: Sequence[str]

    @property
    def is_whole(self) -> bool:
        return all(name in self.columns for name in self.wanted) and not self.grid.left_off

    def lines(self) -> "Iterator[Line]":
        """The rows with anything in them."""
        return (Line(self, number, cells) for number, cells in self.grid.rows)


@dataclass(frozen=True)
class Line:
    """A row of a table."""

    table: Table
    number: int
    cells: dict[int, Value]

    def value(self, name: str) -> Value | None:
        return self.cells.get(self.table.columns.get(name, 0))

    def place(self, name: str) -> str:
        return address(self.table.grid.sheet, self.number, self.table.columns.get(name, 1))


def table_of(grid: Grid, wanted: Sequence[str]) -> tuple[Table, list[Fault]]:
    """The grid by the headings in its first row, and what is wrong with these."""
    fields = {fold(HEADINGS[name]): name for name in wanted}
    columns: dict[str, int] = {}
    found: list[Fault] = []
    unknown: list[tuple[int, str]] = []
    for column, value in sorted(grid.headings.items()):
        name = fields.get(fold(value)) if isinstance(value, str) else None
        if name is None:
            unknown.append((column, value if isinstance(value, str) else ""))
        elif name in columns:
            other = address(grid.sheet, 1, columns[name])
            message = f"「{HEADINGS[name]}」の列が二つあります({other} にもあります)。一つにしてください"
            found.append(Fault(address(grid.sheet, 1, column), 0, message))
        else:
            columns[name] = column
    missing = [HEADINGS[name] for name in wanted if name not in columns]
    found += [_unknown(grid.sheet, column, heading, missing) for column, heading in unknown]
    found += _missing(grid.sheet, missing, none=not columns)
    found += _without_heading(grid) if columns else []
    return Table(grid, columns, wanted), found


def _unknown(sheet: str, column: int, heading: str, missing: list[str]) -> Fault:
    if not heading:
        return Fault(address(sheet, 1, column), 0, "見出しが文字ではありません。書き直すか、列を削除してください")
    meant = get_close_matches(heading, missing, n=1)
    remedy = f"「{meant[0]}」のことでしたら、直してください" if meant else "見出しを直すか、列を削除してください"
    return Fault(address(sheet, 1, column), 0, f"「{heading[:QUOTED]}」という列はありません。{remedy}")


def _missing(sheet: str, missing: list[str], none: bool) -> list[Fault]:
    if none:
        first = "、".join(missing)
        return [Fault(address(sheet, 1, 1), 0, f"1行目に見出しがありません。次の見出しを書いてください: {first}")]
    messages = (f"「{heading}」の列がありません。1行目に見出しを加えてください" for heading in missing)
    return [Fault(address(sheet, 1, 1), 0, message) for message in messages]


def _without_heading(grid: Grid) -> list[Fault]:
    first: dict[int, int] = {}
    for number, cells in grid.rows:
        for column in cells.keys() - grid.headings.keys():
            first.setdefault(column, number)
    message = "見出しのない列に書かれています。1行目に見出しを書くか、列を削除してください"
    return [Fault(address(grid.sheet, number, column), 0, message) for column, number in first.items()]
