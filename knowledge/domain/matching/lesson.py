"""What a matcher learns from: the entries' examples, each with its class and with all that is seen of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.domain.encoding.encoder import Vectors
from knowledge.domain.matching.linear_model import Positions
from knowledge.domain.matching.word_space import WordSpace, learn_word_space
from knowledge.domain.schema import Entry

Label = tuple[str, bool]
"""Entry id, and whether the entry settles the question."""
Encode = Callable[[Sequence[str]], Vectors]
AT_ONCE = 10_000
"""Texts encoded together: a million rows are five gigabytes, and stand in memory once."""


@dataclass(frozen=True)
class Lesson:
    """classes: the n labels in order; positions (m,): the class of each example; rows (m, d + k): its vector without
    the corpus' mean (d,), beside the place of its words in a space of k dimensions. All float32."""

    classes: tuple[Label, ...]
    positions: Positions
    rows: Vectors
    mean: Vectors
    words: WordSpace


def learn(entries: Sequence[Entry], encode: Encode) -> Lesson:
    """Read the entries' own questions. `encode` may cache; at least two entries are needed."""
    examples = labelled(entries)
    texts = [text for text, _ in examples]
    classes, positions = classified(examples)
    words, places = learn_word_space(texts)
    first = encode(texts[:AT_ONCE])
    d = first.shape[1]
    rows = np.empty((len(texts), d + places.shape[1]), dtype=np.float32)
    rows[:, d:] = places
    del places
    rows[: len(first), :d] = first
    for start in range(AT_ONCE, len(texts), AT_ONCE):
        rows[start : start + AT_ONCE, :d] = encode(texts[start : start + AT_ONCE])
    mean = np.asarray(rows[:, :d].mean(axis=0), dtype=np.float32)
    rows[:, :d] -= mean
    return Lesson(classes, positions, rows, mean, words)


def labelled(entries: Sequence[Entry]) -> list[tuple[str, Label]]:
    """Every example with the class it teaches: the questions of all entries, then their boundary questions."""
    examples = [(q, (e.id, True)) for e in entries for q in e.questions]
    return examples + [(q, (e.id, False)) for e in entries for q in e.boundary]


def classified(examples: Sequence[tuple[str, Label]]) -> tuple[tuple[Label, ...], Positions]:
    """The classes in order, and the position of each example's among them."""
    classes = sorted({label for _, label in examples})
    position = {label: i for i, label in enumerate(classes)}
    return tuple(classes), np.array([position[label] for _, label in examples])
