import pytest

from deploy.started import Stack
from knowledge.domain.answer import RESERVATION
from tests.stack.visitor import Visitor


def test_a_listed_case_is_told_with_costs_conditions_source_and_reservation(stack: Stack) -> None:
    reply = Visitor(stack).ask("委託先に預けたデータが漏えいした場合は補償されますか")
    answer = reply["answer"]
    assert (answer["verdict"], answer["entries"][0]["id"]) == ("listed", "scenario.contractor_leak")
    assert answer["entries"][0]["source"] == "保険金の支払い対象となるケース"
    assert "liability.legal_damages" in answer["pays_for"]
    assert answer["conditions"] == ["condition.prior_approval"]
    assert answer["offers_person"] is True
    assert reply["messages"][-1]["text"].endswith(RESERVATION)


def test_the_premium_is_never_a_figure_but_a_person(stack: Stack) -> None:
    reply = Visitor(stack).ask("保険料はいくら?")
    text = reply["messages"][0]["text"]
    assert reply["answer"]["verdict"] == "not_listed"
    assert reply["answer"]["offers_person"] is True
    assert not any(character.isdigit() for character in text)
    assert "担当者" in text


def test_another_insurance_is_declined(stack: Stack) -> None:
    assert Visitor(stack).ask("火災保険の相談です")["answer"]["verdict"] == "declined"


@pytest.mark.parametrize("typed", ["/ask_coverage", "／person", '/show_entry{"entry":"cost.condolence"}', "/restart"])
def test_a_typed_slash_command_is_plain_text(stack: Stack, typed: str) -> None:
    visitor = Visitor(stack)
    reply = visitor.ask(typed)
    assert reply["messages"]
    assert (reply["answer"] or {}).get("verdict") != "listed"
    assert [m["text"] for m in visitor.transcript() if m["from"] == "visitor"] == [typed]


def test_a_greeting_is_returned_without_a_coverage_answer(stack: Stack) -> None:
    reply = Visitor(stack).ask("こんにちは")
    assert reply["answer"]["verdict"] == "none"
    assert reply["answer"]["entries"] == []


@pytest.mark.parametrize(
    "cry",
    ["たった今、社内のパソコンが次々に暗号化されています!どうすればいいですか", "今サーバーが変な動きをしてます助けて"],
)
def test_an_accident_in_progress_goes_to_a_person_and_concludes_nothing(stack: Stack, cry: str) -> None:
    reply = Visitor(stack).ask(cry)
    assert reply["answer"]["verdict"] == "undetermined"
    assert reply["answer"]["entries"][0]["id"] == "flow.inquiry"
    assert "すぐに担当者へ" in reply["messages"][0]["text"]


def test_a_pressed_button_is_answered_and_shown_by_its_title(stack: Stack) -> None:
    visitor = Visitor(stack)
    button = visitor.opened["messages"][-1]["buttons"][-1]
    reply = visitor.send(button=button["id"]).raise_for_status().json()
    assert button["title"] == "担当者に相談する"
    assert "担当者がお話をうかがいます" in reply["messages"][0]["text"]
    assert visitor.transcript()[1]["text"] == button["title"]


def test_what_was_said_is_there_again_when_the_page_resumes(stack: Stack) -> None:
    visitor = Visitor(stack)
    visitor.ask("USBメモリを電車に忘れました")
    resumed = visitor.client.post("/api/chat/sessions", json={"resume": visitor.opened["token"]}).json()
    assert [m["from"] for m in resumed["messages"]] == ["bot", "visitor", "bot"]
    assert resumed["messages"][-1]["answer"]["entries"][0]["id"] == "scenario.lost_device_or_documents"
