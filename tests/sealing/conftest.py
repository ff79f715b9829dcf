from collections.abc import Callable

import pytest
from cryptography.fernet import Fernet
from pytest_django import Settings

OLD, NEW, THIRD = (Fernet.generate_key().decode() for _ in range(3))

Keys = Callable[..., None]


@pytest.fixture
def keys(settings: Settings) -> Keys:
    """Sets HOSHO_FIELD_KEYS, as a start with them does."""

    def put(*keys: str) -> None:
        settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"field_keys": list(keys)})

    put(OLD)
    return put
