"""What a text itself says of an accident that is happening, beside what the intent classifier makes of it."""

import re

from knowledge.domain.text import fold
from leads.domain.past_incident_words import CONCRETE

_NOW = re.compile(
    r"(?:いま(?!す|し|せ)|今)(?!まで|後|度|回|だに|月|年|日|のところ)|たった今|現在|さっき|先ほど|至急|緊急|急いで|助けて|たすけて|大変"
    r"|どうしたら|どうすれば|どうしよう|(?:起き|され|やられ|出|止まっ|広がっ|動い)て(?:い)?(?:る|ます)"
)
_ACCIDENT = re.compile(
    rf"{CONCRETE}|事故|インシデント|被害|脅され|身代金|ハッカー|ハッキング|勝手に(?:動|操作|送信)"
    r"|(?:赤|真っ赤|真っ黒|英語)(?:い|な|の)?画面|開(?:け|か)(?:ない|なく|ませ)"
)
_LATELY = re.compile(
    "今日|本日|きょう|今朝|けさ|昨日|きのう|昨夜|昨晩|ゆうべ|さっき|さきほど|先ほど|先程|たった今|今しがた"
)
_PAST = re.compile(r"[ただ](?:(?:の|ん)?です|のこと|ところ|ばかり|が|けど|、|。|!|$)")
_WANTS_NO_QUOTE = re.compile(
    r"見積(?:り|もり)?(?:は|を|も|とか)?(?:要り|いり|いら|要ら|不要|結構|じゃな|ではな|でな|の前に|しなくて)"
)
_WANTS_TO_TALK = re.compile(r"話|相談|聞きたい|質問")


def sounds_urgent(text: str) -> bool:
    """Whether it speaks of this moment or asks for help at once."""
    return bool(_NOW.search(fold(text)))


def names_an_accident(text: str) -> bool:
    return bool(_ACCIDENT.search(fold(text)))


def just_happened(text: str) -> bool:
    """「今朝、名簿を電車に忘れました」: told rather than cried out, and perhaps still to be dealt with."""
    said = fold(text)
    return bool(_LATELY.search(said) and _PAST.search(said) and names_an_accident(text))


def wants_no_quote(text: str) -> bool:
    """「見積もりは要りません」."""
    return bool(_WANTS_NO_QUOTE.search(fold(text)))


def wants_to_talk_first(text: str) -> bool:
    """「見積もりの前に相談したい」: no quote, but somebody to talk to."""
    return wants_no_quote(text) and bool(_WANTS_TO_TALK.search(fold(text)))
