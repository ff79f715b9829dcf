"""Names of companies and people in a sentence, by GiNZA (about 10 ms a sentence, 3 s and 280 MB to load)."""

from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

from knowledge.domain.text import LONGEST

COMPANY = {"Company", "Company_Group", "Corporation_Other", "School", "Organization_Other", "Nonprofit_Organization"}
_UNUSED = ["parser", "morphologizer", "bunsetu_recognizer", "compound_splitter", "attribute_ruler"]
_one_at_a_time = Lock()  # its tokenizer serves one thread at a time


@dataclass(frozen=True)
class Names:
    """The first company and the last person named, as written."""

    company: str | None = None
    person: str | None = None


NOBODY = Names()


@cache
def _ginza() -> Any:
    import spacy

    return spacy.load("ja_ginza", exclude=_UNUSED)


def warm_up() -> None:
    """Load the model, so that no visitor waits for it."""
    names_in("暖機")


def names_in(text: str) -> Names:
    """Whom and what a text names; raises nothing for any text."""
    with _one_at_a_time:
        entities = [(entity.text, entity.label_) for entity in _ginza()(text[:LONGEST]).ents]
    companies = [name for name, label in entities if label in COMPANY]
    people = [name for name, label in entities if label == "Person"]
    return Names(next(iter(companies), None), people[-1] if people else None)
