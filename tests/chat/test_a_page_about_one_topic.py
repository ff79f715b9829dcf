"""data-scenario of the widget: the greeting offers the entry that the page is about, first."""

from types import SimpleNamespace

import pytest

from chat import opening
from knowledge import live
from tests.chat.visitor import Visitor, assert_problem
from tests.fakes import FakeEngine
from tests.knowledge.samples import a_corpus

ENTRIES = {entry.id: entry for entry in a_corpus()}
SESSIONS = "/api/chat/sessions"


@pytest.fixture(autouse=True)
def release(monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = SimpleNamespace(valid=lambda: ENTRIES)
    monkeypatch.setattr(opening, "live", SimpleNamespace(current=lambda: knowledge, NoRelease=live.NoRelease))


def titles(opened: dict) -> list[str]:
    return [button["title"] for button in opened["messages"][0]["buttons"]]


def test_its_button_comes_first_and_shows_the_entry(stranger: Visitor, engine: FakeEngine) -> None:
    entry = ENTRIES["scenario.lost_device"]
    opened = stranger.send("POST", SESSIONS, {"about": entry.id}).json()
    assert opened["about"] is True
    assert titles(opened)[0] == entry.title
    stranger.token = opened["token"]
    stranger.presses(opened["messages"][0]["buttons"][0]["id"])
    assert engine.heard[-1] == '/show_entry{"entry": "scenario.lost_device"}'


@pytest.mark.parametrize("about", ["scenario.unknown", "silent.premium", "/person", "'; drop table", ""])
def test_what_the_page_does_not_list_is_offered_by_nobody(stranger: Visitor, about: str) -> None:
    plain = titles(stranger.send("POST", SESSIONS, {}).json())
    opened = stranger.send("POST", SESSIONS, {"about": about}).json()
    assert (opened["about"], titles(opened)) == (False, plain)


def test_before_anything_is_published_the_greeting_is_as_usual(
    stranger: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing() -> None:
        raise live.NoRelease

    monkeypatch.setattr(opening, "live", SimpleNamespace(current=nothing, NoRelease=live.NoRelease))
    assert stranger.send("POST", SESSIONS, {"about": "scenario.lost_device"}).json()["about"] is False


@pytest.mark.parametrize("about", [1, ["scenario.lost_device"], {}])
def test_a_topic_that_is_no_text_is_malformed(stranger: Visitor, about: object) -> None:
    assert_problem(stranger.send("POST", SESSIONS, {"about": about}), 400)
