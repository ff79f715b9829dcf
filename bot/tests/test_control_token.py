"""The control channel answers nobody but the gateway."""

import asyncio
from pathlib import Path

import pytest

from bot.control import ControlChannel
from bot.tests.fakes import TOKEN, FakeAgent, conversation, listening, said, sql_store

CALLS = [("GET", "/ready"), ("DELETE", "/conversations/hanako")]
WRONG = [None, "", "Bearer", "Bearer ", "Bearer wrong", TOKEN, f"Basic {TOKEN}", f"Bearer {TOKEN}x"]


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_with_the_token_it_answers(tmp_path: Path, method: str, path: str) -> None:
    async def scenario() -> int:
        async with listening(FakeAgent(sql_store(tmp_path / "tracker.db"))) as call:
            return (await call(method, path))[0]

    assert asyncio.run(scenario()) in (200, 204)


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_without_the_token_or_with_a_wrong_one_it_does_not(tmp_path: Path, method: str, path: str) -> None:
    async def scenario() -> "dict[object, int]":
        async with listening(FakeAgent(sql_store(tmp_path / "tracker.db"))) as call:
            return {given: (await call(method, path, given))[0] for given in WRONG}

    statuses = asyncio.run(scenario())
    assert set(statuses.values()) == {401}, statuses


def test_a_refused_call_says_why_and_nothing_of_the_conversation(tmp_path: Path) -> None:
    async def scenario() -> "tuple[int, dict[str, object]]":
        async with listening(FakeAgent(sql_store(tmp_path / "tracker.db"))) as call:
            return await call("GET", "/ready", None)

    assert asyncio.run(scenario()) == (401, {"detail": "the shared token is missing or wrong"})


def test_a_refused_call_erases_nothing(tmp_path: Path) -> None:
    store = sql_store(tmp_path / "tracker.db")

    async def scenario() -> "list[str]":
        await store.save(conversation("hanako", "名簿をなくしました"))
        async with listening(FakeAgent(store)) as call:
            await call("DELETE", "/conversations/hanako", "Bearer wrong")
        return await said(store, "hanako")

    assert asyncio.run(scenario()) == ["名簿をなくしました"]


@pytest.mark.parametrize("credentials", [None, {}, {"token": ""}, {"token": None}])
def test_rasa_does_not_start_without_a_token(credentials: object) -> None:
    with pytest.raises(Exception, match="you need to pass a credentials file"):
        ControlChannel.from_credentials(credentials)  # type: ignore[arg-type]


def test_the_token_of_the_credentials_is_the_one_that_is_asked_for() -> None:
    assert ControlChannel.from_credentials({"token": TOKEN})._token == TOKEN
    assert ControlChannel.name() == "control"
