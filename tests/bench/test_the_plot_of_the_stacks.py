from pathlib import Path

import pytest

from bench.stacks.plot import draw
from bench.stacks.printed import STACKS
from tests.bench.measured import table

pytestmark = pytest.mark.slow


def test_each_axis_has_a_title_and_a_unit_and_each_stack_its_name(tmp_path: Path) -> None:
    path = tmp_path / "stacks.svg"
    draw(table(), path)
    drawn = path.read_text()
    for words in (
        "Turns a second",
        "Memory of all processes",
        "PSS, MB",
        "Start to ready",
        "Training",
        "seconds",
        "ms",
    ):
        assert words in drawn
    for name in STACKS.values():
        assert name in drawn


def test_the_same_measurements_give_the_same_file(tmp_path: Path) -> None:
    for name in ("one.svg", "two.svg"):
        draw(table(), tmp_path / name)
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()
