"""An encoder that remembers: a turn asks for the row of the same text several times, visitors ask the same thing."""

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

import numpy as np

from knowledge.domain.encoder import Encoder, Vectors

KEPT = 4_000
"""Rows, of 3.5 KB each. They are found by a digest: what was said is not kept."""


class Remembering:
    """As the encoder within; a row that was asked for lately is not computed again. Any thread may ask."""

    def __init__(self, encoder: Encoder, kept: int = KEPT) -> None:
        self._encoder, self._kept = encoder, kept
        self._rows: OrderedDict[bytes, Vectors] = OrderedDict()
        self._lock = Lock()
        self.version, self.dimensions = encoder.version, encoder.dimensions

    def encode(self, texts: Sequence[str]) -> Vectors:
        if len(texts) > self._kept:
            return self._encoder.encode(texts)
        digests = [hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest() for text in texts]
        found = self._found(digests)
        missing = {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in found}
        if missing:
            new = dict(zip(missing, self._encoder.encode(list(missing.values())), strict=True))
            self._keep(new)
            found |= new
        return np.array([found[digest] for digest in digests], dtype=np.float32).reshape(len(texts), self.dimensions)

    def _found(self, digests: Sequence[bytes]) -> dict[bytes, Vectors]:
        with self._lock:
            found = {digest: self._rows[digest] for digest in digests if digest in self._rows}
            for digest in found:
                self._rows.move_to_end(digest)
        return found

    def _keep(self, rows: dict[bytes, Vectors]) -> None:
        with self._lock:
            self._rows |= rows
            while len(self._rows) > self._kept:
                self._rows.popitem(last=False)
