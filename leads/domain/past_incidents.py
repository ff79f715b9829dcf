"""Whether there were incidents in the last five years, or the fear of one, as the visitor says."""

import re

from knowledge.domain.text import LONGEST, fold
from leads.domain import past_incident_words as words
from leads.domain.lead import PastIncidents
from leads.domain.question import is_question

YEARS = 5
LONGEST_CLAUSE = 120
_CLAUSES = re.compile(
    r"[。、,!\n;]+|(?<=です)(?:が|けど|けれども?|し(?!た))|(?<=ます)(?:が|けど|けれども?|し)|(?<=した)(?:が|けど"
    r"|けれども?|ものの)"
    r"|(?<=ません)(?:が|けど|けれども?|し)|(?<=[たいる])(?:が|けど|けれども?|ものの)(?!い)|(?<=なし)で(?=.)"
)
_OPENING = re.compile(
    r"^(?:やっぱり?|やはり|よく考えたら)[、\s]*(?=[なあ])|^(?:はい|ええ|うん|いいえ|いえ|いや|えーと|えっと|うーん|そうですね)[、,。\s]+(?=.)"
)
_PART = rf"(?:{words.TIME}|{words.COUNT}|{words.INCIDENT}|{words.TOPIC})"
_NONE = re.compile(rf"(?:(?!{words.NEGATION}){_PART})*+(?:{words.NEGATION})(?:{words.TAIL})*+")
_ENDING = rf"(?:{words.AFFIRMED})?(?:{words.TAIL})*+"
_TOPICS = re.compile(rf"(?:{_PART})*+")
_SOME = re.compile(rf"(?:(?!{_ENDING}$){_PART})*+{_ENDING}")
_SAYS_SOME = re.compile(rf"{words.AFFIRMED}|{words.COUNT}|\d+年前|年前|去年|昨年|おととし|一昨年|先月|先週")
_NEGATIVE_END = re.compile(rf"(?:{words.NEGATION}|ません(?:でした)?|ない|なかった|ず)(?:{words.TAIL})*+$")
_ANY = re.compile(words.INCIDENT)
_CONCRETE = re.compile(words.CONCRETE)
_UNSURE = re.compile(f"{words.UNSURE}|{words.DOUBLE_NEGATION}")
_DENIED_TWICE = re.compile(words.DOUBLE_NEGATION)
_UNRELATED = re.compile(words.UNRELATED)
_NO_HARM = re.compile(words.WITHOUT_HARM)
_REMARK = re.compile(f"{words.REMARK}|{words.UNRELATED}")
_SOME_ONLY = re.compile(rf"(?:{words.SOME_ONLY})[^。、]*(?:ない|ありません|なかった|なし)")
_WITHIN = re.compile(words.WITHIN_YEARS)
_NEAR = re.compile(words.CAME_NEAR)
_LONG_AGO = re.compile(r"(\d+|十)年(?:以上|くらい|ぐらい|ほど|も)*前")
_ONLY_THAT = re.compile(r"(?:以外|ほか|他)(?:に)?(?:は|には|に)?.{0,6}(?:ない|ありません|なし|なかった)")

NONE, YES, NOT_SURE = PastIncidents.NONE, PastIncidents.YES, PastIncidents.NOT_SURE


def read_past_incidents(text: str) -> PastIncidents | None:
    """None, yes or not sure; a near miss counts as yes, a contradiction or a double negation as not sure.

    None when the text says nothing about it: silence is never taken for 「ない」."""
    said = _OPENING.sub("", fold(text.replace("\n", "。"))[:LONGEST])
    unsure = bool(_UNSURE.search(said))
    if not unsure and is_question(text):
        return None
    clauses = [(clause, _clause(clause)) for part in _CLAUSES.split(said) if (clause := part.strip())]
    found = {state for _, state in clauses}
    if YES in found:
        return _yes(said, clauses)
    if unsure and not _refuses(said):
        return NOT_SURE
    return _denied(said, clauses) if NONE in found or _SOME_ONLY.search(said) else None


def _denied(said: str, clauses: list[tuple[str, PastIncidents | None]]) -> PastIncidents | None:
    """None at all, unless the denial is half of one or something unclear is said beside it."""
    beside = [clause for clause, state in clauses if state is None]
    if _SOME_ONLY.search(said):
        return NOT_SURE
    if any(_NEGATIVE_END.search(clause) and not _UNRELATED.search(clause) for clause in beside):
        return None
    return NONE if all(_TOPICS.fullmatch(clause) or _REMARK.search(clause) for clause in beside) else NOT_SURE


def _yes(said: str, clauses: list[tuple[str, PastIncidents | None]]) -> PastIncidents:
    """Yes, unless it is taken back beside it or lies before the five years asked about."""
    denials = [clause for clause, state in clauses if state is NONE]
    if _is_long_ago(said):
        return NONE if any(_WITHIN.search(clause) for clause in denials) else NOT_SURE
    if any(_WITHIN.search(clause) for clause in denials):
        return NOT_SURE
    harmless = all(_NO_HARM.search(clause) for clause in denials)
    named = any(_CONCRETE.search(clause) for clause, state in clauses if state is YES)
    return YES if harmless or named else NOT_SURE


def why_unclear(text: str) -> str:
    """What to say of an answer that tells of more than five years ago, or denies that there is nothing; else ""."""
    said = fold(text)
    if _is_long_ago(said):
        return "過去5年の間についてはいかがでしょうか。"
    return "事故やそのおそれが、あったということでしょうか。" if _DENIED_TWICE.search(said) else ""


def _is_long_ago(said: str) -> bool:
    years = [YEARS + 1 if found[1] == "十" else int(found[1]) for found in _LONG_AGO.finditer(said)]
    return bool(years) and min(years) > YEARS


def _clause(clause: str) -> PastIncidents | None:
    if len(clause) > LONGEST_CLAUSE:
        return YES if _CONCRETE.search(clause) and not _NEGATIVE_END.search(clause) else None
    if _UNSURE.search(clause):
        return NOT_SURE
    if _NEAR.search(clause) or (_ONLY_THAT.search(clause) and _CONCRETE.search(clause)):
        return YES
    if _UNRELATED.search(clause):
        return None
    if _NONE.fullmatch(clause):
        return NONE
    if _NEGATIVE_END.search(clause):
        return None
    told = _CONCRETE.search(clause) or (_SAYS_SOME.search(clause) and _SOME.fullmatch(clause))
    return YES if told or (_ANY.search(clause) and _SOME.fullmatch(clause)) else None


def _refuses(said: str) -> bool:
    return bool(re.search(r"意味|質問|言葉", said))
