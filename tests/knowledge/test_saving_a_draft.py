"""Drafts are kept sound, and nothing is saved over what somebody else saved in between."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from knowledge import editing
from knowledge.editing import Conflict, Faulty, Referenced
from knowledge.models import Draft
from tests.knowledge.conftest import Save
from tests.knowledge.samples import an_entry

pytestmark = pytest.mark.django_db
ID = "cost.condolence"


def data(**fields: Any) -> dict[str, Any]:
    return an_entry(**fields).model_dump(mode="json")


def said(found: pytest.ExceptionInfo[Faulty]) -> list[str]:
    return [f"{fault.field}: {fault.message}" for fault in found.value.faults]


def test_a_new_draft_is_kept_with_who_wrote_it() -> None:
    editing.add(data(), "yamada")
    draft = Draft.objects.get()
    assert (draft.entry_id, draft.version, draft.updated_by, draft.title) == (
        ID,
        1,
        "yamada",
        "見舞金・見舞い品購入費用",
    )


def test_an_id_is_used_once(save_drafts: Save) -> None:
    save_drafts(an_entry())
    with pytest.raises(Faulty) as found:
        editing.add(data(questions=["別の質問"]), "yamada")
    assert said(found) == ["id: このIDの項目はすでにあります。別の名前にしてください"]


def test_a_change_raises_the_version_and_names_the_writer(save_drafts: Save) -> None:
    save_drafts(an_entry())
    editing.save(ID, 1, data(title="見舞金"), "yamada")
    draft = Draft.objects.get()
    assert (draft.version, draft.updated_by, draft.title, draft.data["title"]) == (2, "yamada", "見舞金", "見舞金")


def test_saving_without_a_change_changes_nothing(save_drafts: Save) -> None:
    save_drafts(an_entry())
    before = Draft.objects.values().get()
    editing.save(ID, 1, data(), "yamada")
    assert Draft.objects.values().get() == before


def test_who_saw_an_older_version_is_told_of_the_newer_one(save_drafts: Save) -> None:
    save_drafts(an_entry())
    editing.save(ID, 1, data(title="佐藤の題"), "sato")
    with pytest.raises(Conflict) as found:
        editing.save(ID, 1, data(title="山田の題"), "yamada")
    assert found.value.current is not None
    assert (found.value.current.updated_by, found.value.current.data["title"]) == ("sato", "佐藤の題")
    assert Draft.objects.get().title == "佐藤の題"


def test_a_draft_that_is_gone_is_a_conflict(save_drafts: Save) -> None:
    save_drafts(an_entry())
    editing.delete(ID, 1)
    with pytest.raises(Conflict) as found:
        editing.save(ID, 1, data(title="山田の題"), "yamada")
    assert found.value.current is None


@pytest.mark.django_db(transaction=True)
def test_of_many_who_save_at_the_same_moment_one_is_kept() -> None:
    Draft.objects.create(entry_id=ID, data=data())

    def save(number: int) -> bool:
        try:
            editing.save(ID, 1, data(title=f"題{number}"), f"editor{number}")
        except Conflict:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(save, range(8)))
    assert kept.count(True) == 1
    draft = Draft.objects.get()
    assert (draft.version, draft.title) == (2, f"題{kept.index(True)}")


def test_every_fault_is_named_at_its_field(save_drafts: Save) -> None:
    save_drafts(an_entry(id="cost.advertising", title="広告", questions=["広告の代金は"]))
    broken = data() | {
        "title": "",
        "answer": "必ず支払われます",
        "questions": ["広告の代金は？", "菓子折りを盗まれた"],
        "boundary_words": ["盗まれ"],
        "conditions": ["condition.gone"],
        "pays_for": [ID, "cost.advertising"],
        "see_also": ["silent.x"],
    }
    with pytest.raises(Faulty) as found:
        editing.add(broken, "yamada")
    assert sorted(said(found)) == [
        "answer: 支払いを約束する言葉「必ず」は使えません",
        "conditions: 「condition.gone」という項目はもうありません。外してください",
        "questions: 「広告の代金は？」は別の項目にもあります。どちらか一方にしてください",
        "questions: 「菓子折りを盗まれた」に境界の言葉「盗まれ」があります。境界の質問へ移すか、言葉を改めてください",
        "see_also: 「silent.x」という項目はもうありません。外してください",
        "title: 空にはできません",
    ]
    assert [fault.other for fault in found.value.faults if "別の項目" in fault.message] == ["cost.advertising"]


def test_only_entries_of_the_right_kind_may_be_named(save_drafts: Save) -> None:
    save_drafts(an_entry(id="flow.inquiry", questions=["どこに聞けますか"]))
    with pytest.raises(Faulty) as found:
        editing.add(data(pays_for=["flow.inquiry"]), "yamada")
    assert said(found) == ["pays_for: 選べるのは次の種類の項目です(損害賠償、費用)。外してください"]


def test_a_question_twice_in_one_entry_is_named(save_drafts: Save) -> None:
    with pytest.raises(Faulty) as found:
        editing.add(data(questions=["お菓子は", "お菓子は?"], boundary=["お菓子は!"]), "yamada")
    assert len(said(found)) == 2
    assert "「お菓子は?」が二度書かれています" in said(found)[0]


def test_a_draft_that_others_name_is_not_deleted(save_drafts: Save) -> None:
    lost = an_entry(id="scenario.lost", title="紛失", questions=["PCをなくした"], pays_for=[ID])
    save_drafts(an_entry(), lost, an_entry(id="cost.x", questions=[ID, "別の質問"]))
    with pytest.raises(Referenced) as found:
        editing.delete(ID, 1)
    assert [draft.title for draft in found.value.by] == ["紛失"]
    assert Draft.objects.count() == 3


def test_a_draft_that_somebody_changed_in_between_is_not_deleted(save_drafts: Save) -> None:
    save_drafts(an_entry())
    editing.save(ID, 1, data(title="佐藤の題"), "sato")
    with pytest.raises(Conflict):
        editing.delete(ID, 1)
    assert Draft.objects.exists()
