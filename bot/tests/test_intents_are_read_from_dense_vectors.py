"""Our classifier is Rasa's, but for the matrices in which it is given the sentence vectors."""

from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.intent_classifier import IntentClassifier
from bot.sentence_featurizer import SentenceFeaturizer

EXAMPLES = {
    "cost": ("費用はいくらですか", "見舞金は出ますか", "弁護士の費用は"),
    "thanks": ("ありがとうございます", "助かりました", "どうも"),
    "person": ("担当者と話したい", "電話をください", "人に代わって"),
}
ASKED = ("調査の費用は出ますか", "ありがとう", "担当者に電話してほしい", "。")


@pytest.fixture(scope="module")
def featurizer() -> SentenceFeaturizer:
    return SentenceFeaturizer(SentenceFeaturizer.get_default_config(), "featurizer")


def told(kind: "type[LogisticRegressionClassifier]", featurizer: SentenceFeaturizer, folder: Path) -> "list[Any]":
    """What a classifier of this kind says after learning the examples, stored and loaded again."""
    folder.mkdir()
    context, storage, resource = ExecutionContext(GraphSchema({})), LocalModelStorage(folder), Resource("intents")
    config = {**kind.get_default_config(), "random_state": 42, "tol": 1e-6, "max_iter": 500}
    examples = [Message.build(text, intent) for intent, texts in EXAMPLES.items() for text in texts]
    kind.create(config, storage, resource, context).train(featurizer.process_training_data(TrainingData(examples)))
    asked = featurizer.process([Message({"text": text}) for text in ASKED])
    return kind.load(config, storage, resource, context).process(asked)


def test_it_says_what_rasas_says(featurizer: SentenceFeaturizer, tmp_path: Path) -> None:
    ours = told(IntentClassifier, featurizer, tmp_path / "ours")
    rasas = told(LogisticRegressionClassifier, featurizer, tmp_path / "rasas")
    for own, given in zip(ours, rasas):
        assert [i["name"] for i in own.get("intent_ranking")] == [i["name"] for i in given.get("intent_ranking")]
        assert own.get("intent")["confidence"] == pytest.approx(given.get("intent")["confidence"], abs=1e-4)


def test_confidences_can_be_written_as_json(featurizer: SentenceFeaturizer, tmp_path: Path) -> None:
    """numpy's float32 cannot."""
    message, *_ = told(IntentClassifier, featurizer, tmp_path / "ours")
    assert isinstance(message.get("intent")["confidence"], float)
