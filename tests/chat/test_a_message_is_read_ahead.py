"""While Rasa reads a message, the matcher's encoder reads it too."""

import threading

import pytest

from chat.ahead import KNOWN, Ahead

PATIENCE = 10
QUESTION = "委託先から漏えいしました"


class Encoder:
    """Notes what it is given."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.done = threading.Event()

    def __call__(self, text: str) -> None:
        self.read.append(text)
        self.done.set()


@pytest.fixture
def encoder() -> Encoder:
    return Encoder()


@pytest.fixture
def ahead(encoder: Encoder) -> Ahead:
    return Ahead(encoder)


def test_a_typed_message_is_encoded_before_anybody_asks(ahead: Ahead, encoder: Encoder) -> None:
    ahead.begin("a", QUESTION)
    assert encoder.done.wait(PATIENCE)
    assert encoder.read == [QUESTION]


def test_what_a_button_means_to_rasa_is_not_encoded(ahead: Ahead, encoder: Encoder) -> None:
    ahead.begin("a", "/person")
    ahead.begin("a", QUESTION)
    assert encoder.done.wait(PATIENCE)
    assert encoder.read == [QUESTION]


def test_what_a_form_asked_for_is_not_encoded_ahead(ahead: Ahead, encoder: Encoder) -> None:
    ahead.replied("a", asks=True)
    ahead.begin("a", "株式会社山田製作所")
    ahead.begin("b", QUESTION)
    assert encoder.done.wait(PATIENCE)
    assert encoder.read == [QUESTION]


def test_a_question_after_the_form_is_encoded_again(ahead: Ahead, encoder: Encoder) -> None:
    ahead.replied("a", asks=True)
    ahead.replied("a", asks=False)
    ahead.begin("a", QUESTION)
    assert encoder.done.wait(PATIENCE)


def test_of_more_forms_than_are_remembered_the_oldest_is_forgotten(ahead: Ahead, encoder: Encoder) -> None:
    """Whoever leaves a form without a word must not stay in memory for good."""
    for visitor in range(KNOWN + 1):
        ahead.replied(str(visitor), asks=True)
    ahead.begin("0", QUESTION)
    assert encoder.done.wait(PATIENCE)
