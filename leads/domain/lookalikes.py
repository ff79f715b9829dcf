"""Letters that look like others: a Latin word with a Cyrillic or Greek letter in it, as one who pretends writes it."""

import re
import unicodedata

_WORD = re.compile(r"\w+")
_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU"})
"""First words of the names of letters whose shapes are borrowed."""


def lookalikes(*texts: str | None) -> list[str]:
    """The words in which scripts of alike letters are mixed, each once, in their order."""
    words = [word for text in texts for word in _WORD.findall(text or "")]
    return list(dict.fromkeys(word for word in words if len(_scripts(word)) > 1))


def _scripts(word: str) -> set[str]:
    return {unicodedata.name(letter, "").partition(" ")[0] for letter in unicodedata.normalize("NFKC", word)} & _ALIKE
