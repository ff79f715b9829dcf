"""honcho ends the processes it has heard of; whoever presses Ctrl-C at once must not leave the others behind."""

import subprocess
import sys

from web.environment import ROOT

TOLD_AT_ONCE = """
from deploy.together import Together
manager = Together()
for name in ("rasa", "web", "deliver"):
    manager.add_process(name, "exec sleep 600")
manager.terminate()
manager.loop()
"""


def test_what_is_told_to_end_before_it_has_started_ends_and_nothing_stays() -> None:
    done = subprocess.run([sys.executable, "-c", TOLD_AT_ONCE], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.count("stopped (rc=-15)") == 3, done.stdout + done.stderr
