"""The last line of defence of the logs: whatever may be somebody's is taken out of a text.

Our own events and those of the libraries are English. What is not ASCII is therefore not ours but quoted, and goes as
a whole: Japanese names, companies and words need no recognising (docs/adr/0019)."""

import re

_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")
_FOREIGN = re.compile(r"[^\x20-\x7e]+(?:\s*[^\x20-\x7e]+)*")
_MAIL = re.compile(r"[^\s<>()\[\]:,;=]+@[^\s<>()\[\],;]+")
_SECRET = re.compile(r"(?<![\w/.-])(?=[\w:+-]*\d)[\w:+=-]{20,}")
_CONVERSATION = re.compile(r"(?<![0-9a-f])[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}(?![0-9a-f])")
_NUMBER = re.compile(r"(?<!\d)(?!127\.0\.0\.1\b)\d(?:[-\s().,:/]{0,2}\d){3,}(?!\d)")

_MARKERS = {_FOREIGN: "…", _MAIL: "[mail]", _CONVERSATION: "[token]", _SECRET: "[token]", _NUMBER: "[number]"}


def mask(text: str) -> str:
    """Without mail addresses, tokens, ids of conversations, numbers of four digits and more, and anything that is not
    ASCII."""
    for pattern, marker in _MARKERS.items():
        text = pattern.sub(marker, text)
    return text


def mask_quoting(text: str) -> str:
    """The same for a text that others have made: what stands in quotation marks goes too."""
    return mask(_QUOTED.sub("'…'", text))
