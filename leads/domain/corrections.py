"""「売上は5億に訂正」「さっきの電話番号違います」: which fields a text corrects, and with what."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from knowledge.domain.text import fold
from leads.domain.clauses import SENTENCE
from leads.domain.correcting_words import new_value, split_clauses, without_opening
from leads.domain.fields import SPECS, Field
from leads.domain.question import is_question

_EXPLICIT = "訂正|修正|変更|変え|直し|直す|直せ|なおし|入れ直|言い直|書き直|選び直"
_CUE = re.compile(
    _EXPLICIT
    + "|違い|違う|違って(?:い|ま|る)|ちがう|ちがい|(?<!間)違えまし|間違(?:い|え|って(?:い|ま|る|た))|まちがい|まちがえ"
    "|誤り|じゃなく|ではなく|でなく|やっぱ|やはり|正しくは"
)
_OF_A_FIELD = re.compile(
    "変わ(?:り|っ)|もう(?:一|いち)(?:回|度|ど)|再度|(?:追加|登録)(?:し|を|で|お願い|希望|$)|前株|後株|誤字|言い直"
)
"""What asks to correct only beside the name of a field."""
_REQUESTS = re.compile(
    rf"(?:{_EXPLICIT})(?:(?:を|し|す|る|て|たい|ます|です|です|ください|下さい|お願い|いたし)*)[。!]?$"
)
"""A mistake told may be part of an accident; this asks for a correction."""
_ASKS_TO_CORRECT = re.compile(
    r"(?:もう(?:一|いち)(?:回|度|ど)|再度|訂正|修正|変更|変え|直し|選び直|やり直|追加)[^。]{0,8}"
    r"(?:いい|よい|良い|でき|可能|大丈夫|もらえ|いただけ|くれ|よろし|ますか)[^。]{0,8}$"
)
_NOT_OF_THE_FORM = re.compile("補償|保険|契約|対象|支払")
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+", re.ASCII)
_INSTEAD = re.compile(r"(?:ではなくて?|じゃなくて?|でなくて?)、?")
_OF_FIELD = re.compile(
    r"^の(?:所|ところ|件|方)?$|^(?:高|番号|アドレス|名|の内容|の方|の所|のところ|の件|さん)*"
    r"(?:が|は|を|も|って|:|：|、|の)?(?:で|へ)?(?=.)"
)
_ADDS = re.compile("も(?:追加|あ|持|取|入れ|です|$)|追加")
_REMOVES = re.compile(
    r"(?:番号|アドレス|の方|の連絡|連絡)*(?:は|も|を|が|って)?(?:やっぱり?|もう)?"
    r"(?:なし|無し|不要|(?:い|要)ら(?:ない|ん)|(?:い|要)りません|消し|消す|削除|外し|やめ|使わ(?:ない|ず)|使って(?:い)?ません"
    r"|やって(?:い)?(?:ない|ません)|ありません|ない|持って(?:い)?(?:ない|ません)|ng|嫌|だめ|不可|遠慮し)"
    r"(?:を|で|に|て|し|たい|ます|です|の|ください|下さい|お願い|いい|よい|大丈夫|とき|おき|する|る)*[。!]?$"
)
SHORT, LONGEST_QUESTION = 25, 30
"""Characters up to which a text that names no field asks to correct; up to which a question does."""


@dataclass(frozen=True)
class Correction:
    """`field` None: something is to be corrected, it is not said what. `text` is the new value as said, maybe empty.
    Not `sure`: only a value that can be read makes it one (「業種は建設業でした」). It `adds` with 「ISMSも追加」."""

    field: Field | None
    text: str = ""
    sure: bool = True
    adds: bool = False


def find_corrections(text: str, known: Collection[Field], telling: bool = False) -> list[Correction]:
    """What a text corrects among the fields that are known; empty when it corrects nothing.

    While the visitor is `telling` of an accident, a mistake may be part of it: only a request to correct counts."""
    said = statements(text)
    folded = fold(said)
    if not said or (telling and not _REQUESTS.search(folded)):
        return []
    segments = _segments(said, known)
    if segments:
        sure = bool(_CUE.search(folded) or _OF_A_FIELD.search(folded))
        return [Correction(f, _value(part, f), sure, bool(_ADDS.search(part))) for f, part in segments]
    if not telling and _CUE.search(folded) and len(folded) <= SHORT:
        return [Correction(None, _value_alone(said))]
    return []


def statements(text: str) -> str:
    """The sentences that ask nothing, or ask to correct: 「売上もう一回いい?」."""
    return "".join(s for s in SENTENCE.findall(text) if not is_question(s) or _asks_to_correct(fold(s)))


def _asks_to_correct(sentence: str) -> bool:
    asks = _ASKS_TO_CORRECT.search(sentence) and len(sentence) <= LONGEST_QUESTION
    return bool(asks and not _NOT_OF_THE_FORM.search(sentence))


def find_removal(text: str, fields: Collection[Field]) -> Field | None:
    """The field that is to be left out: 「メールなしで」「電話番号は消してください」."""
    said = without_opening(text.strip())
    found = _first_mention(said, fields)
    if found is None or found[1].start() > 0:
        return None
    field, mention = found
    return field if _REMOVES.match(fold(said[mention.end() :])) else None


def instead_of(text: str) -> tuple[str, str] | None:
    """(A, B) of 「AではなくB」."""
    match = _INSTEAD.search(text)
    if match is None:
        return None
    before = without_opening(split_clauses(text[: match.start()])[-1:][0]) if match.start() else ""
    return before, new_value(text[match.end() :])


def _segments(text: str, known: Collection[Field]) -> list[tuple[Field, str]]:
    """Each field that is named with what is said of it, from its name on (for a period: from the clause on)."""
    if (match := _INSTEAD.search(text)) and (of_ways := _way_instead(text[match.end() :], known)):
        return [of_ways]
    found: list[tuple[Field, list[str]]] = []
    for clause in split_clauses(text):
        mention = _first_mention(clause, known)
        opens = mention and (not found or not without_opening(clause[: mention[1].start()]))
        if mention and opens and not (found and found[-1][0] is mention[0]):
            found.append((mention[0], [_from_mention(clause, *mention)]))
        elif found:
            found[-1][1].append(clause)
    return [(field, "、".join(clauses)) for field, clauses in found]


def _way_instead(rest: str, known: Collection[Field]) -> tuple[Field, str] | None:
    """「電話じゃなくてメールで」 is about the e-mail."""
    mention = _first_mention(rest, [field for field in (Field.EMAIL, Field.PHONE) if field in known])
    return (mention[0], _from_mention(rest, *mention)) if mention and mention[1].start() == 0 else None


def _first_mention(text: str, fields: Collection[Field]) -> tuple[Field, re.Match[str]] | None:
    unaddressed = _ADDRESS.sub(lambda address: "@" * len(address[0]), text)
    found = ((field, SPECS[field].mentioned(unaddressed)) for field in fields)
    mentions = [(m.start(), m.start() - m.end(), field, m) for field, m in found if m]
    if not mentions:
        return None
    _, _, field, mention = min(mentions, key=lambda found: found[:2])
    return field, mention


def _from_mention(clause: str, field: Field, mention: re.Match[str]) -> str:
    after = clause[mention.end() :]
    if field is Field.FISCAL_PERIOD and not re.search(r"\d", after) and re.search(r"\d", clause):
        return clause
    names_one = field is Field.CERTIFICATIONS and mention.group() != SPECS[field].label
    return clause[mention.start() :] if names_one else _OF_FIELD.sub("", after, count=1)


def _value(said: str, field: Field) -> str:
    """The words of the new value: after ではなく or 正しくは, else the first clause that says more than the cue."""
    value = _value_alone(said)
    return value if field in {Field.COMPANY, Field.CONTACT_NAME} else re.sub(r"(?<=.)[でにへ]$", "", value)


def _value_alone(said: str) -> str:
    if before := re.search(rf"{_INSTEAD.pattern}|正しくは、?|正しい[^は]*は、?", said):
        return new_value(said[before.end() :])
    return next((value for clause in split_clauses(said) if (value := new_value(clause))), "")
