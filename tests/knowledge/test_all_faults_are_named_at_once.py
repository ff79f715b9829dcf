from collections.abc import Callable

Faults = Callable[..., list[str]]


def entry(entry_id: str, *questions: str, **changes: str) -> str:
    fields = {"kind": entry_id.split(".")[0], "title": "見出し", "answer": "答えです。", "source": "概要"} | changes
    lines = [f"id: {entry_id}", *(f"{name}: {value}" for name, value in fields.items()), "questions:"]
    return "\n".join([*lines, *(f"- {question}" for question in questions or [entry_id])]) + "\n"


def test_faults_of_several_files_are_named_together(faults_of: Faults) -> None:
    faults = faults_of(
        cost__advertising=entry("cost.advertising", kind="const"),
        cost__condolence="questions: [",
        flow__quote=entry("flow.quote").encode("cp932"),
        flow__meeting=entry("flow.meeting"),
    )
    assert {fault.split(":")[0] for fault in faults} == {
        "cost.advertising.yml",
        "cost.condolence.yml",
        "flow.quote.yml",
    }


def test_several_faults_of_one_file_are_named_together(faults_of: Faults) -> None:
    content = entry("cost.condolence", kind="const", title="1", nazo="謎").replace("answer: 答えです。\n", "")
    assert len(faults_of(cost__condolence=content)) == 4


def test_faults_between_entries_are_named_beside_faults_within_one(faults_of: Faults) -> None:
    faults = faults_of(
        cost__advertising=entry("cost.advertising", kind="const"),
        cost__condolence=entry("cost.condolence", conditions="[condition.approval]"),
        flow__meeting=entry("flow.meeting", "担当者と話せますか"),
        flow__quote=entry("flow.quote", "担当者と話せますか？"),
    )
    assert len(faults) == 3


def test_every_dangling_id_is_named(faults_of: Faults) -> None:
    faults = faults_of(
        cost__condolence=entry("cost.condolence", conditions="[condition.a, condition.b]", pays_for="[cost.c]")
    )
    assert [name for name in ("condition.a", "condition.b", "cost.c") if any(name in f for f in faults)] == [
        "condition.a",
        "condition.b",
        "cost.c",
    ]


def test_a_promise_is_named_beside_an_unknown_field(faults_of: Faults) -> None:
    faults = faults_of(cost__condolence=entry("cost.condolence", answer="全額お支払いします。", nazo="謎"))
    assert any("全額" in fault for fault in faults)
    assert any("nazo" in fault for fault in faults)


def test_a_promise_is_named_beside_a_missing_source(faults_of: Faults) -> None:
    faults = faults_of(cost__condolence=entry("cost.condolence", answer="全額お支払いします。", source='""'))
    assert any("全額" in fault for fault in faults)
    assert any("source" in fault for fault in faults)


def test_a_wrong_file_name_is_named_beside_a_missing_field(faults_of: Faults) -> None:
    faults = faults_of(cost__mimaikin=entry("cost.condolence").replace("title: 見出し\n", ""))
    assert any("title" in fault for fault in faults)
    assert any("ファイル名" in fault for fault in faults)


def test_an_id_whose_own_file_is_broken_is_not_called_missing(faults_of: Faults) -> None:
    faults = faults_of(
        condition__approval=entry("condition.approval", nazo="謎"),
        cost__condolence=entry("cost.condolence", conditions="[condition.approval]"),
    )
    assert [fault for fault in faults if "という項目はありません" in fault] == []
