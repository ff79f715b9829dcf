"""A web that listens on every address of its container, under one that is none of its host names."""

import os
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from deploy.haproxy import started_proxy
from deploy.proxy import Plan
from deploy.stack import PYTHON
from deploy.started import free_port
from web.environment import ROOT, load

pytestmark = pytest.mark.slow

PATIENCE = 120.0
"""Seconds until the proxy passes on what it is asked."""


def test_it_is_found_alive_and_asked(tmp_path: Path) -> None:
    address = "127.0.0.2"
    port, public, nowhere = free_port(), f"127.0.0.1:{free_port()}", f"127.0.0.1:{free_port()}"
    set_in_a_container = {"HOSHO_VAR": str(tmp_path), "HOSHO_HOST": "0.0.0.0", "HOSHO_PORT": str(port)}
    web = subprocess.Popen(
        [str(PYTHON), "-m", "deploy.one", "web"],
        cwd=ROOT,
        env={**os.environ, **set_in_a_container},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    plan = Plan(public, f"127.0.0.1:{free_port()}", [f"{address}:{port}"], [nowhere])
    try:
        with started_proxy(plan, tmp_path, load().action_token):
            assert answered(f"http://{public}/healthz") == b'{"alive": true}'
    finally:
        web.terminate()
        web.wait(20)


def answered(url: str) -> bytes:
    """What it says, once it is another thing than that nobody is there."""
    since, said = time.monotonic(), b""
    while time.monotonic() - since < PATIENCE:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                found: bytes = answer.read()
                return found
        except urllib.error.HTTPError as error:
            said = error.read()
        except OSError as error:
            said = str(error).encode()
        time.sleep(0.2)
    return said
