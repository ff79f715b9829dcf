"""The keys under which personal data is sealed: HOSHO_FIELD_KEYS, the newest first. Settings are read when used."""

from contextlib import suppress
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

REMEDY = "put the key it was sealed under back into HOSHO_FIELD_KEYS"


class Unopened(Exception):
    """A sealed value that none of the keys opens; says where it stands and which setting mends it."""

    def __init__(self, where: str) -> None:
        super().__init__(f"no key in HOSHO_FIELD_KEYS opens {where}: {REMEDY}")


def seal(text: str) -> str:
    """The text under the newest key: a Fernet token, other each time."""
    return _ring(_keys()).encrypt(text.encode("utf-8", "surrogatepass")).decode()


def unseal(sealed: str, where: str) -> str:
    """The text again. Raises Unopened, which names `where`: the model and the field."""
    try:
        return _ring(_keys()).decrypt(sealed.encode()).decode("utf-8", "surrogatepass")
    except InvalidToken:
        raise Unopened(where) from None


def renewed(sealed: str, where: str) -> str | None:
    """The same under the newest key; None when it is so already. Raises Unopened."""
    with suppress(InvalidToken):
        _ring(_keys()[:1]).extract_timestamp(sealed.encode())  # checks who sealed it, and spares the decryption
        return None
    try:
        return _ring(_keys()).rotate(sealed.encode()).decode()
    except InvalidToken:
        raise Unopened(where) from None


def _keys() -> tuple[str, ...]:
    return tuple(settings.ENVIRONMENT.field_keys)


@cache
def _ring(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])
