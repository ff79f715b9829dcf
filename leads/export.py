"""Tables as files, made in memory: nothing is kept of them. title: of a workbook's sheet."""

from collections.abc import Iterable, Sequence

from knowledge.domain.sheets.table_files import BOM, Sheet, Value, csv_text
from knowledge.domain.sheets.table_files import to_xlsx as book_of


def to_csv(headings: Sequence[str], rows: Iterable[Sequence[Value]], title: str = "") -> bytes:
    return (BOM + csv_text(headings, rows)).encode()


def to_xlsx(headings: Sequence[str], rows: Iterable[Sequence[Value]], title: str = "見込み客") -> bytes:
    return book_of([Sheet(title, headings, rows)])
