"""What ends by itself is started again, unless that happens over and over; a signal ends both."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from deploy import kept
from web.environment import ROOT

LIVES = "echo began $$; exec sleep 60"


@contextmanager
def keeping(command: str) -> Iterator["subprocess.Popen[str]"]:
    arguments = [sys.executable, "-m", "deploy.kept", "rasa", command]
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_what_is_killed_begins_again_and_it_is_said() -> None:
    with keeping(LIVES) as process:
        _, first = line(process).split()
        subprocess.run(["kill", "-KILL", first], check=True)
        assert line(process) == "rasa ended with -9; it is started again"
        began, second = line(process).split()
        assert (began, second != first) == ("began", True)
        process.terminate()
        assert process.wait(10) != 0


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_and_what_it_keeps(how: signal.Signals) -> None:
    with keeping("trap 'exit 7' TERM INT; echo began $$; while :; do sleep 0.05; done") as process:
        _, kept_one = line(process).split()
        process.send_signal(how)
        assert process.wait(10) == 7
        assert not Path(f"/proc/{kept_one}").exists()


def test_what_ends_at_once_over_and_over_is_given_up_with_its_own_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "PAUSE", 0.0)
    before = {name: signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGINT)}
    try:
        assert kept.keep("web", "exit 3") == 3
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
