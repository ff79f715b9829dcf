"""A fitted matcher as bytes and back, for the database: a .npz archive without pickle."""

import io
import json

import numpy as np
import numpy.typing as npt

from knowledge.domain.matching.matcher import Matcher
from knowledge.domain.matching.word_space import WordSpace

Bytes = npt.NDArray[np.uint8]


def to_bytes(matcher: Matcher) -> bytes:
    """The model as an archive."""
    buffer = io.BytesIO()
    words = matcher.words
    np.savez(
        buffer,
        classes=_text(json.dumps(matcher.classes)),
        weights=matcher.weights,
        bias=matcher.bias,
        mean=matcher.mean,
        terms=_text(json.dumps(words.terms, ensure_ascii=False)),
        rarity=words.rarity,
        word_axes=words.axes,
        word_mean=words.mean,
    )
    return buffer.getvalue()


def from_bytes(data: bytes) -> Matcher:
    """The inverse of to_bytes. Raises ValueError when the archive is damaged."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as a:
            classes = tuple((str(i), bool(s)) for i, s in json.loads(a["classes"].tobytes()))
            terms = tuple(map(str, json.loads(a["terms"].tobytes())))
            words = WordSpace(terms, a["rarity"], a["word_axes"], a["word_mean"])
            return Matcher(classes, a["weights"], a["bias"], a["mean"], words)
    except Exception as error:  # zipfile, zlib and numpy each raise their own
        raise ValueError(f"the stored matcher cannot be read: {error}") from error


def _text(text: str) -> Bytes:
    return np.frombuffer(text.encode(), dtype=np.uint8)
