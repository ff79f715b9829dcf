"""A choice that is typed instead of pressed: 「2」, 「二番目」, an entry's title, 「どれでもない」."""

import re
from collections.abc import Sequence

from knowledge.domain.schema import Entry
from knowledge.domain.text import fold, key

_ORDINAL = re.compile(
    r"(?P<n>[1-3一二三]|ひとつ|ふたつ|みっつ)(?:番|番目|つ目|つめ|個目|目|め)?(?:の(?:方|ほう|やつ)?)?"
    r"(?:(?:で|を)?お願いします|です|で|かな)?[。、!?]*"
)
_NUMBERS = {"1": 1, "一": 1, "ひとつ": 1, "2": 2, "二": 2, "ふたつ": 2, "3": 3, "三": 3, "みっつ": 3}
_NONE = re.compile(
    r"(?:どれ|どちら|いずれ)(?:で)?も(?:ない|ありません|違う|違います|ちがう|ちがいます|当てはまらない|当てはまりません)"
    r"(?:です|な|よ|かな)*[。!?]*"
    r"|(?:どれか)?(?:よく)?(?:わか|分か)(?:らない|らん|りません)(?:です|な|よ|けど)*[。!?]*"
)


def is_none(text: str) -> bool:
    """Whether it says that none of what was offered fits."""
    return bool(_NONE.fullmatch(fold(text)))


def chosen(text: str, offered: Sequence[Entry]) -> str | None:
    """The id of the offered entry that the text names by its place or its title, or None."""
    if (ordinal := _ORDINAL.fullmatch(fold(text))) and _NUMBERS[ordinal["n"]] <= len(offered):
        return offered[_NUMBERS[ordinal["n"]] - 1].id
    return next((entry.id for entry in offered if key(text) in {key(entry.title), *map(key, entry.aliases)}), None)
