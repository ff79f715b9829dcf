"""The sheets in which staff exchange the knowledge: a row an entry, and a row a question."""

from knowledge.domain.field_names import FIELD_NAMES
from knowledge.domain.kind_names import KIND_NAMES
from knowledge.domain.schema import Kind
from knowledge.domain.text import fold

ENTRY_SHEET, QUESTION_SHEET, GUIDE_SHEET = "項目", "質問", "説明"

ENTRY_FIELDS = (
    *("id", "kind", "title", "aliases", "answer", "boundary_note", "conditions", "pays_for", "see_also"),
    *("source", "about_coverage", "valid_from", "valid_until"),
)
LISTS = ("aliases",)
REFERENCES = ("conditions", "pays_for", "see_also")
DATES = ("valid_from", "valid_until")
ROLES = ("questions", "boundary", "boundary_words", "not_questions")
"""The fields of an entry that stand one a row in the sheet of questions."""

ROLE, TEXT = "role", "text"
QUESTION_FIELDS = ("id", ROLE, TEXT)
CSV_FIELDS = (ROLE, "id", TEXT, *ENTRY_FIELDS[1:])
"""One table for both rows, as a CSV file holds one. "ID" is not first: Excel would take the file for SYLK."""

HEADINGS = FIELD_NAMES | {ROLE: "区分", TEXT: "文"}
ENTRY_ROW = ENTRY_SHEET
"""The 区分 of an entry's row in a CSV file."""

YES, NO = "はい", "いいえ"

_KINDS = {fold(name): kind for kind, name in KIND_NAMES.items()} | {kind.value: kind for kind in Kind}
_ROLES = {fold(FIELD_NAMES[role]): role for role in ROLES}
KINDS_IN_WORDS = "、".join(KIND_NAMES.values())
ROLES_IN_WORDS = "、".join(FIELD_NAMES[role] for role in ROLES)


def kind_of(text: str) -> Kind | None:
    """The kind by its Japanese name or its value."""
    return _KINDS.get(fold(text))


def role_of(text: str) -> str | None:
    """The field of an entry that a question's 区分 means."""
    return _ROLES.get(fold(text))
