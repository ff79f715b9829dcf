"""A half of the row of a message is made while Rasa still reads it, and tells the other half when it calls the matcher.

What a form asked for is hardly ever matched, and would take as long as a question: nothing is made ahead of it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from knowledge.domain.lately import Lately

KNOWN = 10_000
"""Conversations in a form that are remembered, those that answered last."""


class Ahead:
    def __init__(self, encode: Callable[[str], object]) -> None:
        """`encode`: called in a thread of ours with what is to be encoded."""
        self._encode = encode
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ahead")
        self._in_a_form: Lately[str] = Lately(KNOWN)

    def begin(self, sender: str, message: str) -> None:
        """For typed messages outside a form; a button's payload is not matched."""
        if not message.startswith("/") and sender not in self._in_a_form:
            self._thread.submit(self._encode, message)

    def replied(self, sender: str, asks: bool) -> None:
        """`asks`: whether the conversation's next message is asked for by a form."""
        (self._in_a_form.add if asks else self._in_a_form.discard)(sender)
