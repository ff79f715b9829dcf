"""A text as the pieces of multilingual-e5-small: the likeliest way to put it together (a unigram model, by Viterbi)."""

import re

from knowledge.domain.encoding.e5_file import Vocabulary

SPACE = "\u2581"
"""Stands for a space in the vocabulary."""
UNLIKELIER = 10.0
"""How much less likely than the least likely piece a letter is that no piece has."""


class Pieces:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._read_as, self._unknown = vocabulary.read_as, vocabulary.unknown
        self._scores = vocabulary.scores
        self._ids = {piece: i for i, piece in enumerate(vocabulary.pieces) if piece and i != vocabulary.unknown}
        self._longest = max(map(len, self._ids))
        self._unlikely = min(vocabulary.scores) - UNLIKELIER

    def ids(self, text: str) -> list[int]:
        """The ids of its pieces, in order; of a letter that is in none, the unknown one's."""
        read = re.sub(" {2,}", " ", text.translate(self._read_as))
        return self._likeliest(SPACE + read.removeprefix(" ").replace(" ", SPACE))

    def _likeliest(self, read: str) -> list[int]:
        best = [0.0] + [-float("inf")] * len(read)
        last = [(0, self._unknown)] * (len(read) + 1)
        for start in range(len(read)):
            so_far = best[start]
            if so_far + self._unlikely > best[start + 1]:
                best[start + 1], last[start + 1] = so_far + self._unlikely, (start, self._unknown)
            for end in range(start + 1, min(start + self._longest, len(read)) + 1):
                piece = self._ids.get(read[start:end])
                if piece is not None and so_far + self._scores[piece] > best[end]:
                    best[end], last[end] = so_far + self._scores[piece], (start, piece)
        found, end = [], len(read)
        while end:
            end, piece = last[end]
            found.append(piece)
        return found[::-1]
