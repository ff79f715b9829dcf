"""「売上は5億に訂正」「さっきの電話番号違います」: which field a text corrects, and with what."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from knowledge.domain.text import fold
from leads.domain.fields import SPECS, Field

_EXPLICIT = "訂正|修正|変更|変え|直し|直す|直せ|なおし|入れ直|言い直"
_CUE = re.compile(
    _EXPLICIT
    + "|違い|違う|違ってい|違ってま|ちがう|ちがい|(?<!間)違えまし|間違(?:い|え|ってい|ってま)|まちがい|まちがえ"
    "|誤り|じゃなく|ではなく|でなく|やっぱり|やはり|正しくは"
)
_ONLY_EXPLICIT = re.compile(_EXPLICIT)
_BEFORE_VALUE = re.compile(r"(?:ではなくて?|じゃなくて?|でなくて?|正しくは|正しい[^は]*は)、?")
_AFTER_VALUE = re.compile(r"(?:に|へ|で|と)?(?:訂正|修正|変更|変え|直し|直す|なおし|お願い|間違|違い|です(?:。|$)).*$")
_OF_FIELD = re.compile(r"^(?:高|番号|アドレス|名|の内容|の方|さん)?(?:が|は|を|も|:|、|の|って)?")


@dataclass(frozen=True)
class Correction:
    """`field` None: something is to be corrected, it is not said what. `text` is the new value as said, maybe empty."""

    field: Field | None
    text: str = ""


def find_correction(text: str, known: Collection[Field], telling: bool = False) -> Correction | None:
    """What a text corrects among the fields that are known, or None when it corrects nothing.

    While the visitor is `telling` of an accident, a mistake may be part of it: only 訂正 and the like count."""
    folded = fold(text)
    if not (_ONLY_EXPLICIT if telling else _CUE).search(folded):
        return None
    mentions = [(m.end() - m.start(), field, m) for field in known if (m := SPECS[field].mentioned(text))]
    if mentions:
        _, field, mention = max(mentions, key=lambda found: found[0])
        return Correction(field, _value(text, mention, field))
    return Correction(None) if len(folded) <= 25 and not telling else None


def _value(text: str, mention: re.Match[str], field: Field) -> str:
    """The words of the new value: after ではなく or 正しくは, else the first clause that says more than the cue."""
    names_one = field is Field.CERTIFICATIONS and mention.group() != SPECS[field].label
    rest = text[mention.start() if names_one else mention.end() :]
    if before := _BEFORE_VALUE.search(rest):
        return _AFTER_VALUE.sub("", rest[before.end() :]).strip()
    clauses = (_AFTER_VALUE.sub("", _OF_FIELD.sub("", clause, count=1)) for clause in re.split("[、。]", rest))
    return next(filter(None, (clause.strip() for clause in clauses)), "")
