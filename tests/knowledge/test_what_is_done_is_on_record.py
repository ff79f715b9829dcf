"""Who published what, and whose approval it had; imports, exports and changes of entries."""

from pathlib import Path

import pytest

from audit.vocabulary import Did, Kind
from knowledge import candidates, drafts, editing, exchange, importing, proposals
from knowledge.import_plan import difference
from knowledge.models import Release
from knowledge.publishing import activate, publish
from tests.audit.trail import trail
from tests.knowledge.conftest import Save
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import an_entry
from tests.people import logged_in, member

pytestmark = pytest.mark.django_db
PARKING = an_entry(id="flow.parking", title="駐車場", answer="駐車場はございません。", questions=["車で行けますか"])


def test_an_operators_release_and_a_roll_back_are_recorded(release: Release, encoder: FakeEncoder) -> None:
    publish(encoder, note="次の版", by="コマンド")
    activate(1, by="佐藤")
    assert [(who, did, kind, ids) for who, did, kind, ids, _ in trail(Did.PUBLISHED, Did.ROLLED_BACK)][-2:] == [
        ("コマンド", Did.PUBLISHED, Kind.RELEASE, "2"),
        ("佐藤", Did.ROLLED_BACK, Kind.RELEASE, "1"),
    ]


def test_a_proposal_and_its_approval_are_recorded_with_both_names(
    release: Release, encoder: FakeEncoder, save_drafts: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "start", lambda digest: None)
    save_drafts(PARKING)
    candidate = candidates.build(candidates.prepare("山田").digest, encoder)
    assert candidate is not None
    made = proposals.propose(candidate, "駐車場", by="山田")
    proposals.approve(made.pk, by="加藤")
    assert [(who, did, ids) for who, did, _, ids, _ in trail(Did.PROPOSED, Did.APPROVED)] == [
        ("山田", Did.PROPOSED, str(made.pk)),
        ("加藤", Did.APPROVED, str(made.pk)),
    ]
    assert trail(Did.APPROVED)[0][4] == {"release": 2}


def test_entries_added_changed_and_deleted_are_recorded_by_their_ids() -> None:
    data = PARKING.model_dump(mode="json")
    editing.add(data, by="山田")
    editing.save("flow.parking", 1, {**data, "title": "駐車場のこと"}, by="伊藤")
    editing.delete("flow.parking", 2)
    assert [(who, did, ids) for who, did, kind, ids, _ in trail() if kind is Kind.ENTRY] == [
        ("山田", Did.ADDED, "flow.parking"),
        ("伊藤", Did.CHANGED, "flow.parking"),
        ("", Did.DELETED, "flow.parking"),
    ]


def test_who_deletes_an_entry_on_its_page_is_named() -> None:
    draft = editing.add(PARKING.model_dump(mode="json"), by="山田")
    logged_in(member("ito", "伊藤 健", "content")).post(
        f"/staff/knowledge/draft/{draft.pk}/delete/", {"version": draft.version}
    )
    assert [(who, ids) for who, _, _, ids, _ in trail(Did.DELETED)] == [("ito", "flow.parking")]


def test_a_refused_change_is_not_recorded() -> None:
    data = PARKING.model_dump(mode="json")
    editing.add(data, by="山田")
    with pytest.raises(editing.Conflict):
        editing.save("flow.parking", 7, {**data, "title": "別の題"}, by="伊藤")
    assert trail(Did.CHANGED) == []


def test_an_import_is_recorded_with_its_counts_and_ids(save_drafts: Save) -> None:
    save_drafts(PARKING)
    file = exchange.export("yaml")
    changed = PARKING.model_copy(update={"title": "駐車場のこと"})
    save_drafts(changed)
    importing.apply(difference(exchange.read_upload("entries.zip", file), exchange.WHOLE), by="伊藤")
    counts = {"added": 0, "changed": 1, "removed": 0}
    assert trail(Did.IMPORTED) == [("伊藤", Did.IMPORTED, Kind.ENTRY, "flow.parking", counts)]


def test_an_export_is_recorded_with_its_form(save_drafts: Save) -> None:
    save_drafts(PARKING)
    exchange.export("csv", "flow")
    assert trail() == [("", Did.EXPORTED, Kind.ENTRY, "", {"count": 1, "form": "csv", "scope": "flow"})]


def test_so_are_an_operators_import_and_export(corpus_folder: Path, tmp_path: Path) -> None:
    count = drafts.import_path(corpus_folder)
    drafts.export_path(tmp_path / "out")
    assert [(who, did, facts["count"]) for who, did, _, _, facts in trail()] == [
        ("コマンド", Did.IMPORTED, count),
        ("コマンド", Did.EXPORTED, count),
    ]
