"""docs/reference/knowledge-entry.md has every field and every kind, and says of each what the schema asks."""

import pytest

from knowledge.domain.entry_faults import own_faults
from knowledge.domain.field_names import FIELD_NAMES
from knowledge.domain.kind_names import KIND_NAMES
from knowledge.domain.schema import PAGE_KINDS, Entry, Kind
from tests.deploy.reference.kept import sections

ALL = sections("knowledge-entry.md")
OF_PAGE = sections("knowledge-entry.md", "掲載ページの項目の種類")
OTHERS = sections("knowledge-entry.md", "そのほかの種類")
FIELDS = {heading: said for heading, said in ALL.items() if heading not in {*OF_PAGE, *OTHERS}}


def of_field(name: str) -> str:
    return FIELDS[f"{FIELD_NAMES[name]}({name})"]


def test_every_field_has_its_heading_and_no_other() -> None:
    assert set(FIELDS) == {f"{FIELD_NAMES[name]}({name})" for name in Entry.model_fields}


def test_every_kind_has_its_heading_where_it_belongs() -> None:
    assert set(OF_PAGE) == {f"{KIND_NAMES[kind]}({kind})" for kind in PAGE_KINDS}
    assert set(OTHERS) == {f"{KIND_NAMES[kind]}({kind})" for kind in set(Kind) - PAGE_KINDS}


@pytest.mark.parametrize("name", Entry.model_fields)
def test_a_field_is_told_with_all_that_a_writer_needs(name: str) -> None:
    said = of_field(name)
    for fact in ("必須: ", "書けるもの: ", "使う項目: ", "Excel: シート「", f"YAML: `{name}`"):
        assert f"\n- {fact}" in said
    assert ("\n例(`" in said) != ("はじめから入っている項目では使っていません" in said)


@pytest.mark.parametrize("name", ["kind", "id", "title", "answer", "questions"])
def test_what_every_entry_needs_is_called_needed(name: str) -> None:
    assert name in {fault.field for fault in own_faults({})}
    assert "\n- 必須: はい" in of_field(name)


def test_what_only_some_need_says_which() -> None:
    assert "\n- 必須: [掲載ページの項目](#掲載ページの項目の種類)では、はい\n" in of_field("source")
    assert "では、「境界の質問」だけでもかまいません)" in of_field("questions")


def test_lengths_are_those_of_the_schema() -> None:
    assert "1〜600文字\n" in of_field("answer")
    assert "300文字まで\n" in of_field("boundary_note")
