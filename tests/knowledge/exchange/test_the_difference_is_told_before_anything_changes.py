from typing import Any

import pytest

from knowledge.domain.changes import EntryChange
from knowledge.domain.schema import Entry
from knowledge.exchange import export, read_upload
from knowledge.import_plan import ImportPlan, difference
from knowledge.models import Draft
from tests.knowledge.exchange.books import book_of, edited
from tests.knowledge.samples import a_corpus, an_entry

pytestmark = pytest.mark.django_db
NEW = an_entry(id="cost.advertising", title="広告宣伝活動費用", questions=["広告の代金", "テレビでのお詫び"])


def plan_of(data: bytes, scope: str = "", name: str = "知識.xlsx") -> ImportPlan:
    return difference(read_upload(name, data), scope)


@pytest.mark.parametrize(
    ("form", "name"), [("xlsx", "a.xlsx"), ("csv", "a.csv"), ("csv-cp932", "a.csv"), ("yaml", "a.zip")]
)
def test_what_was_exported_changes_nothing(corpus: list[Entry], form: str, name: str) -> None:
    plan = plan_of(export(form), name=name)
    assert plan.faults == []
    assert plan.changes_nothing
    assert (plan.unchanged, plan.absent) == (len(corpus), [])


@pytest.mark.parametrize("kind", ["scenario", "cost", "silent"])
def test_what_was_exported_of_one_kind_changes_nothing(corpus: list[Entry], kind: str) -> None:
    plan = plan_of(export("xlsx", kind), kind)
    assert (plan.faults, plan.writes, plan.absent) == ([], [], [])
    assert plan.unchanged == sum(entry.kind == kind for entry in corpus)


def test_rows_in_another_order_change_nothing(corpus: list[Entry]) -> None:
    def edit(book: Any) -> None:
        for sheet in (book["項目"], book["質問"]):
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
            for number, row in enumerate(reversed(rows), 2):
                for column, value in enumerate(row, 1):
                    sheet.cell(number, column).value = value

    plan = plan_of(edited(edit))
    assert (plan.faults, plan.writes, plan.unchanged) == ([], [], len(corpus))


def test_a_new_entry_is_told_as_added(corpus: list[Entry]) -> None:
    plan = plan_of(book_of([*corpus, NEW]))
    [added] = plan.added
    assert (added.id, added.title) == ("cost.advertising", "広告宣伝活動費用")
    assert [field.label for field in added.fields] == ["種類", "題", "答え", "出典の見出し"]
    assert [question.text for question in added.questions] == ["広告の代金", "テレビでのお詫び"]
    assert (plan.changed, plan.unchanged) == ([], len(corpus))


def test_changed_fields_are_told_before_and_after_in_the_words_of_the_pages(corpus: list[Entry]) -> None:
    def edit(book: Any) -> None:
        book["項目"]["C2"] = "外での紛失"
        book["項目"]["H2"] = "cost.investigation"
        book["項目"]["K2"] = "いいえ"
        book["項目"]["L2"] = "2026/4/1"

    [change] = plan_of(edited(edit)).changed
    assert {field.label: (field.before, field.after) for field in change.fields} == {
        "題": ("外出先でPCや書類を紛失", "外での紛失"),
        "支払われる費用": ("liability.legal_damages\ncost.investigation", "cost.investigation"),
        "補償についての話題": ("はい", "いいえ"),
        "開始日": ("", "2026-04-01"),
    }


def test_added_and_removed_questions_are_told_one_by_one(corpus: list[Entry]) -> None:
    def edit(book: Any) -> None:
        book["質問"]["C2"] = "新幹線に端末を忘れた"
        book["質問"].append(["silent.premium", "境界の言葉", "特約"])

    first, second = plan_of(edited(edit)).changed
    assert [(q.label, q.text, q.added) for q in first.questions] == [
        ("質問", "電車にノートパソコンを置き忘れた", False),
        ("質問", "新幹線に端末を忘れた", True),
    ]
    assert [(q.label, q.text, q.added) for q in second.questions] == [("境界の言葉", "特約", True)]
    assert first.fields == second.fields == []


def test_the_title_of_a_change_is_the_new_one(corpus: list[Entry]) -> None:
    [change] = plan_of(edited(lambda book: book["項目"].__setitem__("C2", "外での紛失"))).changed
    assert isinstance(change, EntryChange)
    assert (change.id, change.title) == ("scenario.lost_device", "外での紛失")


def test_entries_that_are_not_in_the_file_are_told_apart(corpus: list[Entry]) -> None:
    plan = plan_of(book_of([entry for entry in corpus if entry.id != "small_talk.thanks"]))
    assert [entry.id for entry in plan.absent] == ["small_talk.thanks"]
    assert plan.changes_nothing


def test_of_one_kind_only_its_own_are_missed(corpus: list[Entry]) -> None:
    plan = plan_of(book_of([entry for entry in corpus if entry.id == "scenario.missent_mail"]), "scenario")
    assert [entry.id for entry in plan.absent] == ["scenario.lost_device"]


def test_an_entry_of_another_kind_is_named_with_its_cell(corpus: list[Entry]) -> None:
    plan = plan_of(book_of(), "scenario")
    assert {fault.place for fault in plan.faults} == {f"「項目」!A{row}" for row in range(4, 11)}
    assert "「事故の例」だけを取り込みます。" in plan.faults[0].message


def test_the_dry_run_writes_nothing(corpus: list[Entry]) -> None:
    before = list(Draft.objects.values())
    plan_of(book_of([*corpus, NEW]))
    assert list(Draft.objects.values()) == before


def test_a_draft_saved_before_a_field_was_there_is_unchanged(corpus: list[Entry]) -> None:
    draft = Draft.objects.get(entry_id="flow.inquiry")
    del draft.data["see_also"]
    draft.save()
    assert plan_of(book_of()).changes_nothing


def test_a_plan_comes_back_from_json_as_it_was(corpus: list[Entry]) -> None:
    plan = plan_of(book_of([*a_corpus()[1:], NEW]))
    assert ImportPlan.model_validate(plan.model_dump(mode="json")) == plan
