"""An encoder that remembers: a turn asks for the row of the same text several times, visitors ask the same thing."""

from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import Future
from threading import Lock

import numpy as np
import numpy.typing as npt

from knowledge.domain.encoding.encoder import Encoder, Vectors
from knowledge.domain.stand_in import stand_in

Rows = dict[bytes, "Future[Vectors]"]

KEPT = 4_000
"""Rows, of 3.5 KB each. They are found by a digest: what was said is not kept."""


class Remembering:
    """As the encoder within; a row that was asked for lately, or is just being made, is not made again.

    Any thread may ask."""

    def __init__(self, encoder: Encoder, kept: int = KEPT) -> None:
        self._encoder, self._kept = encoder, kept
        self._rows: OrderedDict[bytes, Future[Vectors]] = OrderedDict()
        self._lock = Lock()
        self.version, self.dimensions = encoder.version, encoder.dimensions

    def encode(self, texts: Sequence[str]) -> Vectors:
        if len(texts) > self._kept:
            return self._encoder.encode(texts)
        digests = list(map(stand_in, texts))
        rows, new = self._found_or_new(digests)
        if new:
            self._make({key: text for key, text in zip(digests, texts, strict=True) if key in new}, new)
        made = [rows[key].result() for key in digests]
        return np.array(made, dtype=np.float32).reshape(len(texts), self.dimensions)

    def learn(self, text: str, row: npt.NDArray[np.float32]) -> None:
        """The row of a text, which somebody else has made with the same encoder."""
        made: Future[Vectors] = Future()
        made.set_result(row)
        with self._lock:
            self._rows.setdefault(stand_in(text), made)

    def _found_or_new(self, digests: Sequence[bytes]) -> tuple[Rows, Rows]:
        """The row of each; and of these, those that nobody else makes."""
        with self._lock:
            new: Rows = {d: Future() for d in digests if d not in self._rows}
            self._rows |= new
            rows = {key: self._rows[key] for key in digests}
            for key in rows:
                self._rows.move_to_end(key)
            while len(self._rows) > self._kept:
                self._rows.popitem(last=False)
        return rows, new

    def _make(self, texts: dict[bytes, str], new: Rows) -> None:
        try:
            rows = self._encoder.encode(list(texts.values()))
        except BaseException as error:
            with self._lock:
                for key in new:
                    self._rows.pop(key, None)
            for future in new.values():
                future.set_exception(error)
            raise
        for key, row in zip(texts, rows, strict=True):
            new[key].set_result(row)
