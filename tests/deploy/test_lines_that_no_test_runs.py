"""`make test` ends by telling how many lines the tests ran, and fails when a line of a domain is among the others."""

from collections.abc import Collection
from pathlib import Path

import pytest
from coverage import CoverageData

from deploy import covered
from web.environment import ROOT

LINES: dict[str, Collection[int]] = {
    "knowledge/domain/sparkline.py": [1, 3, 6, 7, 8, 9, 10],
    "leads/domain/receipt.py": range(1, 200),
    **{f"{package}/__init__.py": () for package in (*covered.HELD, *covered.SHOWN_ONLY)},
}


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(covered, "MEASURED", tmp_path)
    return tmp_path


def ran(place: Path, run: str, lines: dict[str, Collection[int]]) -> None:
    """As a process of this run would leave it."""
    (place / run).mkdir()
    data = CoverageData(basename=str(place / run / "data"), suffix="a-process")
    data.add_lines({str(ROOT / name): reached for name, reached in lines.items()})
    data.write()


def test_each_package_is_shown_and_nothing_fails_where_every_line_was_run(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran(place, "bot", {})
    ran(place, "domains", LINES)
    ran(place, "others", LINES)
    covered.main()
    said = capsys.readouterr().out
    assert [line.split()[0] for line in said.splitlines()[:11]] == [*covered.HELD, *covered.SHOWN_ONLY]
    assert "the domains" in said


def test_a_line_of_a_domain_that_only_other_tests_run_is_named(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran(place, "bot", {})
    ran(place, "domains", {**LINES, "knowledge/domain/sparkline.py": [1, 3, 6, 7, 8, 9]})
    ran(place, "others", LINES)
    with pytest.raises(SystemExit, match="too few lines"):
        covered.main()
    assert "sparkline.py" in (said := capsys.readouterr().out)
    assert said.split("sparkline.py")[1].split()[3] == "10"


def test_too_few_lines_of_all_are_told(place: Path) -> None:
    ran(place, "bot", {})
    ran(place, "domains", LINES)
    ran(place, "others", {**LINES, "chat/turns.py": [1]})
    with pytest.raises(SystemExit, match="too few lines"):
        covered.main()
