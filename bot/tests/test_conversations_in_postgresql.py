"""The same store on a real PostgreSQL server, which several Rasa share."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.domain import Domain

from bot.control import problem_of
from bot.sealed_store import SealedTrackerStore
from bot.spoken_store import SpokenStore
from bot.tests.fakes import KEY, FakeAgent, conversation, listening, said, sql_store
from deploy.postgres import Server, running_postgres

SECRET = "極秘の取引先は株式会社ひみつ商事です"
HANAKO, TARO = "0af1" * 8, "0af2" * 8
NEW = Fernet.generate_key().decode()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running_postgres() as running:
        yield running


@pytest.fixture(autouse=True)
def _nobody_has_said_anything(server: Server) -> None:
    store(server)
    with rows(server) as connection:
        connection.execute(sa.text("DELETE FROM events"))


def address(server: Server) -> str:
    """As deploy/tracker_url.py writes it."""
    folder = unquote(urlsplit(server.url).netloc.rpartition("@")[2])
    return f"postgresql://hosho@/postgres?host={quote(folder, safe='')}"


def store(server: Server, keys: str = KEY, before: "str | None" = None) -> FailSafeTrackerStore:
    made = SealedTrackerStore(Domain.empty(), keys=keys, before=before, host=address(server))
    return FailSafeTrackerStore(made)


def rows(server: Server) -> "sa.engine.base.Engine._trans_ctx":
    return sa.create_engine(address(server)).begin()


def kept(server: Server) -> "list[str]":
    with rows(server) as connection:
        return [data for (data,) in connection.execute(sa.text("SELECT data FROM events ORDER BY id"))]


def save(store: FailSafeTrackerStore, sender: str, *texts: str) -> None:
    asyncio.run(store.save(conversation(sender, *texts)))


def heard(store: FailSafeTrackerStore, sender: str = HANAKO) -> "list[str]":
    return asyncio.run(said(store, sender))


def test_what_one_rasa_was_told_the_other_knows_and_the_server_cannot_read(server: Server) -> None:
    save(store(server), HANAKO, SECRET)
    assert heard(store(server)) == [SECRET]
    assert kept(server)
    assert not any(SECRET in data or data.startswith("{") for data in kept(server))


def test_a_conversation_goes_on_with_the_other_rasa(server: Server) -> None:
    one, other = store(server), store(server)
    save(one, HANAKO, "一つ目")
    save(other, HANAKO, "一つ目", "二つ目")
    save(one, HANAKO, "一つ目", "二つ目", "三つ目")
    assert heard(other) == ["一つ目", "二つ目", "三つ目"]


def test_it_is_forgotten_and_sealed_anew_there_too(server: Server) -> None:
    save(store(server), HANAKO, SECRET)
    save(store(server), TARO, "USBメモリをなくしました")

    async def scenario() -> "list[int]":
        async with listening(FakeAgent(store(server, f"{NEW},{KEY}"))) as call:
            forgotten, _ = await call("DELETE", f"/conversations/{HANAKO}")
            body = {"sealed": Fernet(NEW).encrypt(b"").decode(), "after": 0}
            resealed, _ = await call("POST", "/reseal", body=body)
            return [forgotten, resealed]

    assert asyncio.run(scenario()) == [204, 200]
    assert (heard(store(server, NEW), HANAKO), heard(store(server, NEW), TARO)) == ([], ["USBメモリをなくしました"])


def test_a_server_started_anew_costs_no_message(server: Server) -> None:
    rasa = store(server)
    save(rasa, HANAKO, "一つ目")
    server.stop()
    server.start()
    save(rasa, HANAKO, "一つ目", "二つ目")
    assert heard(rasa) == ["一つ目", "二つ目"]


def test_nothing_is_waited_for_long(server: Server) -> None:
    """Rasa answers nobody meanwhile."""
    with store(server)._tracker_store.engine.connect() as connection:
        assert connection.execute(sa.text("SHOW statement_timeout")).scalar() == "3s"


def test_what_was_kept_in_the_file_is_moved_once_and_the_file_is_gone(server: Server, tmp_path: Path) -> None:
    file = tmp_path / "tracker.db"
    save(sql_store(file), HANAKO, SECRET, "調査費用は出ますか")
    copy = file.read_bytes()
    assert heard(store(server, before=str(file))) == [SECRET, "調査費用は出ますか"]
    assert list(tmp_path.iterdir()) == []
    file.write_bytes(copy)  # as when the move was cut off before the file was deleted
    assert heard(store(server, before=str(file))) == [SECRET, "調査費用は出ますか"]
    assert not file.exists()


def test_without_a_file_nothing_is_moved(server: Server, tmp_path: Path) -> None:
    save(store(server, before=str(tmp_path / "tracker.db")), HANAKO, SECRET)
    assert heard(store(server)) == [SECRET]


def test_a_store_that_fails_says_where_it_lies(server: Server) -> None:
    agent = FakeAgent(SpokenStore(store(server)._tracker_store))
    agent.tracker_store.trouble = "OperationalError"
    server.stop()
    try:
        told = problem_of(agent)
    finally:
        server.start()
    assert told == "the tracker store at HOSHO_DATABASE_URL cannot be used: OperationalError"
    assert problem_of(agent) is None
