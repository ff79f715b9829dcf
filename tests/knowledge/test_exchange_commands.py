from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from knowledge.exchange import export
from knowledge.models import Draft
from tests.knowledge.conftest import Save
from tests.knowledge.samples import an_entry

pytestmark = pytest.mark.django_db


def said(command: str, *arguments: object) -> str:
    out = StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


def test_importing_a_folder_says_how_many_entries_there_were(corpus_folder: Path) -> None:
    assert said("import_knowledge", corpus_folder) == "9項目を下書きに取り込みました。\n"
    assert Draft.objects.count() == 9


def test_importing_a_single_file_takes_in_that_entry(corpus_folder: Path) -> None:
    said("import_knowledge", corpus_folder / "flow.inquiry.yml")
    assert Draft.objects.get().entry_id == "flow.inquiry"


def test_importing_a_broken_folder_takes_in_nothing_and_prints_every_fault(corpus_folder: Path) -> None:
    for name in ("flow.inquiry", "silent.premium"):
        (corpus_folder / f"{name}.yml").write_text("id: [")
    with pytest.raises(CommandError, match=r"(?s)2件の誤り.*flow\.inquiry\.yml:1.*silent\.premium\.yml:1"):
        said("import_knowledge", corpus_folder)
    assert not Draft.objects.exists()


def test_importing_from_nowhere_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="見つかりません"):
        said("import_knowledge", tmp_path / "nai")


def test_exporting_says_how_many_entries_there_were_and_where(tmp_path: Path, save_drafts: Save) -> None:
    save_drafts(an_entry())
    assert said("export_knowledge", tmp_path / "out") == f"1項目を {tmp_path / 'out'} に書き出しました。\n"
    assert (tmp_path / "out" / "cost.condolence.yml").exists()


def test_exporting_broken_drafts_writes_nothing_and_says_why(tmp_path: Path) -> None:
    Draft.objects.create(entry_id="flow.quote", data={})
    with pytest.raises(CommandError, match=r"書き出しませんでした。\nflow\.quote: "):
        said("export_knowledge", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_exported_folder_can_be_imported_elsewhere(tmp_path: Path, corpus_folder: Path) -> None:
    said("import_knowledge", corpus_folder)
    before = list(Draft.objects.values_list("entry_id", "data"))
    said("export_knowledge", tmp_path / "out")
    Draft.objects.all().delete()
    said("import_knowledge", tmp_path / "out")
    assert list(Draft.objects.values_list("entry_id", "data")) == before


def test_a_workbook_is_imported_too(tmp_path: Path, save_drafts: Save) -> None:
    save_drafts(an_entry())
    path = tmp_path / "知識.xlsx"
    path.write_bytes(export("xlsx"))
    Draft.objects.update(version=7)
    assert said("import_knowledge", path) == "下書きに取り込みました。追加0件、変更0件、そのまま1件\n"
    Draft.objects.all().delete()
    assert said("import_knowledge", path) == "下書きに取り込みました。追加1件、変更0件、そのまま0件\n"
    assert Draft.objects.get().updated_by == "コマンド"


def test_a_broken_workbook_takes_in_nothing_and_every_fault_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "知識.csv"
    path.write_text("区分,ID\n項目,x\n", encoding="cp932")
    with pytest.raises(CommandError, match=r"(?s)取り込みませんでした。.*A1: 「文」の列がありません。.*B2: ID: "):
        said("import_knowledge", path)
    assert not Draft.objects.exists()


def test_importing_yaml_makes_a_new_version_only_of_what_is_new(corpus_folder: Path) -> None:
    said("import_knowledge", corpus_folder)
    said("import_knowledge", corpus_folder)
    assert set(Draft.objects.values_list("version", flat=True)) == {1}
    text = (corpus_folder / "flow.inquiry.yml").read_text()
    (corpus_folder / "flow.inquiry.yml").write_text(text.replace("お問い合わせ", "ご相談", 1))
    said("import_knowledge", corpus_folder)
    assert dict(Draft.objects.filter(version=2).values_list("entry_id", "title")) == {"flow.inquiry": "ご相談"}
