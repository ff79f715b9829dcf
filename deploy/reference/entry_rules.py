"""What the schema of an entry asks of each field, in Japanese: found by reading it, and by leaving a field out."""

from collections.abc import Collection, Mapping
from typing import Any

from knowledge.domain.entry_faults import own_faults
from knowledge.domain.field_names import FIELD_NAMES
from knowledge.domain.kind_names import KIND_NAMES
from knowledge.domain.schema import ID_PATTERN, PAGE_KINDS, Entry, Kind
from knowledge.domain.sheets.columns import NO, YES

OF_PAGE = "掲載ページの項目"
SCHEMA = Entry.model_json_schema()["properties"]
NO_MORE_NEEDED = {"questions": "boundary"}
"""A field that may be left empty where another is filled in."""


def needed(name: str) -> str:
    """Whether it must be filled in; where that depends on the kind, of which."""
    found = [kind for kind in Kind if _is_missed(name, kind)]
    if len(found) < len(Kind):
        return f"{of_kinds(found)}では、はい" if found else "いいえ"
    other = NO_MORE_NEEDED.get(name, "")
    spared = [kind for kind in Kind if other and not _is_missed(name, kind, {other: ["質問"]})]
    return f"はい({of_kinds(spared)}では、「{FIELD_NAMES[other]}」だけでもかまいません)" if spared else "はい"


def of_kinds(kinds: Collection[Kind]) -> str:
    """The entries of these kinds, named in the order in which staff choose from them."""
    if set(kinds) == PAGE_KINDS:
        return f"[{OF_PAGE}](#{OF_PAGE}の種類)"
    names = "".join(f"「{KIND_NAMES[kind]}」" for kind in Kind if kind in kinds)
    return f"種類が{names}の項目"


def _is_missed(name: str, kind: Kind, filled_in: Mapping[str, object] | None = None) -> bool:
    """Whether an entry of this kind that lacks the field has its fault there."""
    sound = {
        "id": f"{kind}.rei",
        "kind": kind,
        "title": "題",
        "answer": "答え",
        "source": "見出し",
        "questions": ["問い"],
    }
    entry = {field: value for field, value in {**sound, **(filled_in or {})}.items() if field != name}
    return name in {fault.field for fault in own_faults(entry)}


def bounds(name: str) -> str:
    schema: dict[str, Any] = SCHEMA[name]
    if "items" in schema:
        return f"いくつでも(1つは、{_of_text(schema['items'])})"
    if "$ref" in schema:
        return f"[{OF_PAGE}の種類](#{OF_PAGE}の種類)か[そのほかの種類](#そのほかの種類)のどれか"
    if schema.get("type") == "boolean":
        return f"「{YES}」か「{NO}」。書かなければ「{YES if schema['default'] else NO}」"
    if any(way.get("format") == "date" for way in schema.get("anyOf", ())):
        return "日付(2026-04-01 の形)"
    return _of_text(schema)


def _of_text(schema: Mapping[str, Any]) -> str:
    least, most = schema.get("minLength"), schema.get("maxLength")
    length = f"{f'{least:,}〜' if least else ''}{most:,}文字{'' if least else 'まで'}" if most else ""
    form = "「種類.名前」の形の ID" if schema.get("pattern") == ID_PATTERN else ""
    return "、".join(filter(None, [form, length])) or "文(長さに決まりはありません)"
