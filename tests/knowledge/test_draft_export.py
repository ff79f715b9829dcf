import datetime
from pathlib import Path

import pytest

from knowledge.domain import files
from knowledge.domain.faults import CorpusError
from knowledge.domain.schema import Entry
from knowledge.drafts import all_entries, export_path, import_path
from knowledge.models import Draft
from tests.knowledge.conftest import Save
from tests.knowledge.samples import an_entry

pytestmark = pytest.mark.django_db


def test_every_draft_becomes_a_file_named_after_its_id(tmp_path: Path, entries: list[Entry], save_drafts: Save) -> None:
    save_drafts(*entries)
    assert export_path(tmp_path / "out") == len(entries)
    assert {path.stem for path in (tmp_path / "out").iterdir()} == {entry.id for entry in entries}


def test_exporting_and_importing_again_changes_nothing(tmp_path: Path, entries: list[Entry], save_drafts: Save) -> None:
    dated = an_entry(
        valid_from="2026-04-01", boundary_note="盗難は別です。", not_questions=["広告: 費用"], aliases=["菓子折り"]
    )
    save_drafts(*entries, dated)
    before = list(Draft.objects.values_list("entry_id", "data"))
    export_path(tmp_path / "out")
    import_path(tmp_path / "out")
    assert list(Draft.objects.values_list("entry_id", "data")) == before


def test_dates_come_back_as_dates(tmp_path: Path, save_drafts: Save) -> None:
    save_drafts(an_entry(valid_until="2027-03-31"))
    export_path(tmp_path)
    assert files.read(tmp_path / "cost.condolence.yml")[0].valid_until == datetime.date(2027, 3, 31)


def test_a_broken_draft_is_named_and_nothing_is_written(
    tmp_path: Path, entries: list[Entry], save_drafts: Save
) -> None:
    save_drafts(*entries)
    Draft.objects.filter(entry_id="flow.inquiry").update(data={"id": "flow.inquiry"})
    with pytest.raises(CorpusError, match="flow.inquiry: title: 必須"):
        export_path(tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_every_fault_of_the_drafts_is_named_at_once(save_drafts: Save) -> None:
    save_drafts(
        an_entry(conditions=["condition.gone"]), an_entry(id="cost.x", questions=["お詫びの品の代金は出ますか"])
    )
    Draft.objects.create(entry_id="flow.quote", data={"id": "flow.quote", "kind": "flow"})
    with pytest.raises(CorpusError) as caught:
        all_entries()
    assert {fault.place for fault in caught.value.faults} == {"cost.condolence", "cost.x", "flow.quote"}


def test_a_reference_to_a_broken_draft_is_not_called_dangling(save_drafts: Save) -> None:
    save_drafts(an_entry(conditions=["condition.approval"]))
    Draft.objects.create(entry_id="condition.approval", data={"id": "condition.approval", "kind": "condition"})
    with pytest.raises(CorpusError) as caught:
        all_entries()
    assert [fault for fault in caught.value.faults if "という項目はありません" in fault.message] == []


def test_no_drafts_at_all_is_a_fault_that_says_what_to_do() -> None:
    with pytest.raises(CorpusError, match="import_knowledge"):
        all_entries()
