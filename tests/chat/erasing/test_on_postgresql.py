"""The same on a real PostgreSQL server: no row and no column of any table holds anything of the visitor."""

import json
import os
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from deploy.postgres import started_postgres
from deploy.stack import PYTHON
from web.environment import ROOT


@pytest.mark.stack
def test_no_table_there_holds_anything_of_the_visitor(tmp_path: Path) -> None:
    with started_postgres() as url:
        server = unquote(urlsplit(url).netloc.rpartition("@")[2]) + "/data"
        env = {**os.environ, "HOSHO_DATABASE_URL": url, "HOSHO_VAR": str(tmp_path)}
        env |= {"DJANGO_SETTINGS_MODULE": "web.settings"}
        command = [str(PYTHON), "-m", "tests.chat.erasing.on_postgresql", server]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["by_email"]
    assert {"chat_session", "chat_turn", "leads_lead", "knowledge_unansweredquestion"} <= set(told["before"])
    assert all(told["in_files_before"]), "otherwise their absence afterwards proves nothing"
    assert told["erased"] == {"form": 1, "history": 1, "lead": 1, "turn": 1, "session": 1}
    assert told["found"] == []
    assert told["in_files"] == [0, 0, 0, 0], "the question, the conversation's id, the sealed lead, Rasa's words"
    assert told["others"]
