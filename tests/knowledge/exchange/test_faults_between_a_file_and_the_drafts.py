from typing import Any

import pytest

from knowledge.domain.files import to_yaml
from knowledge.domain.schema import Entry
from knowledge.exchange import read_upload
from knowledge.import_plan import difference
from knowledge.models import Draft
from tests.knowledge.conftest import Save
from tests.knowledge.exchange.books import book_of, edited
from tests.knowledge.samples import an_entry

pytestmark = pytest.mark.django_db


def faults(data: bytes, scope: str = "") -> list[str]:
    return [str(fault) for fault in difference(read_upload("知識.xlsx", data), scope).faults]


def test_a_reference_to_nothing_is_named_with_its_cell(corpus: list[Entry]) -> None:
    assert faults(edited(lambda book: book["項目"].__setitem__("G2", "condition.gone"))) == [
        "「項目」!G2: 条件: 「condition.gone」という項目はありません。綴りを確かめてください"
    ]


def test_a_reference_to_the_wrong_kind_is_named(corpus: list[Entry]) -> None:
    assert faults(edited(lambda book: book["項目"].__setitem__("G2", "cost.investigation"))) == [
        "「項目」!G2: 条件: 「cost.investigation」は条件(condition)ではありません"
    ]


def test_a_file_of_one_kind_may_refer_to_the_other_drafts(corpus: list[Entry]) -> None:
    scenarios = [entry for entry in corpus if entry.kind == "scenario"]
    assert faults(book_of(scenarios), "scenario") == []


def test_a_reference_to_a_row_that_cannot_be_read_is_not_called_dangling(corpus: list[Entry]) -> None:
    def edit(book: Any) -> None:
        book["項目"]["B6"] = "じょうけん"  # condition.prior_approval

    assert [fault.split(": ")[0] for fault in faults(edited(edit))] == ["「項目」!B6"]


def test_a_question_of_two_entries_of_the_file_is_named_at_the_second(corpus: list[Entry]) -> None:
    def edit(book: Any) -> None:
        book["質問"].append(["silent.premium", "質問", "ＦＡＸを違う番号に送ってしまった！"])

    [fault] = faults(edited(edit))
    assert fault.startswith(
        "「質問」!C39: 質問「ＦＡＸを違う番号に送ってしまった！」は scenario.missent_mail にもあります。"
    )


def test_a_question_of_a_draft_that_is_not_in_the_file_is_named_in_the_file(corpus: list[Entry]) -> None:
    entry = an_entry(questions=["保険料はいくらですか", "お菓子の代金"])
    [fault] = faults(book_of([entry]))
    assert fault.startswith("「質問」!C2: 質問「保険料はいくらですか」は silent.premium にもあります。")


def test_a_question_with_a_boundary_word_of_its_entry_is_named(corpus: list[Entry]) -> None:
    def edit(book: Any) -> None:
        book["質問"].append(["scenario.lost_device", "境界の言葉", "居酒屋"])

    [fault] = faults(edited(edit))
    assert fault.startswith("「質問」!C6: 質問「PCを入れた鞄を居酒屋に置いてきた」に境界の言葉「居酒屋」があります。")


def test_faults_within_a_row_do_not_hide_those_between_entries(corpus: list[Entry]) -> None:
    def edit(book: Any) -> None:
        book["項目"]["E2"] = "全額お支払いします。"
        book["項目"]["G2"] = "condition.gone"
        book["質問"]["C2"] = "保険料はいくらですか"

    assert [fault.split(": ")[0] for fault in faults(edited(edit))] == ["「項目」!E2", "「項目」!G2", "「質問」!C28"]


def test_what_is_wrong_among_other_drafts_is_no_fault_of_the_file(corpus: list[Entry], save_drafts: Save) -> None:
    save_drafts(an_entry(id="cost.x", conditions=["condition.gone"], questions=["保険料はいくらですか"]))
    Draft.objects.create(entry_id="flow.broken", data={"id": "flow.broken"})
    assert faults(book_of([an_entry()])) == []


def test_a_broken_draft_can_be_mended_by_a_file(corpus: list[Entry]) -> None:
    Draft.objects.filter(entry_id="flow.inquiry").update(data={"id": "flow.inquiry"}, digest="x")
    plan = difference(read_upload("知識.xlsx", book_of()), "")
    assert (plan.faults, [change.id for change in plan.changed]) == ([], ["flow.inquiry"])


def test_files_of_yaml_are_named_with_their_line(corpus: list[Entry]) -> None:
    text = to_yaml(an_entry(id="cost.x", conditions=["condition.gone"]))
    plan = difference(read_upload("cost.x.yml", text.encode()), "")
    assert [str(fault) for fault in plan.faults] == [
        "cost.x.yml:6: 条件: 「condition.gone」という項目はありません。綴りを確かめてください"
    ]


def test_what_is_quoted_of_a_file_can_be_shown_and_kept(corpus: list[Entry]) -> None:
    for name, data in (("cost.x.yml", b'"\\ud800\\0": 1'), ("a.csv", "区分,ID,\0文,長い".encode() + b"a" * 10_000)):
        plan = difference(read_upload(name, data), "")
        assert plan.faults
        said = "".join(fault.message for fault in plan.faults)
        assert "\0" not in said.encode().decode()
        assert all(len(fault.message) < 300 for fault in plan.faults)


def test_references_that_a_removal_would_leave_dangling_are_told(corpus: list[Entry]) -> None:
    gone = {"cost.investigation", "small_talk.thanks"}
    plan = difference(read_upload("知識.xlsx", book_of([e for e in corpus if e.id not in gone])), "")
    assert plan.faults == []
    assert [str(fault) for fault in plan.removal_faults] == [
        "「項目」!H2: 支払われる費用: 「原因・被害範囲調査費用」(cost.investigation)を使っています",
        "「項目」!H3: 支払われる費用: 「原因・被害範囲調査費用」(cost.investigation)を使っています",
    ]


def test_also_those_of_drafts_outside_the_scope(corpus: list[Entry]) -> None:
    entry = an_entry(id="cost.new", questions=["新しい費用"])
    plan = difference(read_upload("知識.xlsx", book_of([entry])), "cost")
    assert [fault.place for fault in plan.removal_faults] == [
        "下書きのscenario.lost_device",
        "下書きのscenario.missent_mail",
    ]
