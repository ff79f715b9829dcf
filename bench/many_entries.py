"""Tens of thousands of entries and their vectors: the shipped entries with their real vectors, and beside them entries
made from templates, whose vectors are made of the real ones.

A generated entry lies halfway between two real questions, each of its questions as far from there, and in such a
direction, as some real question lies from the middle of its own entry: as crowded and as scattered as the real corpus.
Encoding a million texts for real would take some eight hours.
"""

import re
import zlib
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml

from bench.sampling import sample
from knowledge.domain import files
from knowledge.domain.encoding.encoder import Encoder, Vectors
from knowledge.domain.matching.lesson import labelled
from knowledge.domain.schema import PAGE_KINDS, Entry, Kind

CORPUS = Path("knowledge/entries")
GIVEN = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
PARTS: Mapping[str, list[list[str]]] = GIVEN["parts"]
FRAMES: list[str] = GIVEN["frames"]
SAID = {said: row[0] for rows in PARTS.values() for row in rows for said in row}
PART = re.compile("|".join(sorted(SAID, key=len, reverse=True)))
SILENT = 20
"""Of so many generated entries one is silent, and one of another business."""
BOUNDARY = 4
"""One example in so many is a boundary question."""


def shipped(questions: int) -> list[Entry]:
    """The shipped entries, thinned to so many examples each."""
    boundary = questions // BOUNDARY
    return [sample(entry, questions - boundary, boundary) for entry in files.read(CORPUS)]


def entries(count: int, questions: int) -> list[Entry]:
    """So many entries with so many examples each; the shipped ones come first."""
    boundary = questions // BOUNDARY
    first = shipped(questions)[:count]
    made = zip(range(count - len(first)), _cases(), strict=False)
    return first + [_made(number, case, questions - boundary, boundary) for number, case in made]


Case = tuple[list[str], ...]


def _cases() -> list[Case]:
    """What happened, 64,000 times otherwise: for each part of it the ways to say it."""
    cases = list(product(*PARTS.values()))
    return [cases[i] for i in np.random.default_rng(8).permutation(len(cases))]


def _said(case: Case, turn: int, end: str) -> str:
    """One way to say it: frame, each part and the end turn at different paces."""
    words = {
        name: row[(turn + turn // (place + 2)) % len(row)]
        for place, (name, row) in enumerate(zip(PARTS, case, strict=True))
    }
    return FRAMES[turn % len(FRAMES)].format(**words) + end


def _made(number: int, case: Case, questions: int, boundary: int) -> Entry:
    kind = {0: Kind.SILENT, 1: Kind.OUTSIDE}.get(number % SILENT, Kind.SCENARIO)
    on_page = kind in PAGE_KINDS
    settled = [_said(case, i, _turning(GIVEN["settled"], i // 2)) for i in range(questions)]
    beyond = [_said(case, questions + i, _turning(GIVEN["beyond"], i)) for i in range(boundary)]
    return Entry(
        kind=kind,
        id=f"{kind.value}.case_{number}",
        title=_said(case, 0, ""),
        answer="お支払い対象の例に含まれています。" if on_page else "掲載がありません。",
        source="保険金の支払い対象となるケース" if on_page else "",
        questions=tuple(settled if on_page else settled + beyond),
        boundary=tuple(beyond if on_page else ()),
    )


def _turning(values: Sequence[str], turn: int) -> str:
    return values[turn % len(values)]


def new_questions(count: int, among: int) -> list[str]:
    """Questions that generated entries do not hold, each of another of the first so many."""
    cases = _cases()[:among]
    picked = np.random.default_rng(8).permutation(among)[:count]
    return [_said(cases[place], i + 1, _turning(GIVEN["new"], i)) for i, place in enumerate(picked)]


class Composed:
    """Real vectors of the shipped entries' examples; of any other text, one made of these, the same each time."""

    @staticmethod
    def read(encoder: Encoder, shipped: Sequence[Entry]) -> Vectors:
        """The real vectors, which may be kept."""
        return encoder.encode([text for text, _ in labelled(shipped)])

    def __init__(self, encoder: Encoder, shipped: Sequence[Entry], rows: Vectors) -> None:
        """rows: what `read` gave for the same entries."""
        examples = labelled(shipped)
        texts = [text for text, _ in examples]
        self._rows = rows
        self._place = {text: i for i, text in enumerate(texts)}
        self._away = self._rows.copy()
        of_entry = np.unique([entry_id for _, (entry_id, _) in examples], return_inverse=True)[1]
        for entry in range(of_entry.max() + 1):
            self._away[of_entry == entry] -= self._rows[of_entry == entry].mean(axis=0)
        self.version, self.dimensions = f"composed-of-{encoder.version}", encoder.dimensions

    def encode(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, d), rows of length 1."""
        rows = self._made(texts)
        known = [(i, self._place[text]) for i, text in enumerate(texts) if text in self._place]
        if known:
            here, there = np.array(known).T
            rows[here] = self._rows[there]
        return rows

    def _made(self, texts: Sequence[str]) -> Vectors:
        cases = ["".join(sorted(SAID[said] for said in PART.findall(text))) or text for text in texts]
        first, second = self._picked(cases, "a"), self._picked(cases, "b")
        middle = (self._rows[first] + self._rows[second]) / 2
        rows = middle + self._away[self._picked(texts, "c")]
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    def _picked(self, texts: Sequence[str], salt: str) -> npt.NDArray[np.int64]:
        return np.array([zlib.crc32((salt + text).encode()) for text in texts]) % len(self._rows)
