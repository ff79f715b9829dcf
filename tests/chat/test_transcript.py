"""GET /api/chat/messages: what was said, in order, so that a page can resume."""

import uuid

from tests.chat.visitor import MESSAGES, Visitor, assert_problem
from tests.fakes import LISTED, FakeEngine


def test_everything_said_is_there_in_its_order(visitor: Visitor) -> None:
    visitor.says("USBメモリを電車に忘れました")
    visitor.says("調査費用は出ますか")
    assert [m["from"] for m in visitor.transcript()] == ["bot", "visitor", "bot", "visitor", "bot"]
    assert visitor.typed() == ["USBメモリを電車に忘れました", "調査費用は出ますか"]


def test_a_message_of_the_transcript_is_the_message_of_the_reply(visitor: Visitor) -> None:
    (said,) = visitor.says("USBメモリを電車に忘れました").json()["messages"]
    kept = visitor.transcript()[-1]
    assert {name: kept[name] for name in said} == said


def test_an_answer_stays_with_the_message_that_gave_it(visitor: Visitor) -> None:
    visitor.says("USBメモリを電車に忘れました")
    assert visitor.transcript()[-1]["answer"] == LISTED


def test_after_an_id_only_what_came_later_is_told(visitor: Visitor) -> None:
    visitor.says("USBメモリを電車に忘れました")
    known = visitor.transcript()[-1]["id"]
    visitor.says("調査費用は出ますか")
    assert [m["from"] for m in visitor.transcript(after=known)] == ["visitor", "bot"]
    assert visitor.transcript(after=known)[0]["text"] == "調査費用は出ますか"


def test_after_the_visitors_own_message_comes_its_reply(visitor: Visitor) -> None:
    message_id = uuid.uuid4()
    reply = visitor.says("USBメモリを電車に忘れました", message_id).json()
    assert [m["id"] for m in visitor.transcript(after=str(message_id))] == [m["id"] for m in reply["messages"]]


def test_after_the_last_id_there_is_nothing(visitor: Visitor) -> None:
    visitor.says("USBメモリを電車に忘れました")
    assert visitor.transcript(after=visitor.transcript()[-1]["id"]) == []


def test_after_an_unknown_id_is_malformed(visitor: Visitor) -> None:
    assert_problem(visitor.send("GET", f"{MESSAGES}?after={uuid.uuid4()}"), 400)


def test_after_an_id_of_somebody_else_is_malformed(visitor: Visitor, other: Visitor) -> None:
    foreign = other.opened["messages"][0]["id"]
    assert other.transcript(after=foreign) == []
    assert_problem(visitor.send("GET", f"{MESSAGES}?after={foreign}"), 400)


def test_a_message_that_nobody_could_answer_is_in_the_transcript(visitor: Visitor, engine: FakeEngine) -> None:
    engine.away = True
    visitor.says("ランサムウェアにやられました")
    assert visitor.typed() == ["ランサムウェアにやられました"]


def test_reading_the_transcript_asks_the_engine_nothing(visitor: Visitor, engine: FakeEngine) -> None:
    visitor.says("USBメモリを電車に忘れました")
    assert len(visitor.transcript()) == 3
    assert len(engine.asked) == 1
