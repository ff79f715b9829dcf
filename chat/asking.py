"""Which turns are questions: what got an answer; not the ways to a person and to a quote, nor the form's own turns."""

from typing import Any

NOT_QUESTIONS = ("/person", "/quote")
"""What the buttons for a person and a quote mean to Rasa."""


def answer_to(text: str, message: str, reply: dict[str, Any] | None) -> dict[str, Any] | None:
    """The API's answer to the question that a turn is; None when it is none, or not answered yet."""
    answer: dict[str, Any] | None = (reply or {}).get("answer")
    if not text or not answer or answer["verdict"] == "none" or message in NOT_QUESTIONS:
        return None
    return answer
