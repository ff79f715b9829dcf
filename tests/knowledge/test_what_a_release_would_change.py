"""The report on prepared drafts against the live release: what is new, what got wrong, what blocks."""

import pytest

from knowledge.domain.comparison import Report
from knowledge.domain.schema import Entry
from knowledge.models import Draft, Release
from knowledge.preparing import prepare_drafts
from tests.knowledge.conftest import Save
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import an_entry

pytestmark = pytest.mark.django_db

SNS = {
    "id": "scenario.sns_hijack",
    "title": "公式SNSアカウントの乗っ取り",
    "answer": "公式SNSアカウントの乗っ取りについてのご案内です。",
    "questions": ["公式SNSが乗っ取られた", "会社のXに偽の投稿をされた", "インスタの公式アカウントを奪われた"],
    "boundary": ["社員個人のSNSが乗っ取られた", "偽の公式アカウントを作られた"],
}


def report(encoder: FakeEncoder, save_drafts: Save, *entries: Entry) -> Report:
    save_drafts(*entries)
    return prepare_drafts(encoder).report


def test_drafts_that_are_live_already_change_nothing(release: Release, encoder: FakeEncoder) -> None:
    found = prepare_drafts(encoder).report
    assert found.changes_nothing
    assert found.base == release.number
    assert found.regressions + found.false_assurances + found.other == []


def test_a_new_entry_is_added_and_breaks_nothing(release: Release, encoder: FakeEncoder, save_drafts: Save) -> None:
    found = report(encoder, save_drafts, an_entry(**SNS))
    assert found.added == ["scenario.sns_hijack"]
    assert found.regressions + found.false_assurances == []


def test_a_changed_field_is_named(release: Release, encoder: FakeEncoder, save_drafts: Save) -> None:
    changed = an_entry(id="flow.inquiry", title="お問い合わせ方法", questions=["どこに問い合わせればいいですか"])
    assert report(encoder, save_drafts, changed).changed["flow.inquiry"][:1] == ["title"]


def test_an_entry_that_takes_anothers_questions_is_a_regression_that_says_which(
    release: Release, encoder: FakeEncoder, save_drafts: Save, entries: list[Entry]
) -> None:
    words = ["電車に{}を置き忘れた", "営業先で{}をなくしました", "タクシーに会社の{}を忘れた", "帰り道で{}を紛失した"]
    things = ["ノートパソコン", "書類", "スマホ", "USBメモリ", "パソコン", "鞄", "PC", "端末"]
    thief = an_entry(id="silent.thief", source="", questions=[word.format(t + "類") for word in words for t in things])
    found = report(encoder, save_drafts, thief)
    assert found.regressions
    assert {change.entry_id for change in found.regressions} == {"scenario.lost_device"}
    assert all(change.expected and change.before != change.after for change in found.regressions)


def test_a_boundary_that_was_dropped_and_would_be_listed_is_a_false_assurance(
    release: Release, encoder: FakeEncoder, save_drafts: Save, entries: list[Entry]
) -> None:
    lost = next(entry for entry in entries if entry.id == "scenario.lost_device")
    stolen = [
        f"{how}に{what}を盗まれた" for how in ("車上荒らし", "空き巣", "ひったくり") for what in ("PC", "鞄", "端末")
    ]
    bolder = lost.model_copy(update={"questions": (*lost.questions, *stolen), "boundary": lost.boundary[:1]})
    found = report(encoder, save_drafts, bolder)
    assert [change.question for change in found.false_assurances] == [
        "ひったくりに鞄を奪われた",
        "事務所に空き巣が入り端末を盗まれた",
    ]


def test_a_removed_entry_is_named(release: Release, encoder: FakeEncoder, save_drafts: Save) -> None:
    Draft.objects.filter(entry_id="small_talk.thanks").delete()
    assert prepare_drafts(encoder).report.removed == ["small_talk.thanks"]


def test_a_question_whose_like_would_be_lost_is_told_and_does_not_block_alone(
    release: Release, encoder: FakeEncoder, save_drafts: Save
) -> None:
    near = an_entry(id="silent.taxi", source="", questions=["タクシーに会社のスマホを忘れたら連絡先は"])
    found = report(encoder, save_drafts, near)
    assert [change.question for change in found.likes] == ["タクシーに会社のスマホを忘れた"]
    assert found.regressions == []


def test_before_any_release_there_is_nothing_to_compare_with(
    encoder: FakeEncoder, save_drafts: Save, entries: list[Entry]
) -> None:
    found = report(encoder, save_drafts, *entries)
    assert found.base == 0
    assert len(found.added) == len(entries)
    assert found.counts["asked"] > found.counts["wrong"] == 0
