"""What an operator sets, as the processes read it."""

import subprocess
import sys
from pathlib import Path

import pytest

from web.environment import ROOT, load

pytestmark = pytest.mark.slow

SITES = ["https://www.dairiten.example", "https://shop.dairiten.example"]


@pytest.mark.parametrize("separator", [",", ", ", " , ", ",,", " ,\n"])
def test_several_origins_are_parted_by_commas(var: Path, monkeypatch: pytest.MonkeyPatch, separator: str) -> None:
    monkeypatch.setenv("HOSHO_ALLOWED_ORIGINS", separator.join(SITES))
    assert load().allowed_origins == SITES


def test_one_origin_needs_no_comma(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSHO_ALLOWED_ORIGINS", SITES[0])
    assert load().allowed_origins == [SITES[0]]


@pytest.mark.parametrize("value", ["", " ", ",", " , "])
def test_no_origin_is_an_empty_list(var: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("HOSHO_ALLOWED_ORIGINS", value)
    assert load().allowed_origins == []


def test_without_settings_only_loopback_is_listened_on(var: Path) -> None:
    environment = load()
    assert (environment.host, environment.port) == ("127.0.0.1", 8000)
    assert environment.rasa_url == "http://127.0.0.1:5005"
    assert environment.allowed_origins == []


def test_a_visitor_waits_longer_than_an_action_may_take(var: Path) -> None:
    """Else the gateway gives up before the action's own apology arrives."""
    environment = load()
    assert environment.turn_timeout > environment.action_timeout


def django_setting(name: str) -> str:
    """A Django setting, as a process that starts in this environment reads it."""
    command = [sys.executable, "-c", f"from web import settings; print(settings.{name})"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True).stdout.strip()


def test_the_origins_reach_django(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSHO_ALLOWED_ORIGINS", ",".join(SITES))
    assert django_setting("CORS_ALLOWED_ORIGINS") == str(SITES)


def test_an_origin_with_a_slash_at_its_end_is_still_that_origin(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copied from an address bar it has one; a browser's Origin header never has."""
    monkeypatch.setenv("HOSHO_ALLOWED_ORIGINS", SITES[0] + "/")
    assert django_setting("CORS_ALLOWED_ORIGINS") == str(SITES[:1])


def test_rasa_may_call_the_actions_whatever_our_public_name_is(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """deploy.stack sends it to 127.0.0.1: Django would refuse that Host, and every answer would be silence."""
    monkeypatch.setenv("HOSHO_ALLOWED_HOSTS", "chat.dairiten.example")
    hosts = django_setting("ALLOWED_HOSTS")
    assert "chat.dairiten.example" in hosts
    assert "127.0.0.1" in hosts


def test_the_database_lies_beside_the_secrets_unless_told_otherwise(var: Path) -> None:
    assert str(var / "hosho.db") in django_setting("DATABASES")


def test_another_database_can_be_named(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSHO_DATABASE_URL", "postgres://hosho:geheim@db.internal:5433/hosho")
    databases = django_setting("DATABASES")
    assert "postgresql" in databases
    assert "db.internal" in databases
    assert "PRAGMA" not in databases


def test_a_source_page_must_be_safe_to_link_to(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSHO_SOURCE_PAGE", "javascript:alert(1)")
    with pytest.raises(SystemExit, match="HOSHO_SOURCE_PAGE: .*must begin with https://"):
        load()
