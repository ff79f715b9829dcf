"""Personal data out of what visitors ask, before it is kept: what the words themselves tell, in 0.1 ms.

Amounts, counts and dates stay, as a question may turn on them. Names that only the sentence tells are found by
knowledge.domain.masking.entities, which takes too long for a visitor's turn."""

from knowledge.domain.masking.codes import PATTERNS, spans, valid_phones
from knowledge.domain.masking.companies import companies
from knowledge.domain.masking.markers import Cover, Marker
from knowledge.domain.masking.people import IN_KANA, people
from knowledge.domain.morphemes import morphemes


def mask(text: str) -> str:
    """The text, cleaned and of at most 1,000 characters, with markers (markers.Marker) for what is personal.

    Masking twice changes nothing more; raises nothing for any text."""
    cover = Cover(text)
    while _found(cover):  # beside what was taken, more may be told from the rest
        continue
    return cover.masked()


def _found(cover: Cover) -> int:
    found = sum(cover.add(spans(pattern, marker, cover.shadow)) for marker, pattern in PATTERNS)
    found += cover.add(valid_phones(cover.shadow))
    found += cover.add(spans(IN_KANA, Marker.PERSON, cover.shadow))
    words = morphemes(cover.shadow)
    return found + cover.add(companies(cover.shadow, words)) + cover.add(people(words))
