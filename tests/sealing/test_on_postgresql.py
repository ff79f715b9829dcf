"""The migrations on a real PostgreSQL server: sealed, gone from its files, and opened again on the way back."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from deploy.postgres import started_postgres
from deploy.stack import PYTHON
from tests.sealing.test_what_was_plain_is_sealed import SAID
from web.environment import ROOT


@pytest.mark.stack
def test_what_was_plain_there_is_sealed_and_comes_back(tmp_path: Path) -> None:
    with started_postgres() as url:
        env = {**os.environ, "HOSHO_DATABASE_URL": url, "HOSHO_VAR": str(tmp_path)}
        env |= {"DJANGO_SETTINGS_MODULE": "web.settings"}
        command = [str(PYTHON), "-m", "tests.sealing.on_postgresql"]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert sorted(told["plain"]) == sorted(SAID), "otherwise their absence afterwards proves nothing"
    assert (told["sealed"], told["read"]) == ([], "株式会社ひみつ商事")
    assert (told["resealed"], told["back"]) == ([0, 0, 0, 0], True)
