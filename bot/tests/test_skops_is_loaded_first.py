"""python -m bot: what is slow beside TensorFlow is loaded before it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ORDER = """
import sys
import bot.__main__
print("skops.io" in sys.modules, "tensorflow" in sys.modules)
"""


def test_skops_comes_before_tensorflow() -> None:
    done = subprocess.run([sys.executable, "-c", ORDER], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True False"
