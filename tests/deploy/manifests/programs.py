"""The programs that read our manifests as their engines do; the development environment brings them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from web.environment import ROOT


def run(name: str, *arguments: str, environment: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """At the root, with this environment besides PATH and HOME."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    program = shutil.which(name, path=path)
    assert program, f"{name} is missing; run: python3 deploy/setup.py --dev"
    own = {"PATH": path, "HOME": os.environ.get("HOME", "/"), **(environment or {})}
    return subprocess.run([program, *arguments], cwd=ROOT, env=own, capture_output=True, text=True, timeout=120)
