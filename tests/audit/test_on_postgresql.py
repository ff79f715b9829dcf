"""The same on PostgreSQL: one chain under many writers, and a database that refuses to change it."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from deploy.postgres import started_postgres
from deploy.stack import PYTHON
from web.environment import ROOT


@pytest.mark.stack
def test_the_trail_is_one_chain_and_append_only_there_too(tmp_path: Path) -> None:
    with started_postgres() as url:
        env = {**os.environ, "HOSHO_DATABASE_URL": url, "HOSHO_VAR": str(tmp_path)}
        env |= {"DJANGO_SETTINGS_MODULE": "web.settings"}
        command = [str(PYTHON), "-m", "tests.audit.on_postgresql"]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "written": 120,
        "faults": [],
        "refused": [True, True, True],
        "erased_all": True,
        "left": 1,
        "faults_afterwards": [],
        "refused_afterwards": [True, True, True],
    }
