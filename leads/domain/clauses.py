"""A message in the pieces that may each answer something, and its statements apart from its questions."""

import re

from leads.domain.bare import bare
from leads.domain.question import is_question

_EXTENSION = r"(?:[\s　、,(（]*(?:内線(?:番号)?|[eE][xX](?:[tT](?:ension)?)?\.?)[\s:：は]*[0-9０-９]{1,6}[)）]?)?"
_CONTACT = re.compile(
    r"[A-Za-z0-9._%+\-]+[@＠][A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+"
    rf"|(?<![0-9０-９])[0０][0-9０-９]{{1,4}}[-－ー−]?[0-9０-９]{{1,4}}[-－ー−]?[0-9０-９]{{3,4}}(?![0-9０-９]){_EXTENSION}"
)
_LABELLED = re.compile(
    r"(?:(?<=^)|[\s　/／]+)(?=(?:会社名?|社名|法人名|屋号|業種|(?:年間)?売上高?|年商|決算期?|事故歴?|認証|ご?担当者?名?"
    r"|お?名前|氏名"
    r"|メール(?:アドレス)?|電話(?:番号)?|携帯|TEL|希望時間)[:：])"
)
_BETWEEN = re.compile(
    r"[。、\n!！]|(?<![0-9０-９])[,，]|[,，](?![0-9０-９])|(?<=です)(?:が|けど)[、\s]"
    r"|(?<=[円億万業名人期い算])で(?=事故|年商|売上|売り上げ|認証|ISMS|Pマーク|プライバシーマーク|従業員|社員|担当)"
)
_AFTER_CONTACT = re.compile(r"^(?:です|でお願いします|にお願いします|または|と|や|で|に|まで|へ)(?![もき])")
_LABEL_ONLY = re.compile(
    r"(?:e-?mail|メール|ﾒｰﾙ|アドレス|tel|電話|携帯|連絡先|直通|代表|番号|fax|ファックス|は|の|[\s　:：/・])+",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[^。!！?？\n]+[。!！?？\n]*")
"""With the marks that end it."""


def clauses(text: str) -> list[str]:
    """At 、 and 。, before 業種： and the like, and around an e-mail address or a telephone number."""
    found: list[str] = []
    start = 0
    for contact in _CONTACT.finditer(text):
        found += [*_pieces(text[start : contact.start()]), contact[0]]
        start = contact.end() + len(after[0] if (after := _AFTER_CONTACT.match(text[contact.end() :])) else "")
    return found + _pieces(text[start:])


def parted(text: str) -> tuple[str, str]:
    """The sentences that state, and those that ask."""
    sentences = [sentence.strip() for sentence in SENTENCE.findall(text)]
    asking = [sentence for sentence in sentences if is_question(sentence)]
    return "".join(s for s in sentences if s not in asking), "".join(asking)


def _pieces(text: str) -> list[str]:
    parts = [part.strip() for sentence in _BETWEEN.split(text) for part in _LABELLED.split(sentence)]
    return [part for part in parts if bare(part) and not _LABEL_ONLY.fullmatch(part)]
