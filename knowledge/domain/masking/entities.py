"""Names that only the sentence tells (社長の木村が …), by GiNZA: too slow for a visitor's turn, in time for staff."""

from collections.abc import Iterator

from knowledge.domain.entities import COMPANY, PERSON, Entity, entities_in
from knowledge.domain.masking.markers import Cover, Marker, Span
from knowledge.domain.masking.public_names import is_public
from knowledge.domain.masking.text import mask

_PLACES = "都道府県市区町村郡州国"


def mask_all(text: str) -> str:
    """As masking.mask, and the names of people and companies that it cannot know. About 10 ms; the first time 3 s."""
    cover = Cover(mask(text))
    cover.add(_names(cover.shadow))
    return cover.masked()


def _names(shadow: str) -> Iterator[Span]:
    for entity in entities_in(shadow):
        if entity.label == PERSON and _is_name(entity):
            yield Span(entity.start, entity.end, Marker.PERSON)
        elif entity.label in COMPANY and _is_company(entity):
            yield Span(entity.start, entity.end, Marker.COMPANY)


def _is_name(entity: Entity) -> bool:
    """What the dictionary knows as no name at all (元請, ゼロトラスト) is taken for one now and then."""
    if is_public(entity.text):
        return False
    named_after_a_place = len(entity.kinds) == 1 and "地名" in entity.kinds[0] and len(entity.text) <= 3
    return all("人名" in kind for kind in entity.kinds) or (named_after_a_place and entity.text[-1] not in _PLACES)


def _is_company(entity: Entity) -> bool:
    abbreviation = entity.text.isascii() and entity.text.isupper()
    proper = any("固有名詞" in kind and "地名" not in kind for kind in entity.kinds)
    return proper and not (is_public(entity.text) or abbreviation)
