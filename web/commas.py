"""Settings that hold several values, parted by commas."""

from typing import Annotated

from pydantic import BeforeValidator
from pydantic_settings import NoDecode


def _parted(value: object) -> object:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


Commas = Annotated[list[str], NoDecode, BeforeValidator(_parted)]
