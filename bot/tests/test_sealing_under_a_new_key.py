"""POST /webhooks/control/reseal: batch by batch everything comes under the newest key, while Rasa is at work."""

import asyncio
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet

from bot.sealed_store import AT_ONCE
from bot.tests.fakes import KEY, FakeAgent, conversation, listening, said, sql_store

NEW = Fernet.generate_key().decode()
HANAKO = "0af1" * 8
TEXTS = [f"{number}件目の相談です" for number in range(AT_ONCE)]


def probe(key: str) -> str:
    """Anything under the key: that the caller has the same newest one."""
    return Fernet(key).encrypt(b"").decode()


def resealed(file: Path, keys: str, sealed: str) -> "list[tuple[int, dict[str, Any]]]":
    """What the channel answers until it says that nothing is left."""

    async def scenario() -> "list[tuple[int, dict[str, Any]]]":
        answers, last = [], 0
        async with listening(FakeAgent(sql_store(file, keys))) as call:
            while last is not None:
                status, body = await call("POST", "/reseal", body={"sealed": sealed, "after": last})
                answers.append((status, body))
                last = body.get("last")
        return answers

    return asyncio.run(scenario())


def filled(file: Path) -> int:
    """The number of rows, all under KEY."""
    store = sql_store(file)
    asyncio.run(store.save(conversation(HANAKO, *TEXTS)))
    return 3 * len(TEXTS)


def test_afterwards_the_new_key_opens_everything(tmp_path: Path) -> None:
    file = tmp_path / "tracker.db"
    rows = filled(file)
    answers = resealed(file, f"{NEW},{KEY}", probe(NEW))
    assert {status for status, _ in answers} == {200}
    assert sum(body["resealed"] for _, body in answers) == rows
    assert asyncio.run(said(sql_store(file, NEW), HANAKO)) == TEXTS


def test_a_second_time_there_is_nothing_to_do(tmp_path: Path) -> None:
    file = tmp_path / "tracker.db"
    filled(file)
    resealed(file, f"{NEW},{KEY}", probe(NEW))
    assert sum(body["resealed"] for _, body in resealed(file, f"{NEW},{KEY}", probe(NEW))) == 0


def test_a_rasa_that_was_started_before_the_new_key_says_so(tmp_path: Path) -> None:
    """It would go on sealing under the old one, whatever was resealed."""
    file = tmp_path / "tracker.db"
    filled(file)
    ((status, body),) = resealed(file, KEY, probe(NEW))
    assert status == 409
    assert body["detail"] == "it was started with another newest key: start it anew"


def test_a_row_whose_key_is_gone_is_told(tmp_path: Path) -> None:
    file = tmp_path / "tracker.db"
    filled(file)
    ((status, body),) = resealed(file, NEW, probe(NEW))
    assert (status, body["detail"]) == (409, "no key in HOSHO_FIELD_KEYS opens a row of the tracker store")


def test_without_the_token_nothing_is_done(tmp_path: Path) -> None:
    async def scenario() -> int:
        async with listening(FakeAgent(sql_store(tmp_path / "tracker.db"))) as call:
            status, _ = await call("POST", "/reseal", authorization=None, body={"sealed": probe(KEY), "after": 0})
            return status

    assert asyncio.run(scenario()) == 401
