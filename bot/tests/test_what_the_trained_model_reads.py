"""The model that visitors talk to, not one trained for the test: what it takes a sentence for decides what is done."""

import asyncio
from pathlib import Path

import pytest
from rasa.core.agent import Agent

MODEL = Path(__file__).resolve().parents[2] / "models" / "hosho.tar.gz"
READ = {
    "person": "人と直接お話しできますか",
    "quote": "見積書を作ってもらえますか",
    "incident_in_progress": "たった今サーバーが乗っ取られました、どうすれば",
    "delete_my_data": "いままで書いたことを全部消してもらえますか",
    "help": "このチャットでは何が聞けるの",
    "bot_challenge": "中の人はいるの、それともAI?",
}
"""Intent -> what a visitor may say who wants it; none of them is an example."""


@pytest.fixture(scope="module")
def agent() -> Agent:
    return Agent.load(str(MODEL))


@pytest.mark.parametrize(("intent", "said"), READ.items())
def test_a_sentence_is_read_as_what_its_visitor_wants(agent: Agent, intent: str, said: str) -> None:
    assert asyncio.run(agent.parse_message(said))["intent"]["name"] == intent


@pytest.mark.parametrize("said", READ.values())
def test_it_was_not_learnt_by_heart(said: str) -> None:
    learnt = [file.read_text(encoding="utf-8") for file in (MODEL.parents[1] / "data" / "nlu").glob("*.yml")]
    assert learnt
    assert not [text for text in learnt if f"- {said}\n" in text]
