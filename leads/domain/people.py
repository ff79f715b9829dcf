"""What the dictionary knows of people's names."""

from knowledge.domain.morphemes import morphemes
from knowledge.domain.text import fold

_PARTICLES = {"格助詞", "係助詞", "接続助詞", "終助詞"}
_LINKS = {"格助詞", "係助詞", "副助詞", "接続助詞"}
_PLACES = {"都", "道", "府", "県", "市", "区", "町", "村"}


def is_all_name(text: str) -> bool:
    """Whether a text is a family name, alone or with a given name: 林, 佐藤花子; not 佐藤クリニック."""
    *found, _ = morphemes(f"{fold(text)}さん")
    return bool(found) and found[0].kind[3] == "姓" and all(m.is_name or m.surface == " " for m in found)


def is_bare_name(text: str) -> bool:
    """Whether nothing in it makes it a sentence, a number or a place: みどり工房, not 東京都千代田区 or 社員10名."""
    found = morphemes(fold(text))
    said = any(
        m.kind[0] in {"動詞", "助動詞", "形容詞"} or (m.kind[1] in _PARTICLES and m.surface != "の") or "数詞" in m.kind
        for m in found
    )
    return bool(found) and not said and not all(m.kind[2] == "地名" or m.surface in _PLACES for m in found)


def is_told(text: str) -> bool:
    """Whether several words are put as one tells something: 夫が社長, 今すぐ必要. はなまる and 青い鳥 are names."""
    found = morphemes(fold(text))
    if len(found) < 2 or found[0].kind[0] == "助詞":
        return False
    linked = any(m.kind[1] in _LINKS and m.surface not in {"の", "と", "か"} for m in found[1:])
    pressing = any(m.kind[0] == "副詞" for m in found[:2]) and found[-1].kind[2] == "形状詞可能"
    return linked or pressing or found[-1].kind[0] in {"動詞", "助動詞", "形容詞", "形状詞"}
