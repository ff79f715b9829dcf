"""Rasa is killed and starts again with a model that is only half there: it says so, and visitors hear an apology."""

from pathlib import Path
from signal import SIGKILL

from bench.breaking import told_by_readyz
from deploy.started import Stack
from tests.faults.conftest import Crowd
from tests.faults.waiting import until_answered, until_apologised
from web.environment import ROOT


def test_half_a_model_is_an_apology_until_a_whole_one_is_there(whole: Stack, crowd: Crowd, tmp_path: Path) -> None:
    model = ROOT / "models" / "hosho.tar.gz"
    half = tmp_path / "half.tar.gz"
    half.write_bytes(model.read_bytes()[: model.stat().st_size // 2])
    with crowd() as visitors:
        until_answered(visitors)
        whole.stop("rasa", SIGKILL)
        try:
            until_apologised(visitors)
            told_by_readyz(whole, "Rasa does not answer")
            whole.start("rasa", model=half)
            told_by_readyz(whole, "no model is loaded")
        finally:
            whole.stop("rasa", SIGKILL)
            whole.start("rasa")
        told_by_readyz(whole, '"ready": true')
        until_answered(visitors)
