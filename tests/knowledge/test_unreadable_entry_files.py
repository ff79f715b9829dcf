from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.domain import files
from knowledge.domain.faults import CorpusError

Faults = Callable[..., list[str]]
ENTRY = """\
id: flow.inquiry
kind: flow
title: お問い合わせ
answer: まずはフォームからお問い合わせください。
source: ご契約までの流れ
questions:
- どこに問い合わせればいいですか
"""


def test_a_file_saved_in_the_windows_japanese_encoding_is_asked_to_be_saved_as_utf_8(faults_of: Faults) -> None:
    [fault] = faults_of(flow__inquiry=ENTRY.encode("cp932"))
    assert fault == "flow.inquiry.yml: 読めない文字があります。UTF-8 で保存してください"


def test_a_byte_order_mark_does_no_harm(faults_of: Faults) -> None:
    assert faults_of(flow__inquiry=ENTRY.encode("utf-8-sig")) == []


def test_windows_line_ends_do_no_harm(faults_of: Faults) -> None:
    assert faults_of(flow__inquiry=ENTRY.replace("\n", "\r\n")) == []


def test_a_nul_in_the_file_is_a_fault(faults_of: Faults) -> None:
    [fault] = faults_of(flow__inquiry=ENTRY.replace("お問い合わせ", "お問い\0合わせ"))
    assert "読めない文字" in fault


def test_broken_yaml_is_a_fault(faults_of: Faults) -> None:
    [fault] = faults_of(flow__inquiry=ENTRY.replace("title: お", "title: 「お: わせ: お"))
    assert "YAML として読めません" in fault


@pytest.mark.parametrize("content", ["", "# あとで書く\n", "- id\n- kind\n", "お問い合わせ\n"])
def test_a_file_that_holds_no_fields_is_a_fault(faults_of: Faults, content: str) -> None:
    [fault] = faults_of(flow__inquiry=content)
    assert "「id: …」で始まる" in fault


def test_two_entries_in_one_file_are_a_fault(faults_of: Faults) -> None:
    [fault] = faults_of(flow__inquiry=f"{ENTRY}---\n{ENTRY}")
    assert fault.startswith("flow.inquiry.yml:8: ")


def test_a_field_written_twice_is_a_fault_for_one_of_the_two_would_be_lost(faults_of: Faults) -> None:
    [fault] = faults_of(flow__inquiry=ENTRY + "questions:\n- 電話で聞きたい\n")
    assert fault.startswith("flow.inquiry.yml:8: ")


def test_a_file_with_another_name_than_its_id_is_told_its_name(faults_of: Faults) -> None:
    [fault] = faults_of(flow__toiawase=ENTRY)
    assert "「flow.inquiry.yml」" in fault


def test_a_tag_that_would_run_code_is_a_fault(faults_of: Faults) -> None:
    [fault] = faults_of(flow__inquiry=ENTRY.replace("お問い合わせ\n", "!!python/object/apply:os.system [exit]\n"))
    assert fault.startswith("flow.inquiry.yml:3: ")


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="知識ファイル"):
        files.read(tmp_path)


def test_a_file_that_does_not_exist_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="flow.inquiry.yml"):
        files.read(tmp_path / "flow.inquiry.yml")
