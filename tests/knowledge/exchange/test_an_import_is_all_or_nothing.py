from typing import Any

import pytest

from knowledge.domain.faults import CorpusError
from knowledge.domain.schema import Entry
from knowledge.drafts import all_entries
from knowledge.exchange import read_upload
from knowledge.import_plan import ImportPlan, difference
from knowledge.importing import DraftsChanged, Imported, apply
from knowledge.models import Draft, Release
from tests.knowledge.exchange.books import book_of, edited
from tests.knowledge.samples import an_entry

pytestmark = pytest.mark.django_db
NEW = an_entry(id="cost.advertising", title="広告宣伝活動費用", questions=["広告の代金"])


def plan_of(data: bytes, scope: str = "") -> ImportPlan:
    return difference(read_upload("知識.xlsx", data), scope)


def edit(book: Any) -> None:
    book["項目"]["C2"] = "外での紛失"
    book["質問"]["C2"] = "新幹線に端末を忘れた"


def contents() -> list[tuple[str, Any, int]]:
    return list(Draft.objects.values_list("entry_id", "data", "version"))


def test_added_and_changed_entries_are_saved_and_the_others_left(corpus: list[Entry]) -> None:
    plan = plan_of(edited(edit, [*corpus, NEW]))
    assert apply(plan, "yamada") == Imported(["cost.advertising"], ["scenario.lost_device"], [])
    drafts = {draft.entry_id: draft for draft in Draft.objects.all()}
    assert Entry.model_validate(drafts["cost.advertising"].data) == NEW
    assert drafts["scenario.lost_device"].data["title"] == "外での紛失"
    assert drafts["scenario.lost_device"].data["questions"][-1] == "新幹線に端末を忘れた"
    versions = {i: (draft.version, draft.updated_by) for i, draft in drafts.items()}
    assert versions["cost.advertising"] == (1, "yamada")
    assert versions["scenario.lost_device"] == (2, "yamada")
    assert versions["flow.inquiry"] == (1, "")
    assert len(all_entries()) == len(corpus) + 1


def test_what_is_kept_beside_the_content_follows(corpus: list[Entry]) -> None:
    apply(plan_of(edited(edit, [*corpus, NEW])), "yamada")
    for draft in Draft.objects.all():
        kept = (draft.title, draft.kind, draft.digest, draft.search_text, draft.question_keys)
        draft.index()
        assert kept == (draft.title, draft.kind, draft.digest, draft.search_text, draft.question_keys)
    assert Draft.objects.get(entry_id="scenario.lost_device").title == "外での紛失"


def test_the_time_of_the_change_is_kept(corpus: list[Entry]) -> None:
    before = dict(Draft.objects.values_list("entry_id", "updated_at"))
    apply(plan_of(edited(edit)), "yamada")
    after = dict(Draft.objects.values_list("entry_id", "updated_at"))
    assert [i for i in after if after[i] > before[i]] == ["scenario.lost_device"]


def test_drafts_that_are_not_in_the_file_stay_unless_their_removal_was_asked_for(corpus: list[Entry]) -> None:
    data = book_of([entry for entry in corpus if entry.id != "small_talk.thanks"])
    assert apply(plan_of(data), "yamada").removed == []
    assert Draft.objects.filter(entry_id="small_talk.thanks").exists()
    assert apply(plan_of(data), "yamada", remove=True).removed == ["small_talk.thanks"]
    assert not Draft.objects.filter(entry_id="small_talk.thanks").exists()


def test_a_file_with_faults_changes_nothing(corpus: list[Entry]) -> None:
    before = contents()
    with pytest.raises(CorpusError):
        apply(plan_of(edited(lambda book: book["項目"].__setitem__("C2", "=B2"))), "yamada")
    assert contents() == before


def test_a_removal_that_would_leave_references_dangling_changes_nothing(corpus: list[Entry]) -> None:
    before = contents()
    plan = plan_of(book_of([*(e for e in corpus if e.id != "cost.investigation"), NEW]))
    with pytest.raises(CorpusError, match="を使っています"):
        apply(plan, "yamada", remove=True)
    assert contents() == before


@pytest.mark.parametrize("entry_id", ["scenario.lost_device", "flow.inquiry"])
def test_a_draft_of_the_file_that_was_saved_since_stops_the_import(corpus: list[Entry], entry_id: str) -> None:
    plan = plan_of(edited(edit))
    draft = Draft.objects.get(entry_id=entry_id)
    draft.data["title"] = "ほかの人の題"
    draft.save()
    before = contents()
    with pytest.raises(DraftsChanged) as caught:
        apply(plan, "yamada")
    assert caught.value.ids == [entry_id]
    assert contents() == before


def test_a_draft_that_was_deleted_since_stops_the_import(corpus: list[Entry]) -> None:
    plan = plan_of(edited(edit))
    Draft.objects.get(entry_id="scenario.lost_device").delete()
    with pytest.raises(DraftsChanged):
        apply(plan, "yamada")


def test_an_entry_that_was_added_by_somebody_else_since_stops_the_import(corpus: list[Entry]) -> None:
    plan = plan_of(book_of([*corpus, NEW]))
    Draft.objects.create(entry_id=NEW.id, data=an_entry(id=NEW.id, questions=["別の質問"]).model_dump(mode="json"))
    with pytest.raises(DraftsChanged) as caught:
        apply(plan, "yamada")
    assert caught.value.ids == ["cost.advertising"]


def test_a_draft_to_be_removed_that_was_saved_since_stops_the_removal(corpus: list[Entry]) -> None:
    plan = plan_of(book_of([entry for entry in corpus if entry.id != "small_talk.thanks"]))
    draft = Draft.objects.get(entry_id="small_talk.thanks")
    draft.data["title"] = "お礼の言葉"
    draft.save()
    with pytest.raises(DraftsChanged):
        apply(plan, "yamada", remove=True)
    assert apply(plan, "yamada").removed == []


def test_another_draft_that_was_saved_since_does_not_matter(corpus: list[Entry]) -> None:
    plan = plan_of(edited(edit, corpus[:1] + corpus[2:]))
    draft = Draft.objects.get(entry_id="scenario.missent_mail")
    draft.data["title"] = "誤送信"
    draft.save()
    assert apply(plan, "yamada").changed == ["scenario.lost_device"]


def test_an_import_is_not_carried_out_twice(corpus: list[Entry]) -> None:
    plan = plan_of(book_of([*corpus, NEW]))
    apply(plan, "yamada")
    with pytest.raises(DraftsChanged):
        apply(plan, "yamada")


def test_a_deleted_entry_that_comes_back_is_known_to_be_live(release: Release) -> None:
    draft = Draft.objects.get(entry_id="small_talk.thanks")
    digest = draft.live_digest
    draft.delete()
    apply(plan_of(book_of()), "yamada")
    back = Draft.objects.get(entry_id="small_talk.thanks")
    assert back.live_digest == digest == back.digest != ""


def test_many_entries_take_few_statements(corpus: list[Entry], django_assert_max_num_queries: Any) -> None:
    new = [an_entry(id=f"cost.n{number}", questions=[f"{number}番の費用"]) for number in range(400)]
    plan = plan_of(book_of([*corpus, *new]))
    with django_assert_max_num_queries(16):
        apply(plan, "yamada")
    renamed = [entry.model_copy(update={"title": f"{entry.title}改"}) for entry in [*corpus, *new]]
    plan = plan_of(book_of(renamed))
    with django_assert_max_num_queries(16):
        assert len(apply(plan, "yamada").changed) == 409
    assert set(Draft.objects.values_list("version", flat=True)) == {2}
