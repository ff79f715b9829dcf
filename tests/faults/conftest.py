from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial

import pytest

from bench.receiver import Receiver
from bench.visiting import Visitor
from deploy.started import Stack
from tests.faults.crowds import visiting

Crowd = Callable[[], AbstractContextManager[list[Visitor]]]


@pytest.fixture
def whole(stack: Stack) -> Iterator[Stack]:
    """The started stack, ready before and, without anybody's hands, after what a test breaks in it."""
    stack.wait_until_ready()
    yield stack
    stack.wait_until_ready()


@pytest.fixture
def crowd(whole: Stack, receiver: Receiver) -> Crowd:
    return partial(visiting, whole, receiver)
