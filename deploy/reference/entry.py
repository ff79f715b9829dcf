"""docs/reference/knowledge-entry.md, in Japanese: from the schema of an entry and the help texts of its form."""

from collections.abc import Iterator

from django.conf import settings

from deploy.reference.entry_rules import OF_PAGE, bounds, needed, of_kinds
from deploy.reference.markdown import code, document, plain, points
from knowledge.domain.corpus import MAY_NAME
from knowledge.domain.field_names import FIELD_NAMES
from knowledge.domain.files import load
from knowledge.domain.kind_names import KIND_HELP, KIND_NAMES
from knowledge.domain.schema import PAGE_KINDS, Entry, Kind
from knowledge.domain.sheets.columns import ENTRY_SHEET, HEADINGS, NO, QUESTION_SHEET, ROLE, ROLES, YES
from knowledge.staff.entry_fields import HELP, SECTIONS, USED_BY
from knowledge.staff.entry_form import SHOWN_AS

INTRODUCTION = (
    "サイトのボットが答えるもとになる「項目」を、欄ごとに説明します。日々の作業の流れは、"
    "[知識ベースを担当する方へ](../content.md)をご覧ください。"
    "画面、Excel、CSV、YAML のどれで書いても、欄と決まりは同じです。"
)
EXAMPLES = ("scenario.missent_mail_or_fax", "silent.premium")
"""Shipped entries; the first that fills a field in is the example of it."""
MORE = {"id": "種類と名前を「.」でつないだもの。画面では名前だけを書きます。"}
"""Before the form's help, where the form shows only a part of the field."""
SHOWN = 3
"""Items of a list in an example."""
FIELDS = {shown: name for name, shown in SHOWN_AS.items()}
"""The form's name of a field -> the entry's, where they differ."""


def written() -> str:
    examples = load(settings.CORPUS / f"{entry_id}.yml" for entry_id in EXAMPLES).entries
    parts: list[str] = []
    for section in SECTIONS:
        parts += [f"## {section.heading}", *(_field(FIELDS.get(name, name), examples) for name in section.fields)]
    parts += [f"## {OF_PAGE}の種類", *(_kind(kind) for kind in Kind if kind in PAGE_KINDS)]
    parts += ["## そのほかの種類", *(_kind(kind) for kind in Kind if kind not in PAGE_KINDS)]
    return document("項目の欄", INTRODUCTION, *parts)


def _field(name: str, examples: list[Entry]) -> str:
    facts = points(
        f"必須: {needed(name)}",
        f"書けるもの: {bounds(name)}",
        f"選べる項目: {of_kinds(MAY_NAME[name])}" if name in MAY_NAME else "",
        f"使う項目: {of_kinds(USED_BY[name]) if name in USED_BY else 'すべて'}",
        f"Excel: {_place(name)}",
        f"YAML: {code(name)}",
    )
    told = plain(MORE.get(name, "") + HELP[SHOWN_AS.get(name, name)])
    return "\n\n".join([f"### {FIELD_NAMES[name]}({name})", told, facts, _example(name, examples)])


def _place(name: str) -> str:
    if name in ROLES:
        return f"シート「{QUESTION_SHEET}」で「{HEADINGS[ROLE]}」が「{HEADINGS[name]}」の行"
    return f"シート「{ENTRY_SHEET}」の列「{HEADINGS[name]}」"


def _example(name: str, examples: list[Entry]) -> str:
    for entry in examples:
        if (value := getattr(entry, name)) != Entry.model_fields[name].get_default():
            return f"例({code(entry.id)}):\n\n" + "\n".join(f"> {line}" for line in _shown(value))
    return "はじめから入っている項目では使っていません。"


def _shown(value: object) -> Iterator[str]:
    if isinstance(value, bool):
        yield YES if value else NO
    elif isinstance(value, Kind):
        yield f"{KIND_NAMES[value]}({value.value})"
    elif isinstance(value, tuple):
        yield from (f"- {plain(item)}" for item in value[:SHOWN])
        if len(value) > SHOWN:
            yield "- …"
    else:
        yield plain(str(value))


def _kind(kind: Kind) -> str:
    left_out = [FIELD_NAMES[name] for name, of in USED_BY.items() if kind not in of]
    unused = f"\n\n使わない欄: {'、'.join(left_out)}" if left_out else ""
    return f"### {KIND_NAMES[kind]}({kind.value})\n\n{plain(KIND_HELP[kind])}。{unused}"
