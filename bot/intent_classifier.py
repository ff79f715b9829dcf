"""Which intent a message has: Rasa's own classifier, which reads the sentence vectors as they are."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(LogisticRegressionClassifier):
    """Rasa's packs each vector into sparse matrices first, which took longer than to classify it."""

    def _create_X(self, messages: list[Message]) -> npt.NDArray[np.float64]:
        sentences = [message.get_dense_features(attribute=TEXT)[1] for message in messages]
        return np.vstack([sentence.features for sentence in sentences]).astype(np.float64)
