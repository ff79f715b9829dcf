"""honcho ends the processes it has heard of; whoever presses Ctrl-C at once must not leave the others behind.

Nor when the signal comes while it is writing a line."""

import subprocess
import sys

from web.environment import ROOT

TOLD_AT_ONCE = """
from deploy.together import Together
manager = Together()
for name in ("rasa", "web", "deliver"):
    manager.add_process(name, "exec sleep 600")
manager.end()
manager.loop()
"""

TOLD_WHILE_IT_WRITES = """
import os, signal, sys
from deploy.together import Together
from honcho.printer import Printer

class Interrupted:
    # As a buffered file, which cannot be written to by the handler of a signal that interrupts its writing.
    told = writing = False
    def write(self, text):
        if self.writing:
            raise RuntimeError("reentrant call")
        self.writing = True
        if not self.told and "a line" in text:
            self.told = True
            os.kill(os.getpid(), signal.SIGTERM)
        sys.stdout.write(text)
        self.writing = False
    def flush(self):
        sys.stdout.flush()

manager = Together(Printer(Interrupted()))
manager.add_process("rasa", "echo a line; exec sleep 600")
manager.add_process("web", "exec sleep 600")
manager.loop()
sys.exit(manager.returncode)
"""


def ended(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60)


def test_what_is_told_to_end_before_it_has_started_ends_and_nothing_stays() -> None:
    done = ended(TOLD_AT_ONCE)
    assert done.stdout.count("stopped (rc=-15)") == 3, done.stdout + done.stderr


def test_what_is_told_to_end_while_a_line_is_written_ends_and_nothing_stays() -> None:
    done = ended(TOLD_WHILE_IT_WRITES)
    assert done.stdout.count("stopped (rc=-15)") == 2, done.stdout + done.stderr
    assert done.returncode == 0
