"""A message that asks several things, cut into its questions."""

import re
from itertools import pairwise

from knowledge.domain.names import Names
from knowledge.domain.text import fold
from knowledge.domain.words import words

MOST = 3
"""Questions of one message that are answered apart; one with more is answered as a whole."""

_SENTENCE = re.compile(r"[^。?？!！\n]*[。?？!！\n]*")
_TURNS = r"それと(?!も)|あと(?!で)|また(?!は)|それから|ちなみに|加えて|もう(?:一つ|1つ|ひとつ)"
_TURN = re.compile(rf"(?<=[かはね])[、,]?\s*(?=(?:{_TURNS}))|(?<=いくらで)[、,]\s*")
_CONNECTIVE = re.compile(rf"^(?:{_TURNS})(?:は)?[、,]?\s*")
_ASKS = re.compile(
    r"(?:[?？]|か|いくらで|かな|かしら|教えて.{0,6}|知りたい.{0,4}|聞きたい.{0,4}|(?<!こんにち)(?<!こんばん)[はも])[。?？!！\s]*$"
)
_AND = re.compile(r"(?:と|や|、|,|・|及び|および|並びに|ならびに|とか|も|and|&|\s)+")
_OTHER_SIDE = re.compile(r"^(?:それとも|あるいは|または|もしくは)")
_SCRAP = re.compile(r"^(?!.*[はも][?？]).{1,7}[?？]+$")
"""Too short to be about something new: 「裁判の費用だけ?」; 「免責は?」 is."""
_GREETING = (
    r"(?:はじめまして|初めまして|こんにち[はわ]|こんばん[はわ]|おはよう(?:ございます)?|お世話に(?:なって(?:い|おり)ます|なります)"
    r"|すみません|すいません|(?:突然|夜分に?)[^、。!！]{0,8}失礼(?:いた)?します|よろしくお願い(?:いた)?します)"
)
_INTRODUCTION = (
    r"(?![^、。,!！?？\s]*(?:委託|外注|下請|派遣|退職|元社員|海外|個人|フリー))[^、。,!！?？\s]{1,20}"
    r"(?:(?:の者|担当者?)(?:です|でございます)|を?担当して(?:い|おり)ます|と申します|といいます|と言います)(?:が|けど|けれども?)?"
)
"""Who writes, unless it may turn on that."""
_OPENING = re.compile(rf"^(?>(?:(?:{_GREETING}|{_INTRODUCTION})(?:[、。,!！\s]+|$))+)")
_INTRODUCED = re.compile(_INTRODUCTION)
GREETED = "はじめまして"
"""What a message that greets and says who writes, and nothing else, is answered as."""
_COMPARES = re.compile(r"違い|違う|どちら|どっち|区別|関係")
_SAYS_NOTHING = """
    保険 補償 対象 出る 下りる 降りる 支払う 払う 貰う 為る 成る 有る 居る 可能 出来る 教える 知る 大丈夫 場合 時
    済む 願う
    カバー 幾ら 金 無い 此れ 其れ 此の 其の 何 何う どう 此方 其方 御 其れと 後 又 因みに 其れから
    れる られる せる
    ます です た て だ ない ん の は が を に で と も か へ から まで や な ね よ たい 下さい ? ! 。 、
"""
_EMPTY = frozenset(_SAYS_NOTHING.split())
"""Normal forms that say nothing about what is asked."""


def questions(text: str, names: Names) -> list[str]:
    """What the message asks, each question with what was told before it; one when it asks one thing."""
    found = [part for whole in _by_sentence(text) for part in _by_name(whole, names)]
    return [_CONNECTIVE.sub("", part) for part in found] if 1 < len(found) <= MOST else [text]


def without_opening(text: str) -> str:
    """What is asked, without a greeting and who writes where something follows them."""
    if not (opening := _OPENING.match(text.strip())):
        return text
    rest = text.strip()[opening.end() :]
    if _stands_alone(rest):
        return rest
    return GREETED if not rest and _INTRODUCED.search(opening[0]) else text


def _by_sentence(text: str) -> list[str]:
    """Questions that stand on their own; what is only told goes with the question after it."""
    parts: list[str] = []
    told = ""
    for sentence in _SENTENCE.findall(text):
        for piece in _TURN.split(sentence):
            told += piece
            if _ASKS.search(piece):
                parts.append(told.strip())
                told = ""
    if told.strip() and parts and not _stands_alone(told):
        parts[-1] += told.strip()
    elif told.strip():
        parts.append(told.strip())
    joined: list[str] = []
    for part in parts:
        if joined and (_belongs_to_the_one_before(part) or not _stands_alone(part)):
            joined[-1] += part
        else:
            joined.append(part)
    return joined if all(_ASKS.search(part) for part in joined) else [text]


def _belongs_to_the_one_before(part: str) -> bool:
    """Whether it is the other side of the question before it, not a question of its own."""
    return bool(_OTHER_SIDE.match(part)) or (bool(_SCRAP.match(part)) and not _CONNECTIVE.match(part))


def _stands_alone(part: str) -> bool:
    """Whether it says what it is about, rather than only 「補償されますか」."""
    return bool(set(words(part)) - _EMPTY)


def _by_name(text: str, names: Names) -> list[str]:
    """「調査費用と見舞金は出ますか」 asks about two entries: the sentence once with each name."""
    folded = fold(text)
    found = names.find(text)
    listed = [
        (first, second)
        for first, second in pairwise(found)
        if first.entry_id != second.entry_id and _AND.fullmatch(folded[first.end : second.start])
    ]
    if not listed or len(listed) != len(found) - 1 or _COMPARES.search(folded):
        return [text]
    before, after = folded[: found[0].start], folded[found[-1].end :]
    return [before + folded[name.start : name.end] + after for name in found]
