"""Install what is missing, and nothing else: uv, both environments, the Rasa model, the database, release 1.

Runs on any Python 3.8+ with its standard library alone, before any environment exists.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PEER = ROOT / "bench" / "peer"
UV_HOME = ROOT / ".tools" / "uv"
PYTHON = ROOT / ".venv" / "bin" / "python"
TRAINING_INPUTS = ("config.yml", "domain.yml", "data", "bot")


def say(text: str) -> None:
    print("==> " + text, flush=True)


def run(*command: object, cwd: Path = ROOT, **env: str) -> None:
    # A pyenv shim that started us would pin its own version for every folder below.
    inherited = {name: value for name, value in os.environ.items() if name not in ("PYENV_VERSION", "PYENV_DIR")}
    done = subprocess.run([str(part) for part in command], cwd=str(cwd), env={**inherited, **env})
    if done.returncode:
        sys.exit(f"setup: {' '.join(map(str, command))} ended with exit code {done.returncode}; its output is above")


def find_uv() -> str:
    """The path of uv: the one on PATH, or one installed into .tools/ with whatever this Python offers."""
    on_path = shutil.which("uv")
    if on_path:
        return on_path
    local = UV_HOME / "bin" / "uv"
    if local.exists():
        return str(local)
    say("installing uv into .tools/")
    quiet = ["--quiet", "--disable-pip-version-check"]
    venv = subprocess.run([sys.executable, "-m", "venv", "--clear", str(UV_HOME)], capture_output=True)
    if venv.returncode == 0:
        run(UV_HOME / "bin" / "pip", "install", *quiet, "uv")
    else:  # Debian's python3 comes without venv; pip alone will do
        shutil.rmtree(str(UV_HOME), ignore_errors=True)
        pip = subprocess.run([sys.executable, "-m", "pip", "install", *quiet, "--target", str(UV_HOME), "uv"])
        if pip.returncode:
            sys.exit("setup: this Python has neither venv nor pip; run: apt-get install -y python3-venv")
    return str(local)


def fingerprint(*paths: Path) -> str:
    """A digest of the given files and folders: names and contents, environments and caches left out."""
    digest = hashlib.sha256()
    for path in paths:
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            parts = file.relative_to(ROOT).parts
            if {".venv", "__pycache__", ".pytest_cache", "tests"} & set(parts):
                continue
            digest.update("/".join(parts).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def unchanged(stamp: Path, value: str) -> bool:
    return stamp.exists() and stamp.read_text() == value


def sync(uv: str, folder: Path, requirements: str, what: str) -> None:
    """Make folder/.venv hold exactly what the lock file pins, by hash."""
    stamp = folder / ".venv" / "synced"
    if stamp.exists() and dev_name(requirements) in stamp.read_text():
        requirements = dev_name(requirements)  # it holds all that the plain one does, and stays one for development
    value = synced_with(folder / requirements)
    if unchanged(stamp, value):
        return
    say(f"installing {what} (the first time this takes a minute or more)")
    if not (folder / ".venv" / "bin" / "python").exists():
        run(uv, "venv", "--quiet", "--allow-existing", ".venv", cwd=folder)
    # No machine-wide index settings: the lock alone decides what is installed.
    # Compiled once here: left to the first start, it is compiled at every start where PYTHONDONTWRITEBYTECODE is set.
    how = ["--quiet", "--require-hashes", "--compile-bytecode", "--python", ".venv/bin/python"]
    run(uv, "pip", "sync", *how, requirements, cwd=folder)
    stamp.write_text(value)


def synced_with(lock: Path) -> str:
    return f"compiled {lock.name} {fingerprint(lock)}"


def dev_name(requirements: str) -> str:
    return requirements if "dev" in requirements else requirements.replace(".txt", "-dev.txt")


def sync_widget_tools() -> None:
    """The type checker and the accessibility rules that the widget is held to, as package-lock.json pins them."""
    stamp, value = ROOT / "node_modules" / "synced", fingerprint(ROOT / "package-lock.json")
    if unchanged(stamp, value):
        return
    say("installing the widget's development tools")
    run(PYTHON, "-m", "deploy.node", "npm", "ci", "--ignore-scripts", "--loglevel=error")
    stamp.write_text(value)


def lock(uv: str) -> None:
    env = {"UV_CUSTOM_COMPILE_COMMAND": "make lock"}
    for folder in (ROOT, ROOT / "bot", PEER):
        version = (folder / ".python-version").read_text().strip()
        common = [uv, "pip", "compile", "--quiet", "--generate-hashes", "--upgrade"]
        common += ["--python-version", version, "pyproject.toml"]
        if folder == PEER:
            run(*common, "-o", "requirements.txt", cwd=folder, **env)
            continue
        run(*common, "--group", "dev", "-o", "requirements-dev.txt", cwd=folder, **env)
        run(*common, "-c", "requirements-dev.txt", "-o", "requirements.txt", cwd=folder, **env)


def train() -> None:
    """Train when what Rasa learns from, or the code that reads it, changed since the last model."""
    stamp, value = ROOT / "models" / "trained", fingerprint(*(ROOT / name for name in TRAINING_INPUTS))
    if unchanged(stamp, value) and (ROOT / "models" / "hosho.tar.gz").exists():
        return
    say("training the Rasa model (about half a minute)")
    (ROOT / "var").mkdir(exist_ok=True)
    log = ROOT / "var" / "train.log"
    command = [str(ROOT / "deploy" / "rasa"), "train", "--fixed-model-name", "hosho", "--force"]
    training = subprocess.Popen(
        command, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True
    )
    with training, log.open("w") as handle:
        for line in training.stdout or ():
            handle.write(line)
            if "Starting to train component" in line:
                say("  training " + line.rsplit("'", 2)[-2])
    if training.returncode:
        sys.exit(f"setup: rasa train failed; the end of {log}:\n" + log.read_text()[-3000:])
    stamp.write_text(value)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="with the test and lint tools")
    parser.add_argument("--environments-only", action="store_true", help="neither train nor touch the database")
    parser.add_argument("--peer", action="store_true", help="also the environment of the benchmark's peer")
    parser.add_argument("--lock", action="store_true", help="resolve anew instead of installing")
    args = parser.parse_args()
    uv = find_uv()
    if args.lock:
        lock(uv)
        return
    requirements = "requirements-dev.txt" if args.dev else "requirements.txt"
    sync(uv, ROOT, requirements, "the web environment (Python 3.12)")
    sync(uv, ROOT / "bot", requirements, "the Rasa environment (Python 3.10)")
    if args.dev:
        sync_widget_tools()
    if args.peer:
        sync(uv, PEER, "requirements.txt", "the environment of the peer (Python 3.10)")
    if args.environments_only:
        return
    train()
    run(PYTHON, "-m", "deploy.prepare")


if __name__ == "__main__":
    main()
