"""An encoder whose vectors are kept in the database: each text is encoded once per encoder version."""

import hashlib
from collections.abc import Sequence

import numpy as np

from knowledge.domain.encoding.encoder import Encoder, Vectors
from knowledge.models import Vector

CHUNK = 500
PORTION = 10_000
"""Texts whose vectors stand in memory twice."""


def _key(encoder: Encoder, text: str) -> str:
    return hashlib.sha256(f"{encoder.version}\0{text}".encode()).hexdigest()


def not_cached(encoder: Encoder, texts: Sequence[str]) -> list[str]:
    """Those of the texts that encode_cached would have to encode, each once, in the order given."""
    keys = {_key(encoder, text): text for text in texts}
    wanted = list(keys)
    for start in range(0, len(wanted), CHUNK):
        for key in Vector.objects.filter(key__in=wanted[start : start + CHUNK]).values_list("key", flat=True):
            del keys[key]
    return list(keys.values())


def encode_cached(encoder: Encoder, texts: Sequence[str]) -> Vectors:
    """Like encoder.encode, reading known texts from the cache and adding new ones to it."""
    rows = np.empty((len(texts), encoder.dimensions), dtype=np.float32)
    for start in range(0, len(texts), PORTION):
        rows[start : start + PORTION] = _portion(encoder, texts[start : start + PORTION])
    return rows


def _portion(encoder: Encoder, texts: Sequence[str]) -> Vectors:
    keys = [_key(encoder, text) for text in texts]
    known: dict[str, bytes] = {}
    for start in range(0, len(keys), CHUNK):
        rows = Vector.objects.filter(key__in=keys[start : start + CHUNK]).values_list("key", "data")
        known.update((key, bytes(data)) for key, data in rows)
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if missing:
        new = encoder.encode(list(missing.values()))
        encoded = {key: row.astype(np.float32).tobytes() for key, row in zip(missing, new, strict=True)}
        Vector.objects.bulk_create(
            [Vector(key=key, data=data) for key, data in encoded.items()], ignore_conflicts=True, batch_size=CHUNK
        )
        known.update(encoded)
    return np.stack([np.frombuffer(known[key], dtype=np.float32) for key in keys])
