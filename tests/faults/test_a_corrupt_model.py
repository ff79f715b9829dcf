"""Rasa starts with a model that is only half there: it says so, and visitors hear an apology, not silence."""

from pathlib import Path

from bench.breaking import told_by_readyz
from deploy.started import Stack
from tests.stack.visitor import Visitor
from web.environment import ROOT


def test_half_a_model_is_an_apology_until_a_whole_one_is_there(whole: Stack, tmp_path: Path) -> None:
    model = ROOT / "models" / "hosho.tar.gz"
    half = tmp_path / "half.tar.gz"
    half.write_bytes(model.read_bytes()[: model.stat().st_size // 2])
    visitor = Visitor(whole)
    whole.stop("rasa")
    try:
        whole.start("rasa", model=half)
        told_by_readyz(whole, "no model is loaded", 90)
        response = visitor.send(text="メールの誤送信は対象ですか")
        assert response.status_code == 503
        assert "担当者" in response.json()["messages"][0]["text"]
    finally:
        whole.stop("rasa")
        whole.start("rasa")
    whole.wait_until_ready()
    assert visitor.ask("メールの誤送信は対象ですか")["answer"]["verdict"] == "listed"
