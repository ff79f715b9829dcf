import signal
import sys
from pathlib import Path

import psutil
import pytest

from bench.stacks.serving import Process, memory_mb, serving
from deploy.started import free_port

pytestmark = pytest.mark.slow

SERVES = "from http.server import SimpleHTTPRequestHandler as H, test; test(H, port={port}, bind='127.0.0.1')"


def a_process(tmp_path: Path, code: str, name: str = "one") -> Process:
    port = free_port()
    command = [sys.executable, "-c", code.format(port=port)]
    return Process(name, command, f"http://127.0.0.1:{port}/", tmp_path, {})


def test_they_answer_within_the_block_and_are_gone_after_it(tmp_path: Path) -> None:
    both = [a_process(tmp_path, SERVES, name) for name in ("one", "two")]
    with serving(both, tmp_path) as (running, seconds):
        assert [process.poll() for process in running] == [None, None]
        assert 0 < seconds < 60
        assert memory_mb(running) > memory_mb(running[:1]) > 1
    assert [process.returncode for process in running] == [-signal.SIGTERM] * 2


def test_one_that_ends_by_itself_is_named_with_what_it_said(tmp_path: Path) -> None:
    ends = a_process(tmp_path, "raise SystemExit('no model')")
    with pytest.raises(RuntimeError, match=r"(?s)one ended with 1:.*no model"), serving([ends], tmp_path):
        pass


def test_what_a_process_started_counts_and_goes_with_it(tmp_path: Path) -> None:
    code = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']); " + SERVES
    with serving([a_process(tmp_path, code)], tmp_path) as (running, _):
        (child,) = psutil.Process(running[0].pid).children()
        alone = psutil.Process(running[0].pid).memory_full_info().pss / 2**20
        assert memory_mb(running) > alone
    psutil.wait_procs([child], timeout=5)
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE
