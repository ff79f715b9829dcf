"""Entries that a text names by their title or an alias, whatever spelling its words have."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

from knowledge.domain.schema import Entry
from knowledge.domain.text import LONGEST, fold
from knowledge.domain.words import words

_one_at_a_time = Lock()  # spaCy's Japanese tokenizer serves one thread at a time


@cache
def _japanese() -> Any:
    import spacy

    return spacy.blank("ja")


def _phrase(normal: list[str]) -> Any:
    """What spaCy makes of a text with these normal forms, in a fourth of its time: it need not know more of a name."""
    from spacy.tokens import Doc

    phrase = Doc(_japanese().vocab, words=normal)
    for token, form in zip(phrase, normal, strict=True):
        token.norm_ = form
    return phrase


@dataclass(frozen=True)
class Named:
    """Characters start to end of the folded text name this entry."""

    start: int
    end: int
    entry_id: str


class Names:
    """Titles and aliases of entries; one instance serves every thread."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        from spacy.matcher import PhraseMatcher

        self._matcher = PhraseMatcher(_japanese().vocab, attr="NORM")
        for entry in entries:
            names = [_phrase(words(name)) for name in (entry.title, *entry.aliases)]
            self._matcher.add(entry.id, [name for name in names if len(name)])

    def find(self, text: str) -> list[Named]:
        """In the order of the text; where names overlap, the longest."""
        from spacy.util import filter_spans

        with _one_at_a_time:
            doc = _japanese()(fold(text)[:LONGEST])
            spans = filter_spans(self._matcher(doc, as_spans=True))
        return [Named(span.start_char, span.end_char, span.label_) for span in spans]
