"""Digests by which a sealed value can be looked up exactly, without being stored (ADR 16).

Each field key has a look-up key of its own, derived from it: what is sealed under one is looked up under it too."""

import base64
import hashlib
import hmac
from functools import cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PURPOSE = b"hosho look-up"
"""Never changed: digests kept so far would find nothing."""


def digest(text: str) -> str:
    """64 hexadecimal digits, under the newest key; "" for "", so that nothing looks like nothing."""
    return _under(settings.ENVIRONMENT.field_keys[0], text)


def digests(text: str) -> list[str]:
    """Those under every key: until a rotation has come to its row, an older one stands there. None for ""."""
    return [_under(key, text) for key in settings.ENVIRONMENT.field_keys] if text else []


def _under(field_key: str, text: str) -> str:
    return hmac.new(_lookup_key(field_key), text.encode(), hashlib.sha256).hexdigest() if text else ""


@cache
def _lookup_key(field_key: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=PURPOSE).derive(base64.urlsafe_b64decode(field_key))
