"""In production nothing secret is made up: a missing one stops the start and is named."""

import base64
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from web.environment import ROOT, MissingSecret, load

pytestmark = pytest.mark.slow

KEY = base64.urlsafe_b64encode(b"a key of thirty-two bytes, tried").decode()
"""The same at each run: it stands in the names of tests."""
SECRETS = {"HOSHO_SECRET_KEY": "one", "HOSHO_ACTION_TOKEN": "two", "HOSHO_FIELD_KEYS": KEY}


@pytest.fixture
def production(var: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOSHO_PRODUCTION", "true")
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    return var


def start(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, timeout=60)


def test_with_every_secret_it_starts(production: Path) -> None:
    assert load().secret_key == "one"
    assert not (production / "secrets.json").exists()


@pytest.mark.parametrize("missing", SECRETS)
def test_a_missing_secret_is_named(production: Path, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.delenv(missing)
    with pytest.raises(MissingSecret) as stopped:
        load()
    assert [name for name in SECRETS if name in str(stopped.value)] == [missing]


@pytest.mark.parametrize("empty", SECRETS)
def test_an_empty_secret_is_a_missing_one(production: Path, monkeypatch: pytest.MonkeyPatch, empty: str) -> None:
    monkeypatch.setenv(empty, "")
    with pytest.raises(MissingSecret, match=empty):
        load()


def test_all_that_are_missing_are_named_at_once(production: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SECRETS:
        monkeypatch.delenv(name)
    with pytest.raises(MissingSecret, match="HOSHO_SECRET_KEY, HOSHO_ACTION_TOKEN, HOSHO_FIELD_KEYS"):
        load()


def test_secrets_left_from_development_are_not_used(production: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    production.mkdir(parents=True)
    (production / "secrets.json").write_text('{"secret_key": "of development", "action_token": "of development"}')
    monkeypatch.delenv("HOSHO_SECRET_KEY")
    with pytest.raises(MissingSecret):
        load()


@pytest.mark.parametrize("command", [["-m", "deploy.run"], ["manage.py", "check"], ["-c", "import web.settings"]])
def test_a_process_stops_with_one_sentence_and_no_trace(
    production: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.delenv("HOSHO_ACTION_TOKEN")
    with socket.create_server(("127.0.0.1", 0)) as taken:  # should it go on, it shall start nothing
        monkeypatch.setenv("HOSHO_PORT", str(taken.getsockname()[1]))
        done = start(*command)
    assert done.returncode == 1
    sentence = "hosho does not start: in production HOSHO_ACTION_TOKEN must be set in the environment"
    assert done.stderr.strip() == sentence


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("HOSHO_PORT", "八千"),
        ("HOSHO_RETENTION_DAYS", "0"),
        ("HOSHO_TURN_TIMEOUT", "-1"),
        ("HOSHO_ACTION_TOKEN", "合言葉"),
        ("HOSHO_FIELD_KEYS", "himitsu"),
        ("HOSHO_FIELD_KEYS", f"{KEY},{KEY[:-4]}"),
    ],
)
def test_a_setting_that_cannot_be_read_is_named_in_a_sentence(
    production: Path, monkeypatch: pytest.MonkeyPatch, setting: str, value: str
) -> None:
    monkeypatch.setenv(setting, value)
    done = start("-c", "import web.settings")
    assert done.returncode == 1
    assert setting in done.stderr
    assert "Traceback" not in done.stderr


def test_a_key_that_is_none_is_told_by_its_place_and_never_shown(
    production: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOSHO_FIELD_KEYS", f"{KEY},himitsu-no-kagi")
    with pytest.raises(SystemExit) as stopped:
        load()
    assert "HOSHO_FIELD_KEYS: Value error, key 2 is no Fernet key; make one with" in str(stopped.value)
    assert "himitsu" not in str(stopped.value)
    assert KEY not in str(stopped.value)


def test_the_cookies_of_staff_hold_for_this_very_host_alone(production: Path) -> None:
    done = start("-c", "from web import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME)")
    assert done.stdout.split() == ["__Host-hosho-staff", "__Host-hosho-csrf"]


def test_the_limits_cannot_be_switched_off(production: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSHO_LIMITS", "off")
    with pytest.raises(SystemExit, match="HOSHO_LIMITS: .*must be on in production"):
        load()


def test_cookies_travel_over_https_alone(production: Path) -> None:
    done = start("-c", "from web import settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.DEBUG)")
    assert done.stdout.split() == ["True", "True", "False"]
