"""setup.sync(): what the lock file pins, compiled, and again only when the lock changes."""

from pathlib import Path

import pytest

from deploy import setup

UV = """#!/bin/sh
echo "$@" >> {calls}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with an environment in which nothing is installed, and an installer that keeps a list of its calls."""
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").touch()
    for name in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / name).write_text(f"# {name}")
    (tmp_path / "uv").write_text(UV.format(calls=tmp_path / "calls"))
    (tmp_path / "uv").chmod(0o755)
    return tmp_path


def installed(folder: Path, requirements: str = "requirements.txt") -> list[str]:
    """The calls of the installer that this takes."""
    calls = folder / "calls"
    calls.write_text("")
    setup.sync(str(folder / "uv"), folder, requirements, "an environment")
    return calls.read_text().splitlines()


def test_it_installs_what_is_pinned_and_compiles_it(folder: Path) -> None:
    """What is not compiled then is compiled by every process anew where nothing may be written later."""
    [call] = installed(folder)
    assert call.startswith("pip sync ")
    assert {"--require-hashes", "--compile-bytecode", "requirements.txt"} <= set(call.split())


def test_with_nothing_changed_it_does_nothing(folder: Path) -> None:
    installed(folder)
    assert installed(folder) == []


def test_with_another_lock_it_installs_again(folder: Path) -> None:
    installed(folder)
    (folder / "requirements.txt").write_text("# another")
    assert len(installed(folder)) == 1


def test_an_environment_for_development_will_do(folder: Path) -> None:
    installed(folder, "requirements-dev.txt")
    assert installed(folder) == []


def test_an_environment_for_development_stays_one(folder: Path) -> None:
    installed(folder, "requirements-dev.txt")
    (folder / "requirements-dev.txt").write_text("# another")
    [call] = installed(folder)
    assert call.endswith(" requirements-dev.txt")
    assert installed(folder) == []


def test_one_that_was_installed_without_compiling_is_installed_again(folder: Path) -> None:
    (folder / ".venv" / "synced").write_text("requirements.txt" + setup.fingerprint(folder / "requirements.txt"))
    assert len(installed(folder)) == 1
