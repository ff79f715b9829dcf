"""Faults of the corpus, said to content staff: place and remedy, in Japanese."""

from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from knowledge.domain.schema import NO_QUESTION


@dataclass(frozen=True, order=True)
class Fault:
    """One thing to mend. `place` is a file or an entry id, `line` is 1-based (0 where there is none)."""

    place: str
    line: int
    message: str

    def __str__(self) -> str:
        where = f"{self.place}:{self.line}" if self.line else self.place
        return f"{where}: {self.message}"


class CorpusError(Exception):
    """The corpus cannot be used; `faults` names everything that is wrong with it, not only the first."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(faults)
        super().__init__("\n".join(map(str, self.faults)))


NO_DAY = "日付は 2026-04-01 の形で、ある日を書いてください"
_MESSAGES = {
    "missing": "必須の項目がありません。追加してください",
    "extra_forbidden": "知らない項目です。綴りを確かめるか、削除してください",
    "invalid_key": "項目の名前は文字で書いてください",
    "string_type": "文字で書いてください",
    "tuple_type": "「- 」で始まる行の並びで書いてください",
    NO_QUESTION: "1件以上書いてください(断定する質問がないときは、境界の質問を書いてください)",
    "string_too_short": "空にはできません",
    "string_too_long": "長すぎます。{max_length}文字以内にしてください",
    "string_pattern_mismatch": "id は「種類.英小文字_名前」の形で書いてください",
    "enum": "種類は次のどれかです: {expected}",
}


def in_japanese(error: ErrorDetails) -> str:
    """One pydantic error as a sentence: the field, then what to do."""
    field = ".".join(str(part) for part in error["loc"])
    return f"{field}: {what_to_do(error)}"


def what_to_do(error: ErrorDetails) -> str:
    """The same without the field."""
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    if error["type"].startswith("date"):
        return NO_DAY
    return _MESSAGES.get(error["type"], "値が正しくありません").format(**error.get("ctx", {}))


def mistakes(error: ValidationError) -> list[ErrorDetails]:
    """The errors, each mistake once: a list is not called empty because its only item is wrong."""
    found = error.errors()
    inside = {e["loc"][0] for e in found if len(e["loc"]) > 1}
    for mistake in found:
        if mistake["type"] == NO_QUESTION:
            mistake["loc"] = ("questions",)
    return [e for e in found if not (e["type"] == NO_QUESTION and inside & {"questions", "boundary"})]
