"""setup.find_uv(): the one on PATH, the one installed before, or a new one by whatever this Python offers."""

import ast
from pathlib import Path

import pytest

from deploy import setup

PYTHON = """#!/bin/sh
echo "$2" >> {calls}
case "$2" in {cases} esac
exit 1
"""
VENV = 'venv) for last; do :; done; mkdir -p "$last/bin"; cp {pip} "$last/bin/pip"; exit 0;;'
PIP = 'pip) for name in "$@"; do [ "$before" = --target ] && mkdir -p "$name/bin" && touch "$name/bin/uv" && exit 0; '
PIP += 'before="$name"; done;;'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where uv would be installed; nothing but the system's own folders is on PATH."""
    monkeypatch.setattr(setup, "UV_HOME", tmp_path / ".tools" / "uv")
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    return tmp_path / ".tools" / "uv"


def program(path: Path, text: str = "#!/bin/sh\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def this_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cases: str) -> Path:
    """Replaces the running Python by one that offers only `cases`; returns the list of modules it was asked for."""
    calls = tmp_path / "calls"
    python = program(tmp_path / "python", PYTHON.format(calls=calls, cases=cases))
    monkeypatch.setattr(setup.sys, "executable", str(python))
    return calls


def test_the_one_on_the_path_is_taken(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(home / "bin" / "uv")
    uv = program(tmp_path / "bin" / "uv")
    monkeypatch.setenv("PATH", str(uv.parent))
    assert setup.find_uv() == str(uv)


def test_the_one_installed_before_is_taken(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = this_python(tmp_path, monkeypatch, cases="")
    uv = program(home / "bin" / "uv")
    assert setup.find_uv() == str(uv)
    assert not calls.exists()


def test_where_there_is_none_it_is_installed_into_a_venv(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pip = program(tmp_path / "pip", f"#!/bin/sh\ntouch {home}/bin/uv\n")
    calls = this_python(tmp_path, monkeypatch, VENV.format(pip=pip))
    assert setup.find_uv() == str(home / "bin" / "uv")
    assert (home / "bin" / "uv").exists()
    assert calls.read_text().split() == ["venv"]


def test_a_python_without_venv_uses_pip_alone(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = this_python(tmp_path, monkeypatch, PIP)
    assert setup.find_uv() == str(home / "bin" / "uv")
    assert (home / "bin" / "uv").exists()
    assert calls.read_text().split() == ["venv", "pip"]


def test_a_python_with_neither_stops_with_the_line_that_helps(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    this_python(tmp_path, monkeypatch, cases="")
    with pytest.raises(SystemExit, match="apt-get install -y python3-venv"):
        setup.find_uv()


def test_the_setup_reads_on_the_oldest_python_it_promises() -> None:
    source = Path(setup.__file__).read_text(encoding="utf-8")
    assert "3.8+" in source
    ast.parse(source, feature_version=(3, 8))
