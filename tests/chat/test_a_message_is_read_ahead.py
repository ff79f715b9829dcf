"""While Rasa reads a message, the matcher's encoder reads it too."""

import threading

import pytest

from chat import ahead
from knowledge import live

PATIENCE = 10


class Encoder:
    """Notes what it is given."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.done = threading.Event()

    def encode(self, texts: list[str]) -> None:
        self.read += texts
        self.done.set()


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> Encoder:
    made = Encoder()
    monkeypatch.setattr(live, "encoder", lambda: made)
    return made


def test_a_typed_message_is_encoded_before_anybody_asks(encoder: Encoder) -> None:
    ahead.begin("委託先から漏えいしました")
    assert encoder.done.wait(PATIENCE)
    assert encoder.read == ["委託先から漏えいしました"]


def test_what_a_button_means_to_rasa_is_not_encoded(encoder: Encoder) -> None:
    ahead.begin("/person")
    ahead.begin("委託先から漏えいしました")
    assert encoder.done.wait(PATIENCE)
    assert encoder.read == ["委託先から漏えいしました"]
