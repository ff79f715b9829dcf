from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytest_django import Settings

from bench.receiver import SECRET, Receiver, receiving
from deploy.started import NO_CHANNELS

Operator = Callable[..., None]


@pytest.fixture
def operator_sets(settings: Settings) -> Operator:
    """Sets fields of web.environment.Environment; every way out is off to begin with."""
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update=NO_CHANNELS)

    def sets(**fields: Any) -> None:
        settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update=fields)

    return sets


@pytest.fixture
def receiver(operator_sets: Operator) -> Iterator[Receiver]:
    """A webhook receiver that is the only way out."""
    with receiving() as opened:
        operator_sets(lead_webhook_url=opened.url, lead_webhook_secret=SECRET, lead_webhook_allow_private=True)
        yield opened
