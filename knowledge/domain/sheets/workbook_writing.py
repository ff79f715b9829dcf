"""Entries as an Excel workbook: 項目, 質問, and how to edit them."""

from collections.abc import Sequence

from knowledge.domain.field_names import FIELD_NAMES
from knowledge.domain.kind_names import KIND_NAMES
from knowledge.domain.schema import Entry
from knowledge.domain.sheets.columns import (
    ENTRY_FIELDS,
    ENTRY_SHEET,
    GUIDE_SHEET,
    HEADINGS,
    NO,
    QUESTION_FIELDS,
    QUESTION_SHEET,
    ROLE,
    ROLES,
    TEXT,
    YES,
)
from knowledge.domain.sheets.guide import GUIDE
from knowledge.domain.sheets.table_files import Sheet, to_xlsx
from knowledge.domain.sheets.writing import Titles, entry_row, question_rows

_WIDTHS = {
    **{"id": 34, "kind": 16, "title": 32, "aliases": 28, "answer": 60, "boundary_note": 48, "conditions": 44},
    **{"pays_for": 44, "see_also": 44, "source": 26, "about_coverage": 14, "valid_from": 13, "valid_until": 13},
    **{ROLE: 18, TEXT: 90},
}
WIDTHS = {HEADINGS[name]: width for name, width in _WIDTHS.items()}


def to_workbook(entries: Sequence[Entry], titles: Titles) -> bytes:
    """titles: of all entries that may be referred to, by id."""
    return to_xlsx(
        [
            Sheet(
                ENTRY_SHEET,
                [HEADINGS[name] for name in ENTRY_FIELDS],
                (entry_row(entry, titles) for entry in entries),
                WIDTHS,
                {FIELD_NAMES["kind"]: list(KIND_NAMES.values()), FIELD_NAMES["about_coverage"]: [YES, NO]},
                fixed=3,
                filtered=True,
            ),
            Sheet(
                QUESTION_SHEET,
                [HEADINGS[name] for name in QUESTION_FIELDS],
                (row for entry in entries for row in question_rows(entry)),
                WIDTHS,
                {HEADINGS[ROLE]: [FIELD_NAMES[role] for role in ROLES]},
                fixed=2,
                filtered=True,
            ),
            Sheet(GUIDE_SHEET, ("列", "書き方"), GUIDE, {"列": 26, "書き方": 100}),
        ]
    )
