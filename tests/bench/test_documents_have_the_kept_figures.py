import json

import pytest

from bench.documents import with_figures
from bench.queueing.__main__ import COMMAND, DOCUMENT, figures
from bench.stacks.__main__ import COMMAND as KEEP
from bench.stacks.__main__ import KEPT, README, told

pytestmark = pytest.mark.slow


def test_it_has_a_place_for_the_figures() -> None:
    assert "| 10,000 | 500 |" in with_figures(DOCUMENT.read_text(encoding="utf-8"), COMMAND, "| 10,000 | 500 |\n")


def test_it_has_the_figures_that_the_kept_measurements_give() -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    assert with_figures(document, COMMAND, figures(KEPT)) == document


def test_the_readme_has_the_kept_measurements() -> None:
    readme = README.read_text(encoding="utf-8")
    assert with_figures(readme, KEEP, told(json.loads(KEPT.read_text()))) == readme
