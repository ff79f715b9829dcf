"""A name in ASCII for an entry, proposed from its Japanese title."""

import re
import unicodedata
from collections.abc import Container

from knowledge.domain.words import readings

WORDS = 5
LONGEST = 50
UNNAMED = "entry"
_KANA = re.compile(r"KATAKANA LETTER (?P<small>SMALL )?(?P<sound>\w+)")


def proposed_name(title: str, taken: Container[str] = ()) -> str:
    """Lower-case letters, digits and underscores, in none of `taken`: 委託先の漏えい -> itaku_saki_rouei."""
    spelled = [word for word in map(_spelled, readings(title)) if word]
    name = "_".join(spelled[:WORDS])[:LONGEST].strip("_") or UNNAMED
    numbered = (f"{name}_{n}" if n > 1 else name for n in range(1, 10_000))
    return next(candidate for candidate in numbered if candidate not in taken)


def _spelled(reading: str) -> str:
    """Katakana by the names that Unicode gives its letters (キャ: KI, SMALL YA); ASCII as it is."""
    spelled, doubled = "", False
    for character in reading:
        kana = _KANA.fullmatch(unicodedata.name(character, ""))
        if not kana:
            spelled += character.lower() if character.isascii() and character.isalnum() else ""
            continue
        sound = kana["sound"].lower()
        if kana["small"] and sound == "tu":
            doubled = True
            continue
        if kana["small"]:
            spelled = spelled[:-1]  # it takes the place of the vowel before it
        spelled += sound[0] + sound if doubled else sound
        doubled = False
    return spelled
