"""The command that puts faults into code lets good tests pass, and refuses those that notice too few of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
OF_THE_CALLER = ("DJANGO_", "PYTEST_", "COVERAGE_")
FEES = '''
import re

SMALL = 100
_FREE = re.compile(r"無料|(?:0|零)円")


def fee(yen: int, said: str) -> int:
    """Half of what is not small, unless it is said to be free."""
    return 0 if _FREE.search(said) or yen < SMALL else yen // 2
'''
WEAK = """
from leads.fees import fee


def test_a_fee() -> None:
    assert fee(200, "") == 100
"""
GOOD = """
import pytest
from leads.fees import fee


@pytest.mark.parametrize(("yen", "said", "due"), [(200, "", 100), (100, "", 50), (99, "", 0), (101, "", 50)])
@pytest.mark.parametrize("politely", ["", "です"])
def test_a_fee_is_half(yen: int, said: str, due: int, politely: str) -> None:
    assert fee(yen, said + politely) == due


@pytest.mark.parametrize("said", ["無料", "0円", "零円"])
def test_it_may_be_free(said: str) -> None:
    assert fee(200, said) == 0
"""
SETTINGS = """
[tool.mutants]
at_least = 0.85
[tool.mutants.groups.fees]
subjects = ["leads/fees.py"]
tests = ["tests/test_fees.py"]
"""


def tried(folder: Path, tests: str, settings: str = SETTINGS) -> subprocess.CompletedProcess[str]:
    files = {
        "leads/__init__.py": "",
        "tests/__init__.py": "",
        "leads/fees.py": FEES,
        "tests/test_fees.py": tests,
        "pyproject.toml": settings,
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "bench.mutants"],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith(OF_THE_CALLER)}
        | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_tests_that_notice_faults_are_enough(tmp_path: Path) -> None:
    done = tried(tmp_path, GOOD)
    assert (done.returncode, "enough" in done.stdout) == (0, True), done.stdout + done.stderr


def test_tests_that_notice_too_few_are_refused_and_told_what_escapes_them(tmp_path: Path) -> None:
    done = tried(tmp_path, WEAK)
    assert (done.returncode, "refused, at least 85% is wanted" in done.stdout) == (1, True), done.stdout + done.stderr
    escaped = ["fees.SMALL: 100 → 101", "fees.fee: < SMALL → <= SMALL", "fees._FREE: without 無料|"]
    assert [name for name in escaped if f"survived: {name}" not in done.stdout] == [], done.stdout
    assert "fees.fee: 2 → 3" not in done.stdout


def test_a_fault_that_is_noticed_or_gone_cannot_be_named_as_equivalent(tmp_path: Path) -> None:
    names = ["fees.fee: 2 → 3", "fees.fee: gone"]
    reasons = "".join(f'"{name}" = "nobody sees it"\n' for name in names)
    done = tried(tmp_path, GOOD, f"{SETTINGS}[tool.mutants.groups.fees.equivalent]\n{reasons}")
    told = [f"named as equivalent, but killed or not there: {name}" in done.stdout for name in names]
    assert (done.returncode, told) == (1, [True, True]), done.stdout + done.stderr


def test_tests_that_fail_without_any_fault_prove_nothing(tmp_path: Path) -> None:
    done = tried(tmp_path, WEAK.replace("== 100", "== 101"))
    assert (done.returncode, "do not pass without any fault" in done.stderr) == (1, True)


def test_tests_that_need_a_fixture_are_no_tests_for_this(tmp_path: Path) -> None:
    done = tried(tmp_path, GOOD + "\n\ndef test_with_a_folder(tmp_path: object) -> None:\n    assert tmp_path\n")
    assert done.returncode != 0
    assert "enough" not in done.stdout
