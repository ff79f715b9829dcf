"""docs/audit.md, read as an auditor reads it: each command runs, and no deed is left out or made up."""

import os
import re
import subprocess
from itertools import product
from pathlib import Path

import pytest
from django.db.models import Model

from audit.admin import AUDITOR, HEADINGS
from audit.vocabulary import Did, Kind
from deploy.stack import PYTHON
from sealing.rotation import sealed_models
from tests.deploy.test_operations_guide import BLOCK
from web.environment import ROOT, Environment

pytestmark = pytest.mark.slow

GUIDE = (ROOT / "docs" / "audit.md").read_text(encoding="utf-8")
RECORDED = re.compile(r"record\(\s*Did\.(\w+), Kind\.(\w+)")
ELSEWHERE = {
    *product((Kind.USER, Kind.GROUP), (Did.ADDED, Did.CHANGED, Did.DELETED)),
    *product((Kind.LEAD, Kind.AUDIT), (Did.LISTED, Did.SEARCHED)),
    *product((Kind.USER,), (Did.LOGIN_FAILED, Did.LOCKED_OUT)),
}
"""What audit.accounts, audit.lists and audit.logins record, where deed and kind are not named in one place."""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A hosho in which one thing was done."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("HOSHO_")}
    environment = {**ours, "HOSHO_VAR": str(tmp_path), "NOTES": str(tmp_path)}
    for command in (["migrate", "--verbosity=0"], ["createsuperuser", "--noinput", "--username=root", "--email="]):
        subprocess.run([PYTHON, "manage.py", *command], cwd=ROOT, env=environment, check=True, capture_output=True)
    return environment


def test_every_command_does_what_it_says(environment: dict[str, str], tmp_path: Path) -> None:
    blocks = BLOCK.findall(GUIDE)
    assert len(blocks) == 3
    for _, command in blocks:
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    assert "最後の行: 1:" in (tmp_path / "audit.txt").read_text(encoding="utf-8")


def test_a_note_of_another_trail_is_told(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "audit.txt").write_text(f"最後の行: 1:{'0' * 64}\n", encoding="utf-8")
    compare = next(command for _, command in BLOCK.findall(GUIDE) if "--anchor" in command)
    done = subprocess.run(compare, shell=True, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode
    assert "record 1 is missing or not as it was written" in done.stderr


def test_the_table_of_deeds_is_what_is_recorded() -> None:
    code = [
        path.read_text(encoding="utf-8")
        for package in ("audit", "login", "chat", "leads", "knowledge")
        for path in (ROOT / package).rglob("*.py")
    ]
    recorded = {(Kind[kind], Did[did]) for text in code for did, kind in RECORDED.findall(text)}
    assert told() == recorded | ELSEWHERE


def told() -> set[tuple[Kind, Did]]:
    kinds, dids = {kind.label: kind for kind in Kind}, {did.label: did for did in Did}
    table = GUIDE.partition("| 対象 | 操作 |\n|---|---|\n")[2].partition("\n\n")[0]
    rows = [re.sub(r"\(.*?\)", "", row).strip("| ").split(" | ") for row in table.splitlines()]
    return {(kinds[kind], dids[did]) for kind, deeds in rows for did in deeds.split("、")}


@pytest.mark.parametrize("heading", HEADINGS)
def test_each_column_is_explained(heading: str) -> None:
    table = GUIDE.partition("| 列 | 内容 |")[2].partition("\n\n")[0]
    assert heading in {
        name for row in table.splitlines() for name in row.split("|")[1:2] for name in re.split("[ ・]", name)
    }


@pytest.mark.parametrize("model", sealed_models(), ids=lambda model: model._meta.label)
def test_whatever_is_sealed_has_its_place_in_the_table_of_personal_data(model: type[Model]) -> None:
    assert f"`{model._meta.label}`" in GUIDE


def test_the_group_and_the_times_are_as_they_are() -> None:
    assert f"グループ `{AUDITOR}`" in GUIDE
    for name in ("retention_days", "lead_retention_days"):
        days = Environment.model_fields[name].default
        assert f"`HOSHO_{name.upper()}`(初めの設定は{days}日)" in GUIDE
