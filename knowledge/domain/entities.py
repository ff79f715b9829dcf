"""Names of companies and people in a sentence, by GiNZA (about 6 ms a sentence, 3 s and 280 MB to load)."""

from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

from knowledge.domain.lately import Lately
from knowledge.domain.stand_in import stand_in
from knowledge.domain.text import LONGEST

COMPANY = {"Company", "Company_Group", "Corporation_Other", "School", "Organization_Other", "Nonprofit_Organization"}
PERSON = "Person"
_UNUSED = ["parser", "morphologizer", "bunsetu_recognizer", "compound_splitter", "attribute_ruler"]
_one_at_a_time = Lock()  # its tokenizer serves one thread at a time


@dataclass(frozen=True)
class Entity:
    """Characters start to end of the text; `kinds` has Sudachi's kind of each of its words (名詞-固有名詞-人名-姓)."""

    text: str
    label: str
    start: int
    end: int
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """The first company and the last person named, as written."""

    company: str | None = None
    person: str | None = None


NOBODY = Names()
_naming_nobody: Lately[bytes] = Lately(4_000)
"""What stands for texts, most of them what the buttons of a form say; of a text that names somebody nothing is kept."""


@cache
def _ginza() -> Any:
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    # numpy's products: thinc's own (BLIS) know no processor younger than itself, and take twice the time on one.
    set_current_ops(NumpyOps(use_blis=False))
    return spacy.load("ja_ginza", exclude=_UNUSED)


def warm_up() -> None:
    """Load the model, so that no visitor waits for it."""
    entities_in("暖機")


def entities_in(text: str) -> list[Entity]:
    """All that a text names, in its order; raises nothing for any text."""
    readable = text[:LONGEST].encode("utf-8", "replace").decode()  # its tokenizer refuses half a character
    with _one_at_a_time:
        found = _ginza()(readable).ents
        return [Entity(e.text, e.label_, e.start_char, e.end_char, tuple(word.tag_ for word in e)) for e in found]


def names_in(text: str) -> Names:
    """Whom and what a text names; raises nothing for any text."""
    if stand_in(text) in _naming_nobody:
        return NOBODY
    entities = entities_in(text)
    companies = [entity.text for entity in entities if entity.label in COMPANY]
    people = [entity.text for entity in entities if entity.label == PERSON]
    names = Names(next(iter(companies), None), people[-1] if people else None)
    if names == NOBODY:
        _naming_nobody.add(stand_in(text))
    return names
