"""The row of a message is made while Rasa still reads it: the matcher, which Rasa asks next, finds it ready."""

from concurrent.futures import ThreadPoolExecutor

from knowledge import live

_thread = ThreadPoolExecutor(1, thread_name_prefix="ahead")


def begin(message: str) -> None:
    """For typed messages; a button's payload is not matched."""
    if not message.startswith("/"):
        _thread.submit(live.encoder().encode, [message])
