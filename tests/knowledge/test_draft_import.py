from pathlib import Path

import pytest

from knowledge.domain import files
from knowledge.domain.faults import CorpusError
from knowledge.domain.schema import Entry
from knowledge.drafts import all_entries, import_path
from knowledge.models import Draft
from tests.knowledge.conftest import Save
from tests.knowledge.samples import an_entry

pytestmark = pytest.mark.django_db


def test_every_entry_of_a_folder_becomes_a_draft(corpus_folder: Path, entries: list[Entry]) -> None:
    assert import_path(corpus_folder) == len(entries)
    assert sorted(all_entries(), key=lambda e: e.id) == sorted(entries, key=lambda e: e.id)


def test_one_broken_file_keeps_every_file_out(corpus_folder: Path) -> None:
    (corpus_folder / "cost.investigation.yml").write_text("id: [")
    with pytest.raises(CorpusError):
        import_path(corpus_folder)
    assert not Draft.objects.exists()


def test_a_broken_file_leaves_older_drafts_as_they_were(corpus_folder: Path, save_drafts: Save) -> None:
    save_drafts(an_entry(id="cost.investigation", title="前の題"))
    (corpus_folder / "flow.inquiry.yml").write_text("id: [")
    with pytest.raises(CorpusError):
        import_path(corpus_folder)
    assert Draft.objects.get().data["title"] == "前の題"


def test_an_older_draft_of_the_same_id_is_replaced(corpus_folder: Path, save_drafts: Save) -> None:
    save_drafts(an_entry(id="cost.investigation", title="前の題"))
    import_path(corpus_folder)
    assert Draft.objects.get(entry_id="cost.investigation").data["title"] == "原因・被害範囲調査費用"


def test_drafts_of_other_ids_stay(corpus_folder: Path, save_drafts: Save) -> None:
    save_drafts(an_entry(id="cost.advertising", questions=["広告の代金"]))
    import_path(corpus_folder)
    assert Draft.objects.filter(entry_id="cost.advertising").exists()


def test_a_single_file_may_refer_to_what_is_not_beside_it(tmp_path: Path, save_drafts: Save) -> None:
    files.write([an_entry(conditions=["condition.prior_approval"])], tmp_path)
    assert import_path(tmp_path / "cost.condolence.yml") == 1


def test_importing_twice_changes_nothing(corpus_folder: Path) -> None:
    import_path(corpus_folder)
    before = list(Draft.objects.values_list("entry_id", "data"))
    import_path(corpus_folder)
    assert list(Draft.objects.values_list("entry_id", "data")) == before
