import pytest

from bench.queueing.__main__ import DOCUMENT, figures, with_figures
from bench.stacks.__main__ import KEPT


def test_it_has_a_place_for_the_figures() -> None:
    assert "| 10,000 | 500 |" in with_figures(DOCUMENT.read_text(encoding="utf-8"), "| 10,000 | 500 |\n")


@pytest.mark.skipif(not KEPT.exists(), reason="nothing was measured: python -m bench.stacks --keep")
def test_its_figures_are_those_that_the_kept_measurements_give() -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    assert with_figures(document, figures(KEPT)) == document
