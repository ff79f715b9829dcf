"""The live release in the database is damaged: no process answers from it, and it is said until it is whole again."""

import contextlib
import sqlite3
from collections.abc import Iterator

from bench.breaking import killed, told_by_readyz
from deploy.started import Stack
from tests.stack.visitor import Visitor

LIVE = "id = (SELECT release_id FROM knowledge_activation ORDER BY id DESC LIMIT 1)"
QUESTION = "メールの宛先を間違えて送信しました"


@contextlib.contextmanager
def damaged(stack: Stack) -> Iterator[None]:
    path = stack.environment.var / "hosho.db"
    with contextlib.closing(sqlite3.connect(path, timeout=20)) as connection:
        [(matcher,)] = connection.execute(f"SELECT matcher FROM knowledge_release WHERE {LIVE}").fetchall()
        changed = bytearray(matcher)
        changed[len(changed) // 2] ^= 1

        def write(content: bytes) -> None:
            connection.execute(f"UPDATE knowledge_release SET matcher = ? WHERE {LIVE}", (content,))
            connection.commit()

        write(bytes(changed))
        try:
            yield
        finally:
            write(matcher)


def test_one_changed_bit_is_an_apology_and_no_answer(whole: Stack) -> None:
    with damaged(whole):
        assert Visitor(whole).ask(QUESTION)["answer"]["verdict"] == "listed", "a running process has it in memory"
        with killed(whole, "web"):
            pass
        told_by_readyz(whole, "the active release is damaged")
        reply = Visitor(whole).ask(QUESTION)
        assert reply["answer"] is None
        assert "担当者" in reply["messages"][-1]["text"]
    told_by_readyz(whole, '"ready": true')
    assert Visitor(whole).ask(QUESTION)["answer"]["verdict"] == "listed"
