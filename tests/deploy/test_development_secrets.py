"""In development, what is secret is made once for the checkout and then stays."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from web.environment import ROOT, load

START = "from web.environment import load; e = load(); print(e.secret_key, e.action_token, *e.field_keys)"


def test_they_are_long_and_differ_from_one_another(var: Path) -> None:
    environment = load()
    assert min(len(environment.secret_key), len(environment.action_token)) >= 32
    assert environment.secret_key != environment.action_token


def test_they_are_the_same_at_the_next_start(var: Path) -> None:
    assert load() == load()


def test_another_checkout_has_others(var: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load()
    monkeypatch.setenv("HOSHO_VAR", str(tmp_path / "elsewhere"))
    assert load().secret_key != first.secret_key


def test_nobody_else_may_read_the_file(var: Path) -> None:
    load()
    assert stat.S_IMODE((var / "secrets.json").stat().st_mode) == 0o600


def test_the_file_holds_them_and_nothing_is_left_beside_it(var: Path) -> None:
    environment = load()
    kept = json.loads((var / "secrets.json").read_text())
    assert (kept["secret_key"], kept["action_token"]) == (environment.secret_key, environment.action_token)
    assert [file.name for file in var.iterdir()] == ["secrets.json"]


def test_processes_that_start_together_agree(var: Path) -> None:
    started = [
        subprocess.Popen([sys.executable, "-c", START], cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(4)
    ]
    said = [process.communicate(timeout=60)[0] for process in started]
    assert len(said[0].split()) == 3
    assert len(set(said)) == 1


def test_one_that_the_operator_sets_is_taken_and_the_other_generated(
    var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOSHO_SECRET_KEY", "operators-own")
    environment = load()
    assert environment.secret_key == "operators-own"
    assert len(environment.action_token) >= 32


def test_when_all_are_set_no_file_is_written(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSHO_SECRET_KEY", "one")
    monkeypatch.setenv("HOSHO_ACTION_TOKEN", "two")
    monkeypatch.setenv("HOSHO_FIELD_KEYS", Fernet.generate_key().decode())
    assert load().action_token == "two"
    assert list(var.iterdir()) == []


def test_a_file_of_an_older_checkout_is_completed(var: Path) -> None:
    """A secret that came with an update is missing in the file; the start must not fail over it."""
    var.mkdir(parents=True)
    (var / "secrets.json").write_text('{"secret_key": "kept"}')
    environment = load()
    assert environment.secret_key == "kept"
    assert len(environment.action_token) >= 32
    assert len(environment.field_keys) == 1


def test_the_generated_key_seals(var: Path) -> None:
    (key,) = load().field_keys
    assert Fernet(key).decrypt(Fernet(key).encrypt("山田製作所".encode())).decode() == "山田製作所"
    assert load().field_keys == [key]


def test_a_second_key_may_be_put_before_the_generated_one(var: Path) -> None:
    """So that a rotation can be tried in development."""
    (old,) = load().field_keys
    new = Fernet.generate_key().decode()
    kept = json.loads((var / "secrets.json").read_text())
    (var / "secrets.json").write_text(json.dumps(kept | {"field_keys": f"{new}, {old}"}))
    assert load().field_keys == [new, old]
