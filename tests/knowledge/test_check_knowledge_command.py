from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from knowledge.domain import files
from tests.knowledge.samples import an_entry


def checked(*arguments: object) -> str:
    out = StringIO()
    call_command("check_knowledge", *arguments, stdout=out)
    return out.getvalue()


def test_a_sound_folder_is_counted(corpus_folder: Path) -> None:
    assert checked(corpus_folder) == "9項目、質問37件。誤りはありません。\n"


def test_every_fault_is_printed_with_its_file(corpus_folder: Path) -> None:
    (corpus_folder / "flow.inquiry.yml").write_text("id: [")
    (corpus_folder / "cost.investigation.yml").write_bytes("id: 調査".encode("cp932"))
    with pytest.raises(CommandError) as caught:
        checked(corpus_folder)
    assert "flow.inquiry.yml:1: " in str(caught.value)
    assert "cost.investigation.yml: " in str(caught.value)


def test_the_faults_are_counted(tmp_path: Path) -> None:
    files.write([an_entry(conditions=["condition.a"], pays_for=["cost.b"])], tmp_path)
    with pytest.raises(CommandError, match="^2件の誤りがあります"):
        checked(tmp_path)


def test_a_single_file_can_be_checked(corpus_folder: Path) -> None:
    assert checked(corpus_folder / "flow.inquiry.yml").startswith("1項目")


def test_a_question_twice_in_a_single_file_is_found(tmp_path: Path) -> None:
    files.write([an_entry(questions=["菓子折りの代金", "菓子折りの代金"])], tmp_path)
    with pytest.raises(CommandError, match="菓子折りの代金"):
        checked(tmp_path / "cost.condolence.yml")


def test_a_path_that_does_not_exist_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="nai"):
        checked(tmp_path / "nai.yml")


def test_a_date_that_does_not_exist_is_said_in_words(corpus_folder: Path) -> None:
    path = corpus_folder / "flow.inquiry.yml"
    path.write_text(path.read_text() + "valid_from: 2026-02-30\n")
    with pytest.raises(CommandError, match="日付"):
        checked(corpus_folder)


def test_without_a_path_the_shipped_corpus_is_checked(corpus_folder: Path, settings: Settings) -> None:
    settings.CORPUS = corpus_folder
    assert checked().startswith("9項目")
